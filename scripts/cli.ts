import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { packageRoot } from './article/package-root.js';
import type { ExitCode, Terminal } from './commands/command.js';

/** argv → one command → report → exit code. Each command loads its own stages, so that `--help` costs nothing. */
export async function main(argv: readonly string[]): Promise<void> {
  guardStreams();
  endOnSignals();
  const terminal = newTerminal();
  try {
    let code: ExitCode = 0;
    await program(terminal, (exit) => {
      code = exit;
    }).parseAsync([...argv]);
    process.exitCode = code;
  } catch (error) {
    process.exitCode = await report(error, terminal);
  }
}

function program(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const { version, description } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const top = new Command('chongpai').description(description).version(version).exitOverride();
  top.showHelpAfterError('(chongpai --help lists the commands)');
  const command = (usage: string, about: string) =>
    top.command(usage).description(about).exitOverride().showHelpAfterError('(add --help for help)');

  command('build [issues...]', 'Make PDFs of issues (of all, if none is named)')
    .option('-e, --edition <names...>', 'editions to make: zh-Hans, zh-Hant-TW, zh-Hans+en, zh-Hans@pinyin …')
    .option('-o, --out <dir>', 'folder for <issue>/<edition>.pdf (default: build/ of the publication)')
    .option('--jobs <number>', 'issues built at once (default: by cores and memory)', wholeNumber)
    .option('--shard <i/n>', 'build only the i-th of n equal parts of the issues')
    .option('--resume', 'skip editions whose PDF is newer than all that it is made of')
    .option('--json', 'write the report as JSON to standard output')
    .action(async (issues, options) => {
      const { buildIssues } = await import('./commands/build.js');
      end(await buildIssues(issues, options, terminal));
    });
  command('preview [issue]', 'Serve an issue as facing pages that follow every change')
    .option('-p, --port <number>', 'port to listen on', portNumber)
    .option('--host <address>', 'address to listen on (default: this machine alone)')
    .option('--look <dir>', 'take pictures of the desk at three widths into a folder, and end')
    .action(async (issue, options) => {
      const { previewIssue } = await import('./commands/preview.js');
      end(await previewIssue(issue, options, terminal));
    });
  command('restore [file]', 'Give a raw newspaper text its paragraphs, titles and characters back')
    .option('--json', 'write articles, edits, messages and measures as JSON')
    .option('--schema', 'write the JSON schema of --json, and nothing else')
    .option('--encoding <name>', 'encoding of the file (default: detected)')
    .addHelpText(
      'after',
      '\nFILE is a text, - for standard input, or the folder of an issue, whose manuscript is then restored anew.',
    )
    .action(async (file, options) => {
      const { restoreFile } = await import('./commands/restore.js');
      end(await restoreFile(file, options, terminal));
    });
  command('convert', 'Convert Markdown from standard input to a Traditional edition')
    .requiredOption('--to <edition>', 'zh-Hant-TW, zh-Hant-HK or zh-Hant; zh-Hans from Traditional')
    .option('--raw', 'OpenCC alone, without corrections')
    .option('--vocabulary', 'words of the region too: 软件 → 軟體')
    .option('--names <file>', 'names and terms in the form of the output')
    .option('--json', 'write the text and its doubtful spots as JSON')
    .action(async (options) => {
      const { convertInput } = await import('./commands/convert.js');
      end(await convertInput(options, terminal));
    });
  command('names [issues...]', 'Propose names and terms of an issue for its names.txt')
    .option('--to <edition>', 'edition whose form they have (default: zh-Hant-TW)')
    .action(async (issues, options) => {
      const { listNames } = await import('./commands/names.js');
      end(await listNames(issues, options, terminal));
    });
  const translate = top
    .command('translate')
    .description('Exchange text with translators: XLIFF 2.1 or bilingual Markdown');
  translate
    .command('export <issue>')
    .description('Write what is to be translated, and what already is')
    .option('--to <language>', 'language of the translation', 'en')
    .option('--format <name>', 'xliff or markdown (default: both)')
    .option('-o, --out <dir>', 'folder for <issue>.<language>.xlf and .md (default: build/<issue>/)')
    .exitOverride()
    .action(async (issue, options) => {
      const { exportIssue } = await import('./commands/translate.js');
      end(await exportIssue(issue, options, terminal));
    });
  translate
    .command('import <file>')
    .description('Put a translator’s file beside the articles: <issue>/en/')
    .option('--issue <id>', 'issue that it belongs to (default: by the name of the file)')
    .exitOverride()
    .action(async (file, options) => {
      const { importFile } = await import('./commands/translate.js');
      end(await importFile(file, options, terminal));
    });
  command('check <pdf>', 'Read a PDF back and prove its text, fonts and boxes')
    .option('--against <issue>', 'issue whose manuscript it must carry')
    .option('--json', 'write the findings as JSON')
    .action(async (pdf, options) => {
      const { checkPdf } = await import('./commands/check.js');
      end(await checkPdf(pdf, options, terminal));
    });
  command('new <dir>', 'Start a publication; without options, ask at a terminal, else take a sample')
    .option('--title <name>', 'name of the publication (default: the folder’s)')
    .option('--date <date>', 'date of the first issue, such as 2025-02-26')
    .option('--trim <size>', 'A5, 16开, 大32开 … or width×height in mm, such as 140x203')
    .option('--editions <names...>', 'editions to make: zh-Hans, zh-Hant-TW, zh-Hans+en, zh-Hans@pinyin …')
    .option('--text <file>', 'text of the first issue, - for standard input (default: a sample)')
    .action(async (dir, options) => {
      const { newPublication } = await import('./commands/new.js');
      end(await newPublication(dir, options, terminal));
    });
  command(
    'look [issues...]',
    'Make contact sheets: all pages of an issue on one picture, by theme and edition',
  )
    .option('-t, --theme <names...>', 'themes (default: all there are)')
    .option('-e, --edition <names...>', 'editions (default: those of the publication)')
    .option('--spreads', 'one spread of each instead of all pages')
    .option('-o, --out <dir>', 'folder for the pictures (default: build/look/ of the publication)')
    .action(async (issues, options) => {
      const { lookAt } = await import('./commands/look.js');
      end(await lookAt(issues, options, terminal));
    });
  command('bench [name]', 'Measure: the stages on the sample, or restore, convert, pages, scale …')
    .option('--data <dir>', 'folder with sample/ and corpus/ (default: ../shared)')
    .option('--seed <number>', 'first seed of generated texts', wholeNumber)
    .option('--pages <number>', 'generated pages', wholeNumber)
    .option('--limit <seconds>', 'time that a peer may take for one book', wholeNumber)
    .option('--specs <dir>', 'a clone of pagedjs/pagedjs, for the bench specs')
    .action(async (name, options) => {
      const { bench } = await import('./bench/index.js');
      end(await bench(name, options, terminal));
    });
  return top;
}

