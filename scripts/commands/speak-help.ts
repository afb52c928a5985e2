import type { Command } from 'commander';
import type { Language } from '../article/words/sentence.js';
import { chineseRows } from '../edition/rows/index.js';
import { helpWords } from './help-words.js';

const ids = chineseRows.map(({ id }) => id).join(', ');

/** A description in a language; in English as it was declared. */
export function helpIn(language: Language, text: string): string {
  if (language === 'en') return text;
  const known = helpWords[text.replace(ids, '{ids}').trim()];
  return known
    ? known[language === 'zh-Hans' ? 0 : 1].replace('{ids}', () => ids.replaceAll(', ', '、'))
    : text;
}

/** Lets a program, and all of its commands, give their help in a language. Commands declared later stay as they are. */
export function speakHelp(command: Command, language: Language): void {
  if (language === 'en') return;
  command.description(helpIn(language, command.description()));
  for (const option of command.options) option.description = helpIn(language, option.description);
  command.helpOption('-h, --help', helpIn(language, 'display help for command'));
  const usual = language === 'zh-Hans' ? '默认' : '預設';
  command.configureHelp({
    styleTitle: (title) => helpIn(language, title),
    optionDescription: ({ description, defaultValue }) =>
      defaultValue === undefined ? description : `${description}（${usual} ${defaultValue}）`,
  });
  if (command.commands.length > 0)
    command.helpCommand('help [command]', helpIn(language, 'display help for command'));
  for (const one of command.commands) speakHelp(one, language);
}
