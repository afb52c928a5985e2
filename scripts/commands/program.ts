import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { packageRoot } from '../article/package-root.js';
import { languages } from '../article/words/sentence.js';
import { chineseRows } from '../edition/rows/index.js';
import { declareBuild, editionsHelp, wholeNumber } from './build/declare.js';
import type { ExitCode, Terminal } from './command.js';
import { helpIn, speakHelp } from './speak-help.js';

const chineseIds = chineseRows.map(({ id }) => id);
/** Means of declaring commands. */
interface Declaring {
  command: (usage: string, about: string) => Command;
  terminal: Terminal;
  end: (code: ExitCode) => void;
  /** The whole program, for commands that describe it. */
  top: Command;
}

/** The command line: every command with its options. Each loads its own stages, so that `--help` costs nothing. */
export function program(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const { description } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const top = new Command('chongpai').description(description).exitOverride();
  // `main` reads this option: it stands without a command.
  top.option('-V, --version', 'write the versions of chongpai, Node, browser and fonts');
  top.option(
    '--lang <language>',
    `language of messages: ${Object.keys(languages).join(', ')} (default: the system’s)`,
  );
  const language = terminal.language ?? 'en';
  top.showHelpAfterError(helpIn(language, '(chongpai --help lists the commands)'));
  const command = (usage: string, about: string) =>
    top
      .command(usage)
      .description(about)
      .exitOverride()
      .showHelpAfterError(helpIn(language, '(add --help for help)'));
  for (const declare of [bookCommands, textCommands, toolCommands]) declare({ command, terminal, end, top });
  speakHelp(top, language);
  return top;
}

/** Declares the commands from manuscript to book. */
function bookCommands({ command, terminal, end }: Declaring): void {
  declareBuild(command('build [issues...]', 'Make PDFs of issues (of all, if none is named)')).action(
    async (issues, options) => {
      if (options.watch) {
        const { watchIssues } = await import('./build/watch.js');
        await watchIssues(issues, options, terminal);
      }
      const { buildIssues } = await import('./build.js');
      end(await buildIssues(issues, options, terminal));
    },
  );
  command('preview [issue]', 'Serve an issue as facing pages that follow every change')
    .option('-p, --port <number>', 'port to listen on', portNumber)
    .option('--host <address>', 'address to listen on (default: this machine only)')
    .option('--browser <path>', 'Chrome or Chromium to print with, instead of the default')
    .option('--look <dir>', 'save pictures of the desk at three widths in a folder, and exit')
    .option('--scene <name>', 'with --look: only this picture; desk is the one of the READMEs')
    .action(async (issue, options) => {
      const { previewIssue } = await import('./preview.js');
      end(await previewIssue(issue, options, terminal));
    });
  command('check <pdf>', 'Read a PDF back and prove its text, fonts and boxes')
    .option('--against <issue>', 'issue whose manuscript it must contain')
    .option('--report [file]', 'compare it, and everything it was made from, with its report.json')
    .option('--json', 'write the findings as JSON')
    .action(async (pdf, options) => {
      const { checkPdf } = await import('./check.js');
      end(await checkPdf(pdf, options, terminal));
    });
  command('new <dir>', 'Start a publication; without options, ask on a terminal, else use a sample')
    .option('--title <name>', 'name of the publication (default: the folder’s)')
    .option('--date <date>', 'date of the first issue, such as 2025-02-26')
    .option('--trim <size>', 'A5, 16开, 大32开 … or width×height in mm, such as 140x203')
    .option('--editions <names...>', editionsHelp)
    .option('--text <file>', 'text of the first issue, - for standard input (default: a sample)')
    .option('--example <name>', 'start with an example: gazetteer, constitution or reprint')
    .action(async (dir, options) => {
      const { newPublication } = await import('./new.js');
      end(await newPublication(dir, options, terminal));
    });
  command(
    'look [issues...]',
    'Make contact sheets: all pages of an issue in one picture, by theme and edition',
  )
    .option('-t, --theme <names...>', 'themes (default: all)')
    .option('-e, --edition <names...>', 'editions (default: those of the publication)')
    .option('--spreads', 'one spread of each instead of all pages')
    .option('--browser <path>', 'Chrome or Chromium to print with, instead of the default')
    .option('-o, --out <dir>', 'folder for the pictures (default: build/look/ of the publication)')
    .action(async (issues, options) => {
      const { lookAt } = await import('./look.js');
      end(await lookAt(issues, options, terminal));
    });
}

