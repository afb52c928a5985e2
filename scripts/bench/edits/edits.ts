import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomically } from '../../article/manuscript.js';
import type { BenchOptions, Table } from '../table.js';
import { kinds, marks, publicationFiles, stages } from './kinds.js';
import { tryEdit } from './try-edit.js';

/** Files saved while a build runs: every kind of input at every stage, over three editions. */
export async function benchEdits({ seed = 1, minutes }: BenchOptions): Promise<Table[]> {
  const until = performance.now() + (minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  const root = newPublication();
  const pairs = stages.flatMap((stage) => Object.keys(kinds).map((file) => ({ stage, file })));
  const rows = new Map(stages.map((stage) => [stage as string, { tried: 0, faults: [] as string[] }]));
  try {
    // A run of some minutes begins where the seed says: several of them cover all pairs.
    for (let at = seed - 1; at < pairs.length && performance.now() < until; at++) {
      const { stage, file } = pairs[at]!;
      const row = rows.get(stage)!;
      const mark = marks[at % marks.length]!;
      row.tried++;
      const faults = await tryEdit(root, { file, stage, mark, resume: at % 2 === 1 });
      row.faults.push(...faults.map((fault) => `${file}: ${fault}`));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return [
    {
      title: `Files saved while a build runs, pairs from ${seed} of ${pairs.length}`,
      head: ['stage', 'kinds tried', 'faults', 'what was lost'],
      rows: [...rows].map(([stage, { tried, faults }]) => [
        stage,
        `${tried} of ${Object.keys(kinds).length}`,
        `${faults.length}`,
        faults.join('; ').replaceAll('|', '\\|').slice(0, 1500),
      ]),
    },
  ];
}

function newPublication(): string {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-edits-'));
  for (const [name, content] of Object.entries(publicationFiles))
    writeFileAtomically(join(root, name), content);
  return root;
}
