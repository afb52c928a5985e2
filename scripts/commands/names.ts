import { join, relative, resolve } from 'node:path';
import { refuseLinksOut } from '../article/files/walk.js';
import { names as files, listArticles, readTextFile } from '../article/manuscript.js';
import { reasonIn } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { findPublication, pickIssues } from '../config.js';
import { adaptationOf, convert } from '../edition/convert/convert.js';
import { proposeNames } from '../edition/lexicon/propose-names.js';
import { type ExitCode, spoken, type Terminal } from './command.js';

export interface NamesArguments {
  to?: string;
}

/**
 * `chongpai names [ISSUE…]`: names and doubtful words of an issue's text that no names file has yet, in the form of the
 * conversion. The list has the syntax of a names file: correct lines can be appended as they are.
 */
export async function listNames(
  asked: readonly string[],
  { to = 'zh-Hant-TW' }: NamesArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  for (const folder of pickIssues(place, asked)) {
    refuseLinksOut(place.root, [relative(place.root, folder)]);
    const known = [join(folder, files.glossary), join(place.root, 'manuscript', files.glossary)].flatMap(
      (path) => {
        const text = readTextFile(path);
        return text === undefined ? [] : [{ path, text }];
      },
    );
    const { names } = adaptationOf(to, { names: known });
    for (const message of names.messages)
      terminal.line(`${message.file}:${message.line}: ${reasonIn(message, terminal.language)}`);
    const text = textOf(folder);
    const unused = names.list.filter(({ source }) => !text.includes(source));
    for (const { path, line, output } of unused)
      terminal.line(`${path}:${line}: ${spoken(terminal, say('name-nowhere', output))}`);
    terminal.result(`# ${resolve(folder)} → ${to}\n`);
    for (const { source, count, context } of proposeNames(text, names)) {
      const { text: output } = convert(source, to, { names: known });
      terminal.result(`${output}${output === source ? '' : ` = ${source}`} # ${count} × …${context}…\n`);
    }
  }
  return 0;
}

/** The reviewed articles of an issue, or its source where there is none yet. */
function textOf(folder: string): string {
  const articles = listArticles(folder).map((id) => readTextFile(join(folder, files.article(id))) ?? '');
  return articles.length > 0 ? articles.join('\n') : (readTextFile(join(folder, files.source)) ?? '');
}