/** Declares the commands for text only: restore, convert, translate. */
function textCommands({ command, terminal, end }: Declaring): void {
  command('restore [files...]', 'Restore the paragraphs, titles and characters of raw newspaper texts')
    .option('--json', 'write articles, edits, messages and measures as JSON')
    .option('--schema', 'write the JSON schema of --json, and nothing else')
    .option('--encoding <name>', 'encoding of the file (default: detected)')
    .option(
      '-o, --out <dir>',
      'folder for <file>.md (default: one file to standard output, many beside themselves)',
    )
    .option('--overwrite', 'write over files that exist already')
    .option('--jobs <number>', 'files restored at once (default: by cores and memory)', wholeNumber)
    .addHelpText(
      'after',
      `\n${helpIn(terminal.language ?? 'en', 'FILE is a text, a PDF, a DOCX, a saved web page, or a file of a text recognition (ALTO, hOCR, PAGE, JSON, TSV). Use - or no FILE to read standard input, or the folder of an issue to restore its manuscript again. Several files, or the texts of any other folder, are written each to a file of its own; with --json each to a line of standard output.')}`,
    )
    .action(async (files, options) => {
      const { restoreFiles } = await import('./restore.js');
      end(await restoreFiles(files, options, terminal));
    });
  command(
    'convert [file]',
    'Convert Markdown (a file or standard input) to the script and marks of an edition',
  )
    .requiredOption('--to <edition>', chineseIds.join(', '))
    .option('--raw', 'OpenCC only, without corrections')
    .option('--vocabulary', 'also use words of the region: 软件 → 軟體')
    .option('--names <file>', 'names and terms in the form of the output')
    .option('--json', 'write the text and its doubtful spots as JSON')
    .action(async (file, options) => {
      const { convertInput } = await import('./convert.js');
      end(await convertInput({ ...options, ...(file !== undefined && { file }) }, terminal));
    });
  command('names [issues...]', 'Propose persons and places of an issue for its names.txt')
    .option(
      '--to <edition>',
      'edition for the form of the names (default: zh-Hant-TW; zh-Hans for a Traditional text)',
    )
    .action(async (issues, options) => {
      const { listNames } = await import('./names.js');
      end(await listNames(issues, options, terminal));
    });
  translateCommands(command('translate', 'Exchange text with translators: XLIFF 2.1 or bilingual Markdown'), {
    terminal,
    end,
  });
}

function translateCommands(translate: Command, { terminal, end }: Pick<Declaring, 'terminal' | 'end'>): void {
  translate
    .command('export <issue>')
    .description('Write the text to be translated, with existing translations')
    .option('--to <language>', 'language of the translation', 'en')
    .option('--format <name>', 'xliff or markdown (default: both)')
    .option('-o, --out <dir>', 'folder for <issue>.<language>.xlf and .md (default: build/<issue>/)')
    .exitOverride()
    .action(async (issue, options) => {
      const { exportIssue } = await import('./translate.js');
      end(await exportIssue(issue, options, terminal));
    });
  translate
    .command('import <file>')
    .description('Put a translator’s file beside the articles: <issue>/en/')
    .option('--issue <id>', 'issue of the file (default: by the name of the file)')
    .exitOverride()
    .action(async (file, options) => {
      const { importFile } = await import('./translate.js');
      end(await importFile(file, options, terminal));
    });
}

/** Declares the commands for editors, shells and developers of chongpai. */
function toolCommands({ command, terminal, end, top }: Declaring): void {
  command('schema <name>', 'Print the JSON Schema of publication, issue, overrides or front-matter').action(
    async (name) => {
      const { printSchema } = await import('./schema.js');
      end(printSchema(name, terminal));
    },
  );
  command('completion <shell>', 'Print a script that completes commands in bash, zsh or fish').action(
    async (shell) => {
      const { printCompletion } = await import('./completion.js');
      end(printCompletion(shell, { top, terminal }));
    },
  );
  command('bench [name]', 'Measure: the stages on the sample, or restore, convert, pages, scale …')
    .option('--data <dir>', 'folder with sample/ and corpus/ (default: ../shared)')
    .option('--seed <number>', 'first seed of generated texts', wholeNumber)
    .option('--pages <number>', 'generated pages', wholeNumber)
    .option('--limit <seconds>', 'time limit of a peer for one book', wholeNumber)
    .option('--minutes <number>', 'running time of the bench fuzz', wholeNumber)
    .option('--book <name>', 'one book of the bench proof: plain, bilingual or readings')
    .option('--kinds <list>', 'parts of the bench proof: cost, sheets, hidden, place, tags …')
    .option('--alone', 'chongpai without its peers, in the benches pages and scale')
    .option('--cases <number>', 'cases of each subject of the bench fuzz', wholeNumber)
    .option('--specs <dir>', 'a clone of pagedjs/pagedjs, for the bench specs')
    .action(async (name, options) => {
      const { bench } = await import('../bench/index.js');
      end(await bench(name, options, terminal));
    });
  command('pack-fonts <folder>', 'Write styles/fonts from the packages in a node_modules folder').action(
    async (folder) => {
      const { packFonts } = await import('./pack-fonts.js');
      end(await packFonts(folder, terminal));
    },
  );
}

function portNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('Expected 0 to 65535.');
  return number;
}