async function report(error: unknown, terminal: Terminal): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { explain, isWrongUse } = await import('./commands/explain.js');
  terminal.line(`error: ${explain(error)}`);
  return isWrongUse(error) ? 2 : 1;
}

function newTerminal(): Terminal {
  const isLive = process.stderr.isTTY === true;
  let isDirty = false;
  const clear = () => {
    if (isDirty) process.stderr.write('\r\x1b[K');
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
      process.stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!isLive) return;
      clear();
      process.stderr.write(text.slice(0, (process.stderr.columns ?? 80) - 1));
      isDirty = true;
    },
    input: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    ...(isLive && process.stdin.isTTY === true && { ask }),
  };
}

/** Asks on standard error: standard output is for the result. */
async function ask(question: string, usual: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(`${question}${usual ? ` [${usual}]` : ''}: `);
  } finally {
    lines.close();
  }
}

/** `npm run …` moves to the package's folder: paths still mean what they meant where it was called. */
function startFolder(): string {
  const { npm_lifecycle_event: script, npm_package_json: manifest, INIT_CWD: called } = process.env;
  const isOurs = ['chongpai', 'build', 'preview', 'bench', 'look'].includes(script ?? '');
  const moved = isOurs && manifest !== undefined && dirname(manifest) === process.cwd();
  return moved && called ? called : process.cwd();
}

/** `chongpai restore … | head`: the reader went away, which is no failure, and no reason to leave a book unmade. */
function guardStreams(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    });
}

/** Puppeteer ends its browsers when the process exits, so leaving is enough: 128 + the signal's number. */
function endOnSignals(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Expected a whole number from 1.');
  return number;
}

function portNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('Expected 0 to 65535.');
  return number;
}
