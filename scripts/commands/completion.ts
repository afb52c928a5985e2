import type { Command } from 'commander';
import { didYouMean, problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import type { ExitCode, Terminal } from './command.js';
import { shells } from './completion/shells.js';
import { wordsOf } from './completion/words.js';

/** `chongpai completion SHELL`: a script for shell completion of commands and options, to standard output. */
export function printCompletion(
  shell: string,
  { top, terminal }: { top: Command; terminal: Terminal },
): ExitCode {
  const write = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (!write)
    throw problem(say('unknown-shell', shell, Object.keys(shells).join(', ')), {
      ruleId: 'usage',
      ...didYouMean(shell, Object.keys(shells)),
    });
  terminal.result(write(wordsOf(top)));
  return 0;
}
