import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { paperOf } from '../../edits/try-edit.js';
import { commandOf, treeOf } from '../../process-tree.js';
import type { Attack, AttackKind, Target } from '../attack.js';

/** A book that takes some seconds, different for each attack so that no cache has it. */
const book = (name: string): Attack['files'] =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `manuscript/a/${10 + at}.md`,
      `# 第${at}篇\n\n${`正文${name}${at}。`.repeat(300)}\n`,
    ]),
  );

const browsersOf = (pid: number) => treeOf(pid).filter((one) => /chrom/.test(commandOf(one)));

/** Waits for the browser of a run. */
async function browserOf(pid: number): Promise<void> {
  for (let tries = 0; tries < 600 && isRunning(pid) && browsersOf(pid).length === 0; tries++) await wait(25);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function end(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {
      // The process ended by itself.
    }
}

/** Kills the browser, or one of its processes, some time after it started. */
const killedBrowser = (name: string, which: RegExp, afterMs: number, times = 1): Attack => ({
  name: `the browser’s ${name} killed after ${afterMs} ms${times > 1 ? `, ${times} times` : ''}`,
  files: book(`${name}${afterMs}${times}`)!,
  meanwhile: async ({ pid }) => {
    for (let time = 0; time < times; time++) {
      await browserOf(pid);
      await wait(afterMs);
      end(
        browsersOf(pid).filter((one) => which.test(commandOf(one))),
        'SIGKILL',
      );
    }
  },
  ends: 'told',
  verify: whole,
});

/** Each PDF is either complete or absent. */
function whole({ root }: Target): string[] {
  const folder = join(root, 'build', 'a');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder);
  const half = names.filter(
    (name) =>
      name.endsWith('.pdf') && !/%%EOF\s*$/.test(readFileSync(join(folder, name), 'latin1').slice(-20)),
  );
  const temporary = names.filter((name) => name.endsWith('.tmp'));
  return [...half.map((name) => `${name} is half`), ...temporary.map((name) => `${name} is left`)];
}

/** Sends a signal to all processes, as a terminal does, or to the launcher alone, as a supervisor does. */
const signalled = (signal: NodeJS.Signals, afterMs: number, isAll: boolean): Attack => ({
  name: `${signal} to ${isAll ? 'all' : 'the launcher'} after ${afterMs} ms`,
  files: book(`${signal}${afterMs}${isAll}`)!,
  meanwhile: async ({ pid }) => {
    await wait(afterMs);
    end(isAll ? treeOf(pid) : [pid], signal);
  },
  ends: 'killed',
  verify: whole,
});

/** A build is killed and started again: nothing of the first one may be left. */
const forced = (seconds: number): Attack => ({
  name: `SIGKILL after ${seconds} s, and a build after it`,
  files: book(`forced${seconds}`)!,
  shell: `"$@" & p=$!; sleep ${seconds}; kill -9 $p; wait $p; sleep 3; "$@"`,
  ends: 'done',
  verify: whole,
});

/** A person saves a file during a build; the next build must contain the change. */
const saved = (seconds: number, resume: boolean): Attack => ({
  name: `saved after ${seconds} s${resume ? ', --resume' : ''}`,
  files: book(`saved${seconds}${resume}`)!,
  args: resume ? ['build', '--resume'] : ['build'],
  shell: `"$@" & p=$!; sleep ${seconds}; printf '# 一\\n\\n正文，癸卯。\\n' > save.tmp; mv save.tmp manuscript/a/01.md; wait $p; "$@" && "$@"`,
  edits: ['manuscript/a/01.md'],
  ends: 'done',
  verify: async ({ root }) =>
    (await paperOf(readFileSync(join(root, 'build/a/zh-Hans.pdf')))).includes('正文，癸卯。')
      ? []
      : ['what was saved is lost'],
});

/** Two builds at once write the same PDFs. */
const together: Attack = {
  name: 'four builds at once',
  files: book('together')!,
  shell: 'for i in 1 2 3 4; do "$@" & pids="$pids $!"; done; for p in $pids; do wait $p || exit 1; done',
  ends: 'done',
  verify: whole,
};

/** Interruptions: the browser dies, the program is killed, a file is saved during the build. */
export const endings: AttackKind = {
  name: 'endings',
  attacks: () => [
    killedBrowser('renderer', /type=renderer/, 100),
    killedBrowser('renderer', /type=renderer/, 900),
    killedBrowser('renderer', /type=renderer/, 200, 2),
    killedBrowser('all', /./, 50),
    killedBrowser('all', /./, 1_200),
    killedBrowser('all', /./, 300, 3),
    killedBrowser('zygote', /type=zygote/, 300),
    ...(['SIGTERM', 'SIGINT', 'SIGHUP'] as const).flatMap((signal) => [
      signalled(signal, 250, false),
      signalled(signal, 1_700, true),
    ]),
    forced(0.6),
    forced(2.2),
    ...[0.2, 0.8, 1.4, 2, 2.6, 3.2, 4].map((seconds, at) => saved(seconds, at % 2 === 1)),
    together,
  ],
};
