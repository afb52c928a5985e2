import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newRandom } from '../random.js';
import type { SetBook } from './read.js';
import type { LongText } from './texts.js';

/** Measures of headlines, in their own em: from a newspaper's column to a large page. */
export const headlineMeasures = [8, 10, 12, 14, 16, 18, 20, 24] as const;
/** A shorter title fits on a line of any measure. */
const leastLength = 9;

/** Real titles of the corpus at random: of news, reports and statutes, and the lines below them. */
export function realHeadlines(data: string, seed: number, most: number): string[] {
  const titles = new Set<string>();
  const add = (text: string) => void (text.trim().length >= leastLength && titles.add(text.trim()));
  for (const text of jsonTexts(data)) for (const title of titlesIn(JSON.parse(text))) add(title);
  const random = newRandom(seed);
  const rest = [...titles].map((title) => title.replace(/[`*_<>\\[\]|~#]/g, '').replace(/\s+/gu, ' '));
  return Array.from(
    { length: Math.min(most, rest.length) },
    () => rest.splice(random.integer(0, rest.length - 1), 1)[0]!,
  );
}

function jsonTexts(data: string): string[] {
  const corpus = join(data, 'corpus');
  const pages = join(corpus, 'pages-other');
  const golds = existsSync(pages) ? readdirSync(pages).filter((name) => name.endsWith('.gold.json')) : [];
  const lines = ['reports/government-work-reports.jsonl', 'statutes/statutes.jsonl'].flatMap((name) =>
    readFileSync(join(corpus, name), 'utf8').trim().split('\n'),
  );
  return [...golds.sort().map((name) => readFileSync(join(pages, name), 'utf8')), ...lines];
}

const titleRoles = /^(?:title|deck|subhead|kicker)$/;

/** Titles anywhere in a record: its `title`, and the `text` of blocks with such a role. */
function* titlesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { role, text, title } = value as { role?: unknown; text?: unknown; title?: unknown };
  if (typeof title === 'string') yield title;
  if (typeof role === 'string' && titleRoles.test(role) && typeof text === 'string') yield text;
  for (const child of Object.values(value)) yield* titlesIn(child);
}

/** Headlines as crossheads of one article. */
export const headlineText = (headlines: readonly string[]): LongText => ({
  title: '标题',
  articles: [`# 标题\n\n${headlines.map((title) => `## ${title}\n\n。`).join('\n\n')}`],
});

/** A sheet that gives them a measure. */
export const headlineCss = (ems: number) =>
  `.crosshead { max-inline-size: ${ems}em; padding-block: 0 !important; }`;

/** Breaks of headlines on paper. */
export interface HeadlineCounts {
  lines: number;
  breaks: number;
  /** Breaks inside a word of ICU's dictionary, in a number, or between a name and its title of office. */
  inWords: string[];
  /** Breaks behind a mark or a blank. */
  atClauses: number;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function countHeadlines({ blocks }: SetBook): HeadlineCounts {
  const counts: HeadlineCounts = { lines: 0, breaks: 0, inWords: [], atClauses: 0 };
  for (const { type, lines } of blocks) {
    if (type !== 'H2') continue;
    counts.lines += lines.length;
    const texts = lines.map(({ text }) => text);
    const title = texts.join('');
    const words = new Set([...segmenter.segment(title)].map(({ index }) => index));
    let at = 0;
    for (const text of texts.slice(0, -1)) {
      at += text.length;
      counts.breaks++;
      if (/[，；：。！？、】\s]$/u.test(text)) counts.atClauses++;
      if (!words.has(at) || isTorn(title, at))
        counts.inWords.push(`${title.slice(Math.max(0, at - 8), at)}|${title.slice(at, at + 8)}`);
    }
  }
  return counts;
}

const office = /^(?:总书记|书记|主席|总理|总统|主任|部长|省长|市长|县长|院士|教授|先生|女士|同志)/u;
const name = /(?:习近平|李强|赵乐际|王沪宁|蔡奇|丁薛祥|李希|韩正|汪洋|李克强|栗战书|王毅|普京|泽连斯基)$/u;

/** True in a number, between a number and its unit, and between a well-known name and its title of office. */
const isTorn = (title: string, at: number) =>
  (/[\d.]$/.test(title.slice(0, at)) && /^[\d.%％万亿年月日元人个名]/u.test(title.slice(at))) ||
  (name.test(title.slice(0, at)) && office.test(title.slice(at)));
