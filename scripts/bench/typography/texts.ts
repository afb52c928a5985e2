import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { names, writeFileAtomically } from '../../article/manuscript.js';
import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { newRandom, type Random } from '../random.js';

/** A text to be set as a publication of one issue: articles in Markdown. */
export interface LongText {
  title: string;
  articles: string[];
}

/** A chapter whose encoding was damaged: strings of ? in it. */
const broken = /\?\S{0,3}\?|\ufffd/u;
/** Minimum length of each, in characters: enough to count violations per ten thousand. */
const leastLength = 40_000;

/**
 * Real texts of three kinds, different for each seed: chapters of novels (marks of speech, classical names), reports
 * (figures, per cent, Latin words) and statutes (short paragraphs, enumerations).
 */
export function longTexts(data: string, seed: number): LongText[] {
  const random = newRandom(seed);
  const corpus = (...path: string[]) => readFileSync(join(data, 'corpus', ...path), 'utf8');
  const chapters = corpus('long', 'four-classics.md')
    .split(/^##? /m)
    .filter((part) => part.length > 2000 && !broken.test(part));
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CorpusText);
  const reports = lines(corpus('reports', 'government-work-reports.jsonl')).filter(
    ({ ok }) => (ok ?? 0) > 0.95,
  );
  const statutes = lines(corpus('statutes', 'statutes.jsonl'));
  return [
    { title: '四大名著', articles: some(chapters.map(chapter), random) },
    { title: '政府工作报告', articles: some(reports.map(markdownOf), random) },
    { title: '法律', articles: some(statutes.map(markdownOf), random) },
  ];
}

interface CorpusText {
  title: string;
  ok?: number;
  paras: { role: string; text: string }[];
}

/** Articles at random, until there is enough text. */
function some(articles: string[], random: Random): string[] {
  const rest = [...articles];
  const taken: string[] = [];
  for (let length = 0; length < leastLength && rest.length > 0; length += taken.at(-1)!.length)
    taken.push(...rest.splice(random.integer(0, rest.length - 1), 1));
  return taken;
}

/** 注: every so many paragraphs of a text are noted, with a note of one line, of two or of four. */
const notedEvery = 3;
const noteLengths = [14, 50, 14, 130];

/** A text with footnotes, whose words are its own. */
export function annotated({ title, articles }: LongText): LongText {
  const withNotes = (article: string) => {
    const [head, ...blocks] = article.split('\n\n');
    const notes: string[] = [];
    const noted = blocks.map((block, at) => {
      const place = block.indexOf('，');
      if (at % notedEvery !== 1 || place < 0 || block.startsWith('#')) return block;
      const length = noteLengths[notes.length % noteLengths.length]!;
      notes.push(
        `[^${notes.length + 1}]: ${articles[0]!.replace(/[^\p{sc=Han}，。]/gu, '').slice(at * 20, at * 20 + length)}。`,
      );
      return `${block.slice(0, place)}[^${notes.length}]${block.slice(place)}`;
    });
    return [head, ...noted, ...notes].join('\n\n');
  };
  return { title: `${title}注`, articles: articles.map(withNotes) };
}

function chapter(part: string): string {
  const [title, ...paragraphs] = part.split(/\n+/).filter((line) => line.trim() !== '');
  const lines = paragraphs.filter((line) => !line.startsWith('#')).map(plain);
  const text = lines.map((line, index) => (index % stressedEvery === 1 ? withStress(line) : line));
  return [`# ${plain(title!)}`, ...text].join('\n\n');
}

/** 着重: the first clause of every nth paragraph of a novel is stressed. The dots must not disturb the grid. */
const stressedEvery = 9;
const withStress = (line: string) => line.replace(firstClause, '*$&*');
const firstClause = pattern('u')`^[${han}]{3,12}(?=[，。：])`;

function markdownOf({ title, paras }: CorpusText): string {
  const blocks = paras.map(({ role, text }) => (role === 'subhead' ? `## ${plain(text)}` : plain(text)));
  return [`# ${title}`, ...blocks].join('\n\n');
}

/** Escapes stray ASCII in the texts, which Markdown would take for markup. */
const plain = (line: string) =>
  line
    .trim()
    .replace(/[`*_<>\\[\]|~#]/g, '')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** Writes a text as a publication; `css` is its own style sheet. @returns its temporary folder. */
export function writePublication(
  { title, articles }: LongText,
  { theme, css }: { theme: string; css?: string },
): string {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-bench-'));
  articles.forEach((text, index) => {
    const id = `${index + 1}`.padStart(2, '0');
    writeFileAtomically(join(root, 'manuscript', 'text', names.article(id)), `${text}\n`);
  });
  writeFileAtomically(join(root, 'manuscript', 'publication.yaml'), `title: ${title}\ntheme: ${theme}\n`);
  if (css !== undefined) writeFileAtomically(join(root, 'styles', 'custom.css'), css);
  return root;
}
