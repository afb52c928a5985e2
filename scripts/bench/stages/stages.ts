import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import type { IssueReport } from '../../report.js';
import { restore } from '../../restore/restore.js';
import { f1 } from '../restore/counts.js';
import { type RealPage, readSample } from '../restore/real.js';
import { scorePage } from '../restore/score.js';
import type { BenchOptions, Table } from '../table.js';
import { floorTable, median } from './floors.js';

/** Number of runs: their median ignores one that another program disturbed. */
const runs = 3;

/** The stages on the sample, in separate processes: with only the browser unpacked, with fonts cut, and again. */
export async function benchStages({ data }: BenchOptions): Promise<Table[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-bench-'));
  try {
    const one = ['zh-Hans'];
    runBuild(folder, { data, kept: ofMachine }); // unpacks the browser
    const repeat = (how: Build) => Array.from({ length: runs }, () => runBuild(folder, how));
    const fresh = repeat({ data, kept: ofMachine });
    const again = repeat({});
    const kinds = {
      'three editions, from nothing but the browser’s files': fresh,
      'three editions, from nothing, with fonts cut before': repeat({ data, kept: ofProgram }),
      'one edition, from nothing, with fonts cut before': repeat({ data, kept: ofProgram, editions: one }),
      'three editions, again': again,
      'one edition, again': repeat({ editions: one }),
    };
    return [
      stageTable(fresh, again),
      wholeTable(kinds),
      await floorTable(data),
      ...readSample(data).map(scoreTable),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Parts of the cache that do not depend on the manuscript: what a machine has after its first build of anything, */
const ofMachine = ['browser', 'type'];
/** and after one of another issue with the same characters. */
const ofProgram = [...ofMachine, 'fonts', 'tables', 'code', 'js', 'keys', 'rules'];

interface Build {
  /** Folder of the sample; if given, nothing is used of an earlier run but parts of the cache. */
  data?: string;
  kept?: readonly string[];
  editions?: readonly string[];
}

interface Run {
  seconds: number;
  /** Seconds by "zh-Hans paginate", or "intake" for stages that run once. */
  stages: Map<string, number>;
}

function runBuild(folder: string, { data, kept = [], editions = [] }: Build): Run {
  const cache = join(folder, 'cache');
  if (data !== undefined) startAnew(folder, data, cachesBut(kept, cache));
  const args = ['build', '--json', ...editions.flatMap((edition) => ['-e', edition])];
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(packageRoot, 'scripts', 'bin.mjs'), ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, INIT_CWD: undefined, CHONGPAI_CACHE: cache } },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`The build of the sample failed:\n${stderr}`);
  const [report] = (JSON.parse(stdout) as { issues: IssueReport[] }).issues;
  const stages = new Map<string, number>(report!.stages.map((stage) => [stage.name, stage.seconds]));
  for (const { edition, stages: own } of report!.editions)
    for (const stage of own) stages.set(`${edition} ${stage.name}`, stage.seconds);
  return { seconds, stages };
}

function startAnew(folder: string, data: string, caches: readonly string[]): void {
  for (const name of ['manuscript', 'build', ...caches])
    rmSync(join(folder, name), { recursive: true, force: true });
  const issue = join(folder, 'manuscript', 'sample-2025-02-26');
  const sample = readdirSync(join(data, 'sample')).find((name) => name.endsWith('.txt'))!;
  cpSync(join(data, 'sample', sample), join(issue, 'source.txt'));
  writeFileSync(join(folder, 'manuscript', 'publication.yaml'), 'title: 样报\n');
}

function cachesBut(kept: readonly string[], cache: string): string[] {
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => !kept.includes(name))
    .map((name) => join('cache', name));
}

function stageTable(fresh: readonly Run[], again: readonly Run[]): Table {
  const names = [...new Set([...fresh, ...again].flatMap(({ stages }) => [...stages.keys()]))];
  const cell = (from: readonly Run[], name: string) => {
    const times = from.flatMap(({ stages }) => stages.get(name) ?? []);
    return times.length > 0 ? median(times).toFixed(2) : '–';
  };
  return {
    title: `Stages on the sample, seconds, median of ${runs} runs; editions overlap`,
    head: ['stage', 'from nothing', 'again'],
    rows: names.map((name) => [name, cell(fresh, name), cell(again, name)]),
  };
}

function wholeTable(kinds: Readonly<Record<string, readonly Run[]>>): Table {
  return {
    title: 'Whole command, seconds',
    head: ['build', 'median', 'all'],
    rows: Object.entries(kinds).map(([name, all]) => {
      const times = all.map(({ seconds }) => seconds);
      return [name, median(times).toFixed(2), times.map((time) => time.toFixed(2)).join(' ')];
    }),
  };
}

function scoreTable(page: RealPage): Table {
  const counts = scorePage(page, restore({ text: page.text }));
  return {
    title: 'Restoration of the sample',
    head: ['paragraph boundary F1', 'missed', 'extra', 'wrong blanks'],
    rows: [[f1(counts).toFixed(4), String(counts.missed), String(counts.extra), String(counts.spaceErrors)]],
  };
}
