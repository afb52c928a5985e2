import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Cost of one run of a command. */
export interface Cost {
  seconds: number;
  /** Peak memory of the command and all its descendants, shared pages counted once (PSS). */
  peakMb: number;
  code: number | null;
  /** The end of what it printed. */
  output: string;
}

/** Least interval of reading memory: shorter peaks are missed. */
const pollMs = 250;
/**
 * Part of the time that reading may take: of a browser with six tabs it takes a twentieth of a second of the processor
 * that is measured, and took a tenth of a build of a hundred issues.
 */
const pollShare = 0.01;

/** Runs a command to its end, within `limitMs`; otherwise kills it and everything that it started. */
export async function measure(
  [command = '', ...args]: readonly string[],
  { cwd, env, limitMs }: { cwd: string; env?: NodeJS.ProcessEnv; limitMs: number },
): Promise<Cost> {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    // The build is called in its own folder, not where npm was asked for the bench.
    env: { ...process.env, INIT_CWD: undefined, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-4000);
    });
  let peakMb = 0;
  let poll: NodeJS.Timeout | undefined;
  const read = () => {
    const begun = performance.now();
    peakMb = Math.max(peakMb, treeMb(child.pid));
    poll = setTimeout(read, Math.max(pollMs, (performance.now() - begun) / pollShare));
  };
  poll = setTimeout(read, pollMs);
  const timeout = setTimeout(() => endTree(child), limitMs);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  clearTimeout(poll);
  clearTimeout(timeout);
  return { seconds: (performance.now() - started) / 1000, peakMb, code, output };
}

/** Ends the command and everything that it started, including browsers in their own groups; nothing else. */
export function endTree({ pid }: ChildProcess): void {
  for (const one of treeOf(pid).reverse()) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // it ended by itself
    }
  }
}

/** A process and its descendants, parents first. */
export function treeOf(root: number | undefined): number[] {
  if (root === undefined) return [];
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(/\) \S (\d+)/.exec(readOr(`/proc/${name}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** The command line of a process; '' if it has ended. */
export const commandOf = (pid: number): string => readOr(`/proc/${pid}/cmdline`);

/** Processor time of a process and its living descendants, in ms. */
export function cpuMs(root: number | undefined): number {
  let ticks = 0;
  for (const pid of treeOf(root)) {
    const [, rest = ''] = /\) (.*)/.exec(readOr(`/proc/${pid}/stat`)) ?? [];
    const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number);
    ticks += user + system;
  }
  return ticks * msPerTick;
}

/** Linux counts processor time in hundredths of a second. */
const msPerTick = 10;

function treeMb(root: number | undefined): number {
  let kilobytes = 0;
  for (const pid of treeOf(root))
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return kilobytes / 1024;
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process ended
  }
}
