import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packageRoot } from '../../article/package-root.js';
import { sha256 } from '../../trace.js';
import { paperOf } from '../edits/try-edit.js';
import { commandOf, endTree, treeOf } from '../process-tree.js';
import { type Attack, secretText, type Target, usualFiles } from './attack.js';
import type { Range } from './range.js';
import { newTree } from './tree.js';

export interface Outcome {
  name: string;
  end: 'done' | 'refused' | 'killed' | 'not tried';
  seconds: number;
  faults: string[];
}

/** A command that prints nothing for longer seems to hang. */
const silenceSeconds = 20;
/** A command that runs for longer is killed. */
const limitMs = 90_000;
/** Time for processes to end after they were told to. */
const leavingMs = 5_000;

/** Tries one attack in a folder of its own. */
export async function tryAttack(attack: Attack, range: Range): Promise<Outcome> {
  const { name } = attack;
  if (attack.needsRoot && process.getuid?.() !== 0) return { name, end: 'not tried', seconds: 0, faults: [] };
  const target = newTarget(attack, range);
  try {
    await attack.prepare?.(target);
    const before = filesOf(target.root);
    const run = await runCommand(attack, target);
    const faults = [
      ...faultsOfEnd(attack, run),
      ...faultsOfFiles(
        before,
        filesOf(target.root),
        (attack.edits ?? []).map((path) => join(target.root, path)),
      ),
      ...(await faultsOfBooks(target, run.code)),
      ...(await leftIn(target)),
      ...range.requests().map((path) => `asked the server for ${path}`),
      ...((await attack.verify?.(target, run.said)) ?? []),
    ];
    return { name, end: endOf(run), seconds: run.seconds, faults };
  } finally {
    rmSync(dirname(target.root), { recursive: true, force: true, maxRetries: 5 });
  }
}

function newTarget({ files }: Attack, { root, cache }: Range): Target {
  const own = mkdtempSync(join(root, 'attack-'));
  const target = { root: join(own, 'paper'), outside: join(own, 'outside'), tmp: join(own, 'tmp'), cache };
  for (const folder of [target.root, target.outside, target.tmp]) mkdirSync(folder);
  writeFileSync(join(target.outside, 'secret.txt'), `${secretText}\n`);
  newTree(target.root, { ...usualFiles, ...files });
  return target;
}

interface Run {
  code: number | null;
  signal: string | null;
  said: string;
  seconds: number;
  /** The longest time without output. */
  silence: number;
  isHung: boolean;
}

async function runCommand(
  { args = ['build'], env, input, shell, meanwhile }: Attack,
  target: Target,
): Promise<Run> {
  const command = [process.execPath, join(packageRoot, 'scripts', 'bin.mjs'), ...args];
  const [program = '', ...rest] = shell === undefined ? command : ['sh', '-c', shell, 'sh', ...command];
  const { root, tmp, cache } = target;
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, LC_ALL: 'C', TMPDIR: tmp, CHONGPAI_CACHE: cache, ...env },
  });
  const run: Run = { code: null, signal: null, said: '', seconds: 0, silence: 0, isHung: false };
  const started = performance.now();
  let heard = started;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      run.silence = Math.max(run.silence, (performance.now() - heard) / 1000);
      heard = performance.now();
      run.said = `${run.said}${text}`.slice(-100_000);
    });
  const limit = setTimeout(() => {
    run.isHung = true;
    endTree(child);
  }, limitMs);
  child.stdin.on('error', () => undefined).end(input ?? '');
  const closed = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      Object.assign(run, { code, signal });
      resolve();
    });
  });
  await Promise.all([closed, meanwhile?.({ ...target, pid: child.pid! })]);
  clearTimeout(limit);
  const ended = performance.now();
  return {
    ...run,
    seconds: (ended - started) / 1000,
    silence: Math.max(run.silence, (ended - heard) / 1000),
  };
}

const endOf = ({ code, signal }: Run): Outcome['end'] =>
  signal || code === null || code > 128 ? 'killed' : code === 0 ? 'done' : 'refused';

function faultsOfEnd({ ends }: Attack, run: Run): string[] {
  const { said, silence, isHung } = run;
  const end = endOf(run);
  const tail = said.trim().slice(-160);
  const isRight =
    ends instanceof RegExp
      ? end === 'refused' && ends.test(said)
      : ends === 'told'
        ? end !== 'killed'
        : end === ends;
  return [
    ...(isHung ? ['hung'] : []),
    ...(!isHung && silence > silenceSeconds ? [`silent for ${silence.toFixed(0)} s`] : []),
    ...(isRight ? [] : [`${end} (${run.code ?? run.signal}), expected ${ends}: …${tail}`]),
    ...(/bug of chongpai/.test(said) ? ['called a bug'] : []),
    ...(/\n {4}at /.test(said) ? ['a trace'] : []),
    ...(end === 'refused' && said.trim() === '' ? ['refused without a word'] : []),
  ];
}

/** Hashes of the files of a publication that no build writes. */
function filesOf(root: string): Map<string, string> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.startsWith(join(root, 'build')));
  return new Map(paths.map((path) => [path, hashOf(path)]));
}

function hashOf(path: string): string {
  try {
    return sha256(readFileSync(path));
  } catch {
    return 'unreadable';
  }
}

function faultsOfFiles(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  edited: readonly string[],
): string[] {
  const lost = [...before].filter(([path, hash]) => after.get(path) !== hash && !edited.includes(path));
  const half = [...after.keys()].filter((path) => path.endsWith('.tmp'));
  return [...lost.map(([path]) => `${path} changed`), ...half.map((path) => `${path} is left`)];
}

/** Checks that a book is complete and contains nothing from outside the publication. */
async function faultsOfBooks({ root }: Target, code: number | null): Promise<string[]> {
  const build = join(root, 'build');
  if (!existsSync(build) || code !== 0) return [];
  const faults: string[] = [];
  for (const path of readdirSync(build, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.pdf')) continue;
    if ((await paperOf(readFileSync(join(build, path)))).includes(secretText))
      faults.push(`${path} has the secret`);
  }
  return faults;
}

/** Processes and files that the command left behind. */
async function leftIn({ root, tmp }: Target): Promise<string[]> {
  const own = dirname(root);
  const naming = () => treeOf(1).filter((pid) => pid !== process.pid && commandOf(pid).includes(own));
  for (const until = performance.now() + leavingMs; naming().length > 0 && performance.now() < until; )
    await wait(100);
  const left = readdirSync(tmp);
  return [
    ...naming().map((pid) => `left a process: ${commandOf(pid).slice(0, 80)}`),
    ...(left.length > 0 ? [`left in TMPDIR: ${left.join(', ')}`] : []),
  ];
}
