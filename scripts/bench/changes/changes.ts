import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdf } from '../../outputs/pdf.js';
import { reportOf } from '../../report.js';
import { newOwnBuild, stageSeconds } from '../own-build.js';
import { readChapters, writePublication } from '../scale/book.js';
import type { BenchOptions, Table } from '../table.js';

const usualPages = 500;
/** Chapters that are changed, one after another; the table has each. */
const changes = 3;
const stageNames = ['read', 'compose', 'paginate', 'print', 'finish', 'preflight', 'cache'];

/** 改一处: a long book made for the first time, made again without a change, and with one chapter changed. */
export async function benchChanges({
  data,
  pages = usualPages,
  limit = 600,
}: BenchOptions): Promise<Table[]> {
  const own = await newOwnBuild((root) => writePublication(root, readChapters(data, pages)));
  const rows: string[][] = [];
  const run = async (what: string) => {
    const { cost, reports } = await own.run(limit * 1000);
    const [report] = reports;
    rows.push([
      what,
      `${reportOf(report!.editions[0]!, pdf)?.pages}`,
      cost.seconds.toFixed(2),
      `${Math.round(cost.peakMb)}`,
      ...stageNames.map((name) => stageSeconds(report!, name)),
    ]);
  };
  try {
    await run('the first time');
    await run('unchanged');
    const folder = join(own.root, 'manuscript', 'book');
    const chapters = readdirSync(folder).filter((name) => name.endsWith('.md'));
    for (let change = 1; change <= changes; change++) {
      const path = join(folder, chapters[Math.floor((change * chapters.length) / (changes + 1))]!);
      writeFileSync(path, readFileSync(path, 'utf8').replace(/。/, '，也是如此。'));
      await run('one chapter changed');
    }
  } finally {
    own.remove();
  }
  const head = ['build', 'pages', 's', 'peak MB', ...stageNames];
  return [{ title: 'A book and its changes', head, rows }];
}
