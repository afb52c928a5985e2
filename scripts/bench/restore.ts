import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { restore } from '../restore/restore.js';
import { newRandom } from './random.js';
import { breakPage, type Strength } from './restore-noise.js';
import type { CorpusText } from './restore-page.js';
import { addCounts, type Counts, newCounts, scorePage } from './restore-score.js';

export interface BenchOptions {
  /** The folder that holds `corpus/` and `sample/`. */
  data: string;
  /** First seed; the report uses others than the development. */
  seed?: number;
  /** Generated pages a strength. */
  pages?: number;
}

/** A table of figures: a title, a head and rows, all text. */
export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

const strengths: readonly Strength[] = ['clean', 'mild', 'heavy'];

/** Measures restoration on generated pages; tables by strength and by cell. */
export async function benchRestore(options: BenchOptions): Promise<Table[]> {
  const { data, seed = 9001, pages = 60 } = options;
  const texts = readCorpus(data);
  const head = ['', 'pages', 'F1', 'precision', 'recall', 'exact ¶', 'spaces/1000', 'titles', 'roles F1'];
  const total: Table = { title: `Generated pages, seeds ${seed}–${seed + pages - 1}`, head, rows: [] };
  const tables = [total];
  for (const strength of strengths) {
    const sum = newCounts();
    const cells = new Map<string, Counts>();
    for (let number = 0; number < pages; number++) {
      const page = breakPage(texts, strength, newRandom(seed + number));
      const counts = scorePage(page, restore({ text: page.text }));
      for (const cell of page.cells) {
        if (!cells.has(cell)) cells.set(cell, newCounts());
        addCounts(cells.get(cell)!, counts);
      }
      addCounts(sum, counts);
    }
    total.rows.push(rowOf(strength, sum));
    const rows = [...cells]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, counts]) => rowOf(name, counts));
    tables.push({ title: `By cell, ${strength}`, head, rows });
    tables.push({
      title: `By role, ${strength}`,
      head: ['role', 'F1', 'hit', 'missed', 'extra'],
      rows: roleRows(sum),
    });
  }
  return tables;
}

function readCorpus(data: string): CorpusText[] {
  return ['reports/government-work-reports.jsonl', 'statutes/statutes.jsonl'].flatMap((file) =>
    readFileSync(join(data, 'corpus', file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): CorpusText & { ok?: number } => JSON.parse(line))
      .filter(({ ok = 1 }) => ok >= 0.95),
  );
}

export function f1(counts: { hit: number; missed: number; extra: number }): number {
  const { hit, missed, extra } = counts;
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + missed + extra);
}

function rowOf(name: string, counts: Counts): string[] {
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(4));
  const roles = Object.values(counts.roles).filter(({ hit, missed }) => hit + missed > 0);
  const macro = roles.reduce((sum, role) => sum + f1(role), 0) / Math.max(1, roles.length);
  return [
    name,
    String(counts.pages),
    f1(counts).toFixed(4),
    share(counts.hit, counts.hit + counts.extra),
    share(counts.hit, counts.hit + counts.missed),
    share(counts.exact, counts.paragraphs),
    ((counts.spaceErrors / Math.max(1, counts.gaps)) * 1000).toFixed(3),
    share(counts.titlesRight, counts.titles),
    macro.toFixed(4),
  ];
}

function roleRows(counts: Counts): string[][] {
  return Object.entries(counts.roles).map(([role, one]) => [
    role,
    f1(one).toFixed(4),
    String(one.hit),
    String(one.missed),
    String(one.extra),
  ]);
}
