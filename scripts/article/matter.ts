import { Scalar, stringify } from 'yaml';
import { z } from 'zod';
import type { Matter } from './article.js';

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

/** Front matter → `Matter`. Throws a problem with its place when it is invalid. */
export function readMatter(yaml: string, place: YamlPlace): Matter {
  return readYaml(matterSchema, yaml, place) as Matter;
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
