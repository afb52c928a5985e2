/**
 * 看守: runs chongpai in a process of its own. A long step of JavaScript hears no signal, and a process that ran out of
 * memory says nothing that a person understands; whoever watches from outside can end the one and speak for the other.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** A process that hears a signal ends its browsers and removes its files in .2 s; one that does not is ended by force. */
const graceMs = 3_000;
/** A build has 90 files open while it loads and starts its browser; half of these would do on a good day. */
const openFiles = 200;
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * Runs a program with our arguments, streams and signals, and ends as it ends.
 *
 * @param {string} program what to run
 * @param {string} words the module that has the words for what it can no longer say itself
 */
export async function supervise(program, words) {
  if (!canOpen(openFiles)) return tell(words, 'tooFewFiles', openFiles);
  // The channel is what tells the child that we are gone, however we went.
  const child = spawn(process.execPath, [...process.execArgv, program, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let asked = 0;
  for (const [signal, number] of Object.entries(signals))
    process.on(signal, () => {
      asked ||= number;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    });
  const { code, signal, error } = await new Promise((resolve) => {
    child.on('error', (error) => resolve({ error }));
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  if (asked > 0) process.exit(128 + asked);
  // The engine ends itself by SIGABRT or 134, by SIGTRAP or 133, when it gets no memory.
  if (error || signal || code >= 133) return tell(words, 'endedBySystem', error?.code ?? signal ?? code);
  process.exitCode = code;
}

function canOpen(count) {
  const open = [];
  try {
    while (open.length < count) open.push(openSync(new URL(import.meta.url)));
    return true;
  } catch {
    return false;
  } finally {
    open.forEach(closeSync);
  }
}

async function tell(words, what, value) {
  process.exitCode = 1;
  const { [what]: say } = await import(pathToFileURL(words).href);
  // biome-ignore lint/suspicious/noConsole: the terminal was the child's
  console.error(`error: ${say(value)}`);
}
