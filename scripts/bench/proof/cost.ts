import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdf } from '../../outputs/pdf.js';
import { type IssueReport, reportOf } from '../../report.js';
import { newOwnBuild, type OwnBuild, stageSeconds } from '../own-build.js';
import { readChapters, writePublication } from '../scale/book.js';
import type { BenchOptions, Table } from '../table.js';

/** Limits of the proof's share of a build: with chongpai's sheets, and with one that makes it look at every page. */
const goals = { plain: 0.15, looked: 0.5 } as const;
const sizes = [15, 400];
/** A build takes seconds; one that hangs ends here. */
const limitMs = 300_000;

/** A fading ground under all text: no page is certainly plain. */
const ownSheet = 'p { background: linear-gradient(#fff, #fffbe8) }';

/** One build and the share of its proof. */
interface Cost {
  build: string;
  pages: number;
  stages: string[];
  seconds: number;
  goal: number;
}

const stages = ['compose', 'fonts', 'paginate', 'print', 'finish', 'preflight'];

/**
 * Cost of the proof in builds as users run them, with empty caches: with the sheets of chongpai, with a sheet that
 * makes the proof look at all pages, and with that again after one paragraph has changed.
 */
export async function proofCost({ data, pages }: BenchOptions): Promise<Table[]> {
  const costs: Cost[] = [];
  for (const size of pages === undefined ? sizes : [pages]) {
    const write = (root: string) => writePublication(root, readChapters(data, size));
    await withBuild(write, async (own) => {
      costs.push(await costOf(own, 'own themes', goals.plain));
    });
    await withBuild(
      (root) => {
        write(root);
        mkdirSync(join(root, 'styles'));
        writeFileSync(join(root, 'styles', 'custom.css'), ownSheet);
      },
      async (own) => {
        costs.push(await costOf(own, 'all looked at', goals.looked));
        changeParagraph(own.root);
        costs.push(await costOf(own, 'the same, one paragraph changed', goals.looked));
      },
    );
  }
  return [tableOf(costs)];
}

async function withBuild(write: (root: string) => void, work: (own: OwnBuild) => Promise<void>) {
  const own = await newOwnBuild(write);
  try {
    await work(own);
  } finally {
    own.remove();
  }
}

function changeParagraph(root: string): void {
  const file = join(root, 'manuscript', 'book', 'c001.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n(\S[^\n]*)\n*$/, '\n改了一段。$1\n'));
}

async function costOf(own: OwnBuild, build: string, goal: number): Promise<Cost> {
  const { cost, reports } = await own.run(limitMs);
  const report = reports[0] as IssueReport;
  const { pages = 0 } = reportOf(report.editions[0]!, pdf) ?? {};
  return {
    build,
    pages,
    stages: stages.map((name) => stageSeconds(report, name)),
    seconds: cost.seconds,
    goal,
  };
}

function tableOf(costs: readonly Cost[]): Table {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return {
    title: 'The proof (preflight) in cold builds, in seconds of the clock',
    head: ['build', 'pages', ...stages, 'whole command', 'share of the proof', 'goal'],
    rows: costs.map(({ build, pages, stages: times, seconds, goal }) => {
      const share = Number(times.at(-1)) / seconds;
      const verdict = `≤ ${percent(goal)}: ${share <= goal ? 'reached' : 'missed'}`;
      return [build, `${pages}`, ...times, seconds.toFixed(2), percent(share), verdict];
    }),
  };
}
