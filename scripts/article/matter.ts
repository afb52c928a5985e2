import { Scalar, stringify } from 'yaml';
import { z } from 'zod';
import type { Matter } from './article.js';
import { type Said, say } from './words/say.js';
import { readYaml, titleText, type YamlPlace } from './yaml.js';

const prose = titleText.optional();

/** The keys of an article's front matter; see `Matter`. */
export const matterSchema = z.strictObject({
  kicker: prose,
  deck: prose,
  byline: prose,
  page: prose,
  continuedFrom: prose,
  continuedOn: prose,
});

export const matterKeys = Object.keys(matterSchema.shape) as (keyof Matter)[];

/** Words of other programs for what has a place of its own here. */
const others: readonly [RegExp, () => Said][] = [
  [/^(?:title|headline|标题|標題|题目|題目|主标题|主標題)$/i, () => say('headline-below')],
  [/^(?:authors?|by|作者|署名|记者|記者)$/i, () => say('key-instead', 'byline')],
  [/^(?:sub-?title|subhead|副题|副題|副标题|副標題)$/i, () => say('key-instead', 'deck')],
  [/^(?:引题|引題|眉题|眉題|肩题|肩題)$/i, () => say('key-instead', 'kicker')],
  [/^(?:版|版面|版次)$/i, () => say('key-instead', 'page')],
  [/^(?:date|日期|时间|時間)$/i, () => say('date-of-folder')],
];

const insteadOf = (key: string): Said | undefined =>
  others.find(([words]) => words.test(key))?.[1]() ??
  (/^(?:tags?|categor(?:y|ies)|layout|draft|slug|description|keywords?|标签|標籤|分类|分類)$/i.test(key)
    ? say('key-of-none')
    : undefined);

/** Front matter → `Matter`. Throws a problem with its place when it is invalid. */
export function readMatter(yaml: string, place: YamlPlace): Matter {
  return readYaml(matterSchema, yaml, { ...place, insteadOf }) as Matter;
}

/** `Matter` → front matter with its fences; nothing when there is nothing to say. */
export function writeMatter(matter: Matter): string {
  const entries = matterKeys.flatMap((key) => (matter[key] ? [[key, scalarOf(matter[key])]] : []));
  if (entries.length === 0) return '';
  return `---\n${stringify(Object.fromEntries(entries), { lineWidth: 0 })}---\n\n`;
}

/** In plain values comments are a person's remarks. */
function scalarOf(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  if (text.includes('<!--')) scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}
