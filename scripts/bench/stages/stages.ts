import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import type { IssueReport } from '../../report.js';
import { restore } from '../../restore/restore.js';
import { f1 } from '../restore/counts.js';
import { type RealPage, readSample } from '../restore/real.js';
import { scorePage } from '../restore/score.js';
import type { BenchOptions, Table } from '../table.js';

/** Number of runs: their median ignores one that another program disturbed. */
const runs = 3;

/** The stages on the sample, in separate processes: with only the browser unpacked, and again. */
export async function benchStages({ data }: BenchOptions): Promise<Table[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-bench-'));
  try {
    runBuild(folder, data); // unpacks the browser
    const fresh = Array.from({ length: runs }, () => runBuild(folder, data));
    const again = Array.from({ length: runs }, () => runBuild(folder));
    const one = Array.from({ length: runs }, () => runBuild(folder, undefined, ['zh-Hans']));
    return [stageTable(fresh, again), wholeTable({ fresh, again, one }), ...readSample(data).map(scoreTable)];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Run {
  seconds: number;
  /** Seconds by "zh-Hans paginate", or "intake" for stages that run once. */
  stages: Map<string, number>;
}

/** @param data folder of the sample; if given, nothing from an earlier run is used. */
function runBuild(folder: string, data?: string, editions: readonly string[] = []): Run {
  const cache = join(folder, 'cache');
  if (data !== undefined) startAnew(folder, data, cache);
  const args = ['build', '--json', ...editions.flatMap((edition) => ['-e', edition])];
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(packageRoot, 'scripts', 'bin.mjs'), ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, CHONGPAI_CACHE: cache } },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`The build of the sample failed:\n${stderr}`);
  const [report] = (JSON.parse(stdout) as { issues: IssueReport[] }).issues;
  const stages = new Map<string, number>(report!.stages.map((stage) => [stage.name, stage.seconds]));
  for (const { edition, stages: own } of report!.editions)
    for (const stage of own) stages.set(`${edition} ${stage.name}`, stage.seconds);
  return { seconds, stages };
}

function startAnew(folder: string, data: string, cache: string): void {
  for (const name of ['manuscript', 'build', ...cachesIn(cache)])
    rmSync(join(folder, name), { recursive: true, force: true });
  const issue = join(folder, 'manuscript', 'sample-2025-02-26');
  const sample = readdirSync(join(data, 'sample')).find((name) => name.endsWith('.txt'))!;
  cpSync(join(data, 'sample', sample), join(issue, 'source.txt'));
  writeFileSync(join(folder, 'manuscript', 'publication.yaml'), 'title: 样报\n');
}

function cachesIn(cache: string): string[] {
  try {
    return readdirSync(cache)
      .filter((name) => !['browser', 'type'].includes(name))
      .map((name) => join('cache', name));
  } catch {
    return [];
  }
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

function wholeTable(kinds: Record<'fresh' | 'again' | 'one', readonly Run[]>): Table {
  const row = (name: string, from: readonly Run[]) => [
    name,
    median(from.map(({ seconds }) => seconds)).toFixed(2),
  ];
  return {
    title: 'Whole command, seconds',
    head: ['build', 'median'],
    rows: [
      row('three editions, from nothing', kinds.fresh),
      row('three editions, again', kinds.again),
      row('one edition, again', kinds.one),
    ],
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
