import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { convert } from '../../edition/convert/convert.js';
import { convertRaw } from '../../edition/convert/raw.js';
import { rowOf } from '../../edition/rows/index.js';
import { collectSpots } from '../doubts/collect-spots.js';
import { curveTable } from '../doubts/curve.js';
import { readTexts } from '../forms/read-texts.js';
import { storiesOf } from '../simplified.js';
import type { BenchOptions, Table } from '../table.js';
import { classTable } from './classes.js';
import { namesTable } from './names.js';
import { phrasesTable } from './phrases.js';
import { scoreConversion } from './score.js';

type Make = (text: string) => string;
const edition = 'zh-Hant-HK';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The compared converters. OpenCC takes the longest phrase from the left; word by word, it cannot cut words. */
const makers: [name: string, make: Make][] = [
  ['opencc-js (longest match)', (text) => convertRaw(text, edition)],
  [
    'opencc-js, words of Intl.Segmenter',
    (text) => Array.from(words.segment(text), ({ segment }) => convertRaw(segment, edition)).join(''),
  ],
  ['chongpai', (text) => convert(text, edition).text],
];

/**
 * Measures conversion: wrong words, traps, doubts, speed. The first half of the verses was tuned on, the second not.
 */
export async function benchConvert({ data, isOwnData }: BenchOptions): Promise<Table[]> {
  const verses = join(data, 'corpus', 'script-pairs', 'cuv-odd-verses.tsv');
  return [
    ...(existsSync(verses) ? verseTables(readFileSync(verses, 'utf8')) : []),
    ...pressTables(data),
    namesTable(),
    phrasesTable(
      [
        ['reported', join(data, 'cases', 'convert', 'reported.tsv')] as const,
        ['our own, of the same kinds', join(packageRoot, 'test', 'edition', 'phrases.tsv')] as const,
      ].filter(([, path]) => existsSync(path)),
    ),
    trapTable(),
    sampleTable(readFileSync(join(data, 'sample', isOwnData ? 'sample.md' : 'gold.md'), 'utf8')),
    speedTable(readFileSync(join(data, 'corpus', 'reports', 'government-work-reports.jsonl'), 'utf8')),
  ];
}

function verseTables(verses: string): Table[] {
  const pairs = verses
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t').slice(1) as [string, string]);
  const half = pairs.length >> 1;
  return [
    errorTable('Union Version, first half (tuned on)', pairs.slice(0, half)),
    errorTable('Union Version, second half', pairs.slice(half)),
    classTable(
      'Union Version, second half, by class',
      pairs.slice(half).map(([, truth]) => [truth]),
      rowOf(edition),
    ),
    doubtTable(pairs.slice(half)),
  ];
}

/**
 * Press of one's own: `press-held/` of the data, Traditional, a paragraph a line, a blank line between stories, which no
 * table was made from.
 */
function pressTables(data: string): Table[] {
  const folder = join(data, 'press-held');
  if (!existsSync(folder)) return [];
  const stories = storiesOf(readTexts(folder));
  const spots = collectSpots(stories, rowOf(edition));
  return [classTable('Press, by class', stories, rowOf(edition)), curveTable('Doubts on press', spots)];
}

function errorTable(title: string, pairs: readonly [string, string][]): Table {
  let first = 0;
  const rows = makers.map(([name, make]) => {
    let [han, errors, mismatches] = [0, 0, 0];
    for (const [source, truth] of pairs) {
      const counts = scoreConversion(make(source), truth);
      han += counts.han;
      errors += counts.errors;
      mismatches += counts.mismatches;
    }
    first ||= errors;
    const rate = ((errors / han) * 10_000).toFixed(2);
    return [
      name,
      String(han),
      String(errors),
      rate,
      (errors / first).toFixed(2),
      ((mismatches / han) * 100).toFixed(3),
    ];
  });
  return { title, head: ['', 'Han', 'errors', 'per 10,000', 'ratio', 'other glyph %'], rows };
}

function doubtTable(pairs: readonly [string, string][]): Table {
  let [han, flags, errors, caught] = [0, 0, 0, 0];
  for (const [source, truth] of pairs) {
    const { text, doubts } = convert(source, edition);
    const counts = scoreConversion(text, truth);
    // A single verse often ends in an open speech; its quote is not a doubt about a character.
    const flagged = new Set(doubts.filter(({ ruleId }) => ruleId === 'ambiguous').map(({ start }) => start));
    han += counts.han;
    flags += flagged.size;
    errors += counts.errors;
    caught += counts.places.filter((at) => flagged.has(at)).length;
  }
  const row = [
    ((flags / han) * 1000).toFixed(2),
    String(errors),
    String(caught),
    ((caught / errors) * 100).toFixed(1),
  ];
  return {
    title: 'Doubts about characters, second half',
    head: ['per 1,000 Han', 'errors left', 'caught', '%'],
    rows: [row],
  };
}

function trapTable(): Table {
  const traps = readFileSync(join(packageRoot, 'test', 'edition', 'traps.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' ') as [string, string]);
  const rows = makers.map(([name]) => {
    const make: Make =
      name === 'chongpai' ? (text) => convert(text, 'zh-Hant-TW').text : (text) => rawTaiwan(text, name);
    const right = traps.filter(([source, truth]) => scoreConversion(make(source), truth).errors === 0).length;
    return [name, String(traps.length), String(right), ((right / traps.length) * 100).toFixed(1)];
  });
  return { title: 'Boundary traps (Taiwan)', head: ['', 'traps', 'right', '%'], rows };
}

function rawTaiwan(text: string, name: string): string {
  if (!name.includes('Intl')) return convertRaw(text, 'zh-Hant-TW');
  return Array.from(words.segment(text), ({ segment }) => convertRaw(segment, 'zh-Hant-TW')).join('');
}

/** TW → Hans → TW, and twice the same, on the sample page. */
function sampleTable(sample: string): Table {
  const rows = ['zh-Hant-TW', 'zh-Hant-HK'].map((to) => {
    const { text, doubts } = convert(sample, to);
    const back = convert(text, 'zh-Hans').text;
    const again = convert(back, to).text;
    const same = [...again].filter((char, index) => char === text[index]).length;
    const isStable = convert(text, to).text === text;
    return [to, String(doubts.length), ((same / text.length) * 100).toFixed(3), isStable ? 'yes' : 'no'];
  });
  return { title: 'Sample page', head: ['', 'doubts', 'there and back %', 'twice the same'], rows };
}

function speedTable(reports: string): Table {
  // Paragraph by paragraph: Intl.Segmenter takes minutes for a million characters in one piece.
  const paragraphs = reports.slice(0, 300_000).split(/\\n|\n/);
  const megabytes = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const rows = makers.map(([name, make]) => {
    make('先建字典');
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      for (const paragraph of paragraphs) make(paragraph);
      return (performance.now() - start) / 1000;
    });
    return [name, (megabytes / Math.min(...times)).toFixed(2)];
  });
  rows.push(['memory of this process, MB', (process.memoryUsage().rss / 1e6).toFixed(0)]);
  return { title: 'Speed, MB/s of UTF-8', head: ['', ''], rows };
}
