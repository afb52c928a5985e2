import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusText } from './gold.js';

/** Reports and statutes whose paragraphs are reliable: the words of the generated pages. */
export function readCorpus(data: string): CorpusText[] {
  return [...readClassics(data), ...readReports(data)];
}

function readReports(data: string): CorpusText[] {
  return ['reports/government-work-reports.jsonl', 'statutes/statutes.jsonl'].flatMap((file) =>
    readFileSync(join(data, 'corpus', file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): CorpusText & { ok?: number } => JSON.parse(line))
      .filter(({ ok = 1 }) => ok >= 0.95),
  );
}

/** The four classic novels by chapters. */
function readClassics(data: string): CorpusText[] {
  const chapters = readFileSync(join(data, 'corpus', 'long', 'four-classics.md'), 'utf8').split(/^## .*$/mu);
  const texts = chapters.slice(1).map(
    (chapter, number): CorpusText => ({
      id: `classics ${number}`,
      isOld: true,
      paras: chapter
        .split('\n')
        .map((line) => line.trim().replaceAll('．', '。'))
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((text) => ({ role: 'para', text })),
    }),
  );
  return texts.filter(({ paras }) => paras.filter(({ text }) => text.length <= 900).length > 2);
}
