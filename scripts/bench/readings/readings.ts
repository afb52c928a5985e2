import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { packageRoot } from '../../article/package-root.js';
import { contextText } from '../../edition/lexicon/context-units.js';
import { readingsOf } from '../../edition/ruby/ruby-readings.js';
import type { Seen } from '../forms/collect-windows.js';
import { type Fitted, fitForms } from '../forms/fit-forms.js';
import { writeFormTable } from '../forms/write-table.js';
import type { BenchOptions, Table } from '../table.js';
import { makeTaiwanReadings } from './make-taiwan.js';
import { makeReadingWords } from './make-words.js';
import { type Labelled, readSentences } from './sentences.js';

/**
 * Measures readings on 10,254 polyphones in sentences of Wikipedia (CPP, test). If the folder `readings/` of the
 * data also has `complete.json` of `@pinyin-pro/data` (ISC), the table is made first: its entries that change a
 * reading, and the neighbours of each reading in the 9,893 sentences of CPP's other part (dev). If it has
 * `BPMFBase.txt` and `heterophony1.list` of openvanilla/McBopomofo (MIT), Taiwan's readings are made anew.
 */
export async function benchReadings({ data }: BenchOptions): Promise<Table[]> {
  const folder = join(data, 'readings');
  const read = (name: string) =>
    readSentences(join(folder, `cpp-${name}.sent`), join(folder, `cpp-${name}.lb`));
  const dictionary = join(folder, 'complete.json');
  if (existsSync(dictionary)) writeTable(JSON.parse(readFileSync(dictionary, 'utf8')), read('dev'));
  if (existsSync(join(folder, 'BPMFBase.txt'))) writeTaiwan(folder);
  const test = read('test');
  const share = (say: (sentence: Labelled) => string | undefined) =>
    ((test.filter((sentence) => say(sentence) === sentence.reading).length / test.length) * 100).toFixed(2);
  const own = new Map();
  const rows = [
    ['pinyin-pro', share(({ text, at }) => pinyin(text, { type: 'array', toneSandhi: false })[at])],
    ['chongpai', share(({ text, at }) => readingsOf(text, { readings: 'mainland', own })[at])],
  ];
  return [{ title: `Readings of ${test.length} polyphones`, head: ['', 'right %'], rows }];
}

function writeTaiwan(folder: string): void {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const entries = makeTaiwanReadings(read('BPMFBase.txt'), read('heterophony1.list'));
  writeFileSync(
    join(packageRoot, 'scripts', 'edition', 'ruby', 'taiwan-table.ts'),
    `/**\n * Made by \`npm run bench -- readings\` of the readings of McBopomofo, copyright 2011-2026 Mengjuei Hsieh et al.; its\n * licence (MIT) is in mcbopomofo.LICENSE.\n */\nexport const taiwanTable =\n  '${entries.join(' ')}';\n`,
  );
}

function writeTable(dictionary: Record<string, [string, number?]>, sentences: readonly Labelled[]): void {
  const words = makeReadingWords(dictionary).join(' ');
  const forms = writeFormTable(fitReadings(sentences));
  writeFileSync(
    join(packageRoot, 'scripts', 'edition', 'ruby', 'reading-table.ts'),
    `/** Made by \`npm run bench -- readings\`, which names its inputs. */\nexport const readingWords =\n  ${JSON.stringify(words)};\n\nexport const readingForms =\n  ${JSON.stringify(forms)};\n`,
  );
}

/** A character with at least this many occurrences of only one reading is read so unless a word differs. */
const leastSure = 6;

function fitReadings(sentences: readonly Labelled[]): Fitted[] {
  const seen = new Map<string, Seen>();
  for (const { text, at, reading } of sentences) {
    const entry: Seen = seen.get(text[at]!) ?? { forms: [], totals: [], windows: new Map() };
    seen.set(text[at]!, entry);
    let index = entry.forms.indexOf(reading);
    if (index < 0) {
      index = entry.forms.push(reading) - 1;
      entry.totals.push(0);
    }
    entry.totals[index]!++;
    const window = `，，，${contextText(text)}，，，`.slice(at, at + 7);
    const counts = entry.windows.get(window) ?? [];
    counts[index] = (counts[index] ?? 0) + 1;
    entry.windows.set(window, counts);
  }
  return [...seen].flatMap(([char, entry]) => {
    const fitted = fitForms(char, entry, { form: 2, neighbours: 2 });
    if (fitted) return fitted;
    const most = Math.max(...entry.totals);
    return most < leastSure
      ? []
      : { char, forms: [entry.forms[entry.totals.indexOf(most)]!], biases: [0], weights: [] };
  });
}
