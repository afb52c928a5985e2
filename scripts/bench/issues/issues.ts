import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { pdf } from '../../outputs/pdf.js';
import { reportOf } from '../../report.js';
import { newOwnBuild } from '../own-build.js';
import { newRandom } from '../random.js';
import type { BenchOptions, Table } from '../table.js';

const usualIssues = 100;
const sample = join(packageRoot, 'manuscript', 'jinchang-2025-02-26');

/** 多期: many issues of the sample's size in three editions, in one run; `pages` is the number of issues. */
export async function benchIssues({
  pages: count = usualIssues,
  limit = 1800,
}: BenchOptions): Promise<Table[]> {
  const own = await newOwnBuild((root) => writeIssues(root, count));
  try {
    const rows = [];
    for (const what of ['the first time', 'unchanged']) {
      const { cost, reports } = await own.run(limit * 1000);
      const editions = reports.flatMap((report) => report.editions);
      rows.push([
        what,
        `${reports.length}`,
        `${editions.length}`,
        `${editions.reduce((sum, made) => sum + (reportOf(made, pdf)?.pages ?? 0), 0)}`,
        cost.seconds.toFixed(1),
        (cost.seconds / editions.length).toFixed(2),
        `${Math.round(cost.peakMb)}`,
      ]);
    }
    const head = ['build', 'issues', 'editions', 'pages', 's', 's an edition', 'peak MB'];
    return [{ title: 'Issues of the sample’s size, three editions each', head, rows }];
  } finally {
    own.remove();
  }
}

/** Different issues: the paragraphs of each story are in a different order, so that no page is cached from another. */
function writeIssues(root: string, count: number): void {
  const manuscript = join(root, 'manuscript');
  mkdirSync(manuscript, { recursive: true });
  cpSync(join(packageRoot, 'manuscript', 'publication.yaml'), join(manuscript, 'publication.yaml'));
  for (let index = 0; index < count; index++) {
    const date = new Date(Date.UTC(2025, 1, 26 + index)).toISOString().slice(0, 10);
    const folder = join(manuscript, `issue-${date}`);
    mkdirSync(folder);
    for (const name of readdirSync(sample).filter((file) => /^\d+\.md$|^issue\.yaml$/.test(file))) {
      const text = readFileSync(join(sample, name), 'utf8');
      const own = name.endsWith('.md') ? shuffled(text, index) : text.replaceAll('2025-02-26', date);
      writeFileSync(join(folder, name), own);
    }
  }
}

function shuffled(text: string, seed: number): string {
  const random = newRandom(seed + 1);
  const matter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const blocks = text.slice(matter.length).trim().split('\n\n');
  // Headings, comments and tables stay: they belong to the next block.
  const plain = [...blocks.keys()].filter((at) => /^\p{L}|^[“「]/u.test(blocks[at]!));
  const texts = plain.map((at) => blocks[at]!);
  for (const at of plain) blocks[at] = texts.splice(random.integer(0, texts.length - 1), 1)[0]!;
  return `${matter}${blocks.join('\n\n')}\n`;
}
