import { type Command, InvalidArgumentError } from 'commander';
import { chineseRows } from '../../edition/rows/index.js';

const chineseIds = chineseRows.map(({ id }) => id).join(', ');
export const editionsHelp = `editions to make: ${chineseIds}, en; zh-Hans+en side by side, zh-Hans@pinyin with readings`;

/** Gives a command the options of a build. */
export const declareBuild = (command: Command): Command =>
  command
    .option('-e, --edition <names...>', editionsHelp)
    .option('-o, --out <dir>', 'folder for <issue>/<edition>.pdf (default: build/ of the publication)')
    .option('--jobs <number>', 'issues built at once (default: by cores and memory)', wholeNumber)
    .option('--shard <i/n>', 'build only the i-th of n equal parts of the issues')
    .option('--resume', 'skip editions whose PDF is up to date')
    .option('--watch', 'build again whenever a file of the publication is saved')
    .option('--browser <path>', 'Chrome or Chromium to print with, instead of the default')
    .option('--press <scheme>', 'also make a press file: saddle, signatures, stack, stab or single')
    .option(
      '--press-dummy',
      'with --press: also a dummy of numbered pages to fold, and a sheet to calibrate the printer',
    )
    .option(
      '--encoding <name>',
      'encoding of the sources (default: detected, or that of the last restoration)',
    )
    .option('--json', 'write events to standard error and the report to standard output, as JSON');

/** A whole number from 1, of an option. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Expected a whole number from 1.');
  return number;
}
