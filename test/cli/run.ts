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
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ownLauncher = join(import.meta.dirname, '../../scripts/bin.mjs');

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
  input?: string | Uint8Array;
  /** Ctrl-C as soon as standard error contains this. */
  interruptAt?: string;
  /** Called with all of standard error whenever there is more of it. */
  heard?: (stderr: string) => void;
  /** Close standard output at once, as `head` does. */
  deaf?: boolean;
  /** Another copy of chongpai than this one. */
  launcher?: string;
}

/** Lines that tell of a long step after some silence: on a busy machine, any step is long. */
const stillDoing = /^.+ {2}for \d+ s\n/gm;

/** Runs `chongpai ARGS` as a separate process, like a shell. */
export function run(args: readonly string[], options: RunOptions): Promise<Outcome> {
  const { cwd, env, input, interruptAt, heard, deaf, launcher = ownLauncher } = options;
  const child = spawn(process.execPath, [launcher, ...args], {
    cwd,
    env: { ...process.env, LC_ALL: 'C', ...env },
  });
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  if (deaf) child.stdout.destroy();
  child.stdout.setEncoding('utf8').on('data', (text) => {
    outcome.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    outcome.stderr += text;
    heard?.(outcome.stderr);
    if (interruptAt !== undefined && outcome.stderr.includes(interruptAt)) child.kill('SIGINT');
  });
  child.stdin.on('error', () => undefined).end(input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ ...outcome, stderr: outcome.stderr.replace(stillDoing, ''), code }),
    );
  });
}

/** A folder of files that is removed again by `remove`. */
export function newFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-cli-'));
  const path = (name: string) => join(root, name);
  const write = (name: string, content: string | Uint8Array, mode = 0o644) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content, { mode });
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    root,
    path,
    write,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    has: (name: string) => existsSync(path(name)),
    list: (name = '.') =>
      existsSync(path(name)) ? readdirSync(path(name), { recursive: true, encoding: 'utf8' }).sort() : [],
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Command lines of the processes that mention a text; processes that end meanwhile do not count. */
export function processesNaming(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const line = readFileSync(join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' ');
        return line.includes(text) ? [line] : [];
      } catch {
        return [];
      }
    });
}
