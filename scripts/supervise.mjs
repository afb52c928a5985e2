/**
 * 看守: runs chongpai in a process of its own. A long step of JavaScript hears no signal and tells nothing, and a process
 * that ran out of memory says nothing that a person understands; whoever watches from outside can end the one and
 * speak for the other.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { flagsFor } from './engine-flags.mjs';

/**
 * A process that hears a signal ends its browsers and removes its files in .2 s; one that does not is ended by force.
 */
const graceMs = 3_000;
/** A build has 90 files open while it loads and starts its browser; half of these would do on a good day. */
const openFiles = 200;
/** After this long without a line a log gets one, so that a long book cannot be mistaken for a hang. */
const usualSilenceMs = 15_000;
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * Runs a program with our arguments, streams and signals, and ends as it ends. Its standard error passes through here,
 * without the engine's account of its own end; a terminal is also its fourth stream, so that it can ask there.
 *
 * @param {string} program what to run
 * @param {string} words the module that has the words for what it can no longer say itself
 * @param {{ silenceMs?: number, ready?: () => Promise<boolean> }} options after how long without a line a log gets one; and
 *   what is to be done while the process starts, which then waits for a message: true if nothing is left for it to do
 */
export async function supervise(program, words, { silenceMs = usualSilenceMs, ready } = {}) {
  if (!canOpen(openFiles)) {
    await ready?.();
    return fail(words, 'tooFewFiles', openFiles);
  }
  const isLive = isatty(2);
  // The channel is what tells the child that we are gone, however we went.
  const flags = [...flagsFor(process.versions.node), ...process.execArgv];
  const child = spawn(process.execPath, [...flags, program, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'pipe', 'ipc', ...(isLive ? [2] : [])],
  });
  const guard = guardian(child.pid);
  const log = newLog(words, silenceMs);
  child.stderr?.setEncoding('utf8').on('data', log.line);
  child.on('message', ({ doing }) => log.begin(doing));
  let asked = 0;
  const end = (signal) => {
    asked ||= signals[signal];
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  };
  for (const signal of Object.keys(signals)) process.on(signal, () => end(signal));
  // `npm run` and `npx` start a shell that starts us, and signal neither of the two when they end.
  if (process.env.npm_lifecycle_event) whenOrphaned(() => end('SIGTERM'));
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ error }));
    // Processes that it started and left behind may hold its streams open.
    child.on('exit', (code, signal) => setTimeout(resolve, graceMs, { code, signal }).unref());
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  if (await ready?.()) {
    guard.leave();
    log.end();
    return dismiss(child, asked);
  }
  // It may have ended.
  if (ready && child.connected) child.send('go', () => undefined);
  const { code, signal, error } = await ended;
  guard.leave();
  log.end();
  const isEnded = error || signal || code >= 133;
  if (signal === 'SIGKILL' || (isEnded && asked === 0)) await sweep(words);
  if (asked > 0) process.exit(128 + asked);
  // The engine ends itself by SIGABRT or 134, by SIGTRAP or 133, when it gets no memory.
  if (isEnded) return fail(words, 'endedBySystem', error?.code ?? signal ?? code);
  process.exitCode = code;
}

/** Ends a process that has done nothing. Whoever waits for the end of our output waits for it too. */
function dismiss(child, asked) {
  child.kill('SIGKILL');
  if (child.connected) child.disconnect();
  child.unref();
  process.exitCode = asked > 0 ? 128 + asked : 0;
}

/**
 * A shell that kills the child when this process is gone without a word. In most steps the closed channel tells the
 * child so; in a long step of JavaScript it hears nothing. A thread of the child could watch too, but takes five times
 * as long to start. On Windows the system ends the child with us.
 */
function guardian(pid) {
  if (process.platform === 'win32' || pid === undefined) return { leave: () => undefined };
  const watch = `trap '' INT TERM HUP; read word || kill -KILL ${pid}`;
  const shell = spawn('/bin/sh', ['-c', watch], { stdio: ['pipe', 'ignore', 'ignore'] });
  shell.on('error', () => undefined); // a machine without a shell
  shell.stdin.on('error', () => undefined);
  shell.unref();
  shell.stdin.unref();
  return { leave: () => shell.stdin.end('done\n') };
}

/** Calls back when the process that started this one, or the one above that, has ended. */
function whenOrphaned(then) {
  const first = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === first) return;
    clearInterval(timer);
    then();
  }, 1_000);
  timer.unref();
}

/** The numbers of the parent and, where the system tells it, of the parent's parent. */
function ancestors() {
  const parent = process.ppid;
  try {
    const [, above] = readFileSync(`/proc/${parent}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${parent} ${above}`;
  } catch {
    return `${parent}`;
  }
}

/** Passes on what the child writes, and says what it is doing when nothing was written for long, in whatever steps. */
function newLog(words, silenceMs) {
  let [timer, isEngine, heard] = [undefined, false, Date.now()];
  process.stderr.on('error', () => undefined); // nobody reads it any more
  const write = (text) => {
    isEngine ||= !process.env.CHONGPAI_DEBUG && /^(?:<--- Last few GCs|FATAL ERROR:|#\n# Fatal)/m.test(text);
    if (!isEngine) process.stderr.write(text);
  };
  const end = () => {
    clearTimeout(timer);
    heard = Date.now();
  };
  const speakLater = (doing, started) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        tell(words, 'stillDoing', [doing, Math.round((Date.now() - started) / 1000)]);
        heard = Date.now();
        speakLater(doing, started);
      },
      heard + silenceMs - Date.now(),
    );
  };
  return {
    end,
    line: (text) => {
      end();
      write(text);
    },
    begin: (doing) => speakLater(doing, Date.now()),
  };
}

function canOpen(count) {
  const open = [];
  const file = fileURLToPath(import.meta.url);
  try {
    while (open.length < count) open.push(openSync(file));
    return true;
  } catch {
    return false;
  } finally {
    open.forEach(closeSync);
  }
}

/** A process that was ended by force leaves its folder; its browsers notice that and end .2 s later. */
async function sweep(words) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { sweepBehind } = await import(pathToFileURL(words).href);
  await sweepBehind();
}

function fail(words, what, value) {
  process.exitCode = 1;
  return tell(words, what, [value], 'error: ');
}

async function tell(words, what, values, head = '') {
  const { [what]: say } = await import(pathToFileURL(words).href);
  process.stderr.write(`${head}${say(...values)}\n`);
}
