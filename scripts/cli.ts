import { dirname } from 'node:path';
import type { ExitCode, Terminal } from './commands/command.js';
import { languageFrom } from './commands/tell/language.js';

export { endedBySystem, stillDoing, sweepBehind, tooFewFiles } from './commands/tell/supervised.js';

/** Standard error: a terminal, a pipe or a file. */
type Errors = NodeJS.WriteStream;

/** argv → one command → report → exit code. The only file that touches `process` and the console. */
export async function main(argv: readonly string[], errors: Errors = process.stderr): Promise<void> {
  const terminal = newTerminal(errors);
  guardStreams(errors, terminal);
  endOnSignals();
  try {
    const spoken = languageFrom(argv, process.env);
    terminal.language = spoken.language;
    if (/^(?:-V|--version)$/.test(spoken.argv[2] ?? '')) {
      const { tellVersion } = await import('./commands/version.js');
      process.exitCode = await tellVersion(terminal);
      return;
    }
    const { program } = await import('./commands/program.js');
    let code: ExitCode = 0;
    await program(terminal, (exit) => {
      code = exit;
    }).parseAsync(spoken.argv);
    process.exitCode = code;
  } catch (error) {
    process.exitCode = await report(error, terminal);
  }
}

/**
 * True if the command line is a build that would make nothing; then this has told all that there is to tell. The launcher
 * asks, while the process that would run `main` starts; any failure is that one's to tell.
 */
export async function tellStanding(argv: readonly string[], errors: Errors): Promise<boolean> {
  const terminal = newTerminal(errors);
  guardStreams(errors, terminal);
  try {
    const spoken = languageFrom(argv, process.env);
    terminal.language = spoken.language;
    const standing = await import('./commands/build/standing.js');
    return await standing.tellStanding(spoken.argv, terminal);
  } catch {
    return false;
  }
}

async function report(error: unknown, terminal: Terminal): Promise<number> {
  const { CommanderError } = await import('commander');
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { explain, isWrongUse } = await import('./commands/tell/explain.js');
  const { say, textOf } = await import('./article/words/say.js');
  terminal.line(textOf(say('line-error', explain(error, terminal.language)), terminal.language));
  return isWrongUse(error) ? 2 : 1;
}

function newTerminal(errors: Errors): Terminal {
  const isLive = errors.isTTY === true;
  let isDirty = false;
  const clear = () => {
    if (isDirty) errors.write('\r\x1b[K');
    isDirty = false;
  };
  return {
    cwd: startFolder(),
    result: (text) => {
      clear();
      process.stdout.write(text);
    },
    line: (text) => {
      clear();
      errors.write(`${text}\n`);
    },
    progress: (text) => {
      // A log has no last line to write over: the supervisor writes to it only after a long silence.
      if (!isLive) return void process.send?.({ doing: text });
      clear();
      errors.write(text.slice(0, (errors.columns ?? 80) - 1));
      isDirty = true;
    },
    input: async () => {
      const { readStreamWithin } = await import('./article/files/read-stream.js');
      return readStreamWithin(process.stdin, 'standard input');
    },
    ...(isLive && process.stdin.isTTY === true && { ask: asker(errors) }),
  };
}

/** Asks on standard error: standard output is for the result. */
const asker =
  (errors: Errors): NonNullable<Terminal['ask']> =>
  async (question, usual) => {
    const { createInterface } = await import('node:readline/promises');
    const lines = createInterface({ input: process.stdin, output: errors });
    // Ctrl-C and Ctrl-D close the reader: nothing is done for a person who leaves at a question.
    const leave = () => process.exit(130);
    lines.once('close', leave);
    const answer = await lines.question(`${question}${usual ? ` [${usual}]` : ''}: `);
    lines.off('close', leave).close();
    return answer;
  };

/** `npm run …` changes to the package's folder: paths stay relative to the folder of the call. */
function startFolder(): string {
  const { npm_lifecycle_event: script, npm_package_json: manifest, INIT_CWD: called } = process.env;
  const isOurs = ['chongpai', 'build', 'preview', 'bench', 'look'].includes(script ?? '');
  const moved = isOurs && manifest !== undefined && dirname(manifest) === process.cwd();
  return moved && called ? called : process.cwd();
}

/**
 * `chongpai restore … | head`: a reader that closes the pipe is not a failure, and must not stop a build. A result that
 * finds no room is one; messages that find none are lost.
 */
function guardStreams(errors: Errors, terminal: Terminal): void {
  for (const stream of [process.stderr, errors]) stream.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    void report(error, terminal).then((code) => process.exit(code));
  });
}

/**
 * Exits on signals, as 128 + the signal's number: Puppeteer ends its browsers when the process exits. The signal of a
 * terminal comes twice, from it and from the supervisor. When the supervisor is gone, nobody waits for a result.
 */
function endOnSignals(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.on(signal, () => process.exit(128 + number));
  process.on('disconnect', () => process.exit(1));
  // Listening alone is no reason to stay.
  process.channel?.unref();
}
