import { join, relative, resolve } from 'node:path';
import { refuseLinksOut } from '../article/files/walk.js';
import { names as files, listArticles, readTextFile } from '../article/manuscript.js';
import { reasonIn } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { findPublication, pickIssues } from '../config.js';
import { adaptationOf, convert } from '../edition/convert/convert.js';
import { detectScript } from '../edition/detect-script.js';
import type { NamesFile } from '../edition/lexicon/names.js';
import { type Candidate, proposeNames } from '../edition/lexicon/propose-names.js';
import { scriptOf } from '../text/script-of.js';
import { type ExitCode, spoken, type Terminal } from './command.js';

export interface NamesArguments {
  /** Edition for the form of the names; if absent, the script of the text decides. */
  to?: string;
}

/**
 * `chongpai names [ISSUE…]`: persons and places of an issue's text that no names file has yet, in the form of the
 * conversion. The list has the syntax of a names file: correct lines can be appended as they are.
 */
export async function listNames(
  asked: readonly string[],
  { to }: NamesArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  for (const folder of pickIssues(place, asked)) {
    refuseLinksOut(place.root, [relative(place.root, folder)]);
    const text = textOf(folder);
    // A Traditional manuscript is converted only to Simplified.
    const edition = to ?? (detectScript(text) === 'hant' ? 'zh-Hans' : 'zh-Hant-TW');
    const known = [join(folder, files.glossary), join(place.root, 'manuscript', files.glossary)].flatMap(
      (path) => {
        const names = readTextFile(path);
        return names === undefined ? [] : [{ path, text: names }];
      },
    );
    const { names } = adaptationOf(edition, { names: known });
    for (const message of names.messages)
      terminal.line(`${message.file}:${message.line}: ${reasonIn(message, terminal.language)}`);
    for (const { source, path, line, output } of names.list)
      if (!text.includes(source))
        terminal.line(`${path}:${line}: ${spoken(terminal, say('name-nowhere', output))}`);
    terminal.result(`# ${resolve(folder)} → ${edition}\n`);
    writeCandidates(proposeNames(text, names), { edition, known }, terminal);
  }
  return 0;
}

const headings = { person: '[人名]', place: '[地名]', other: '[其他]' } as const;

function writeCandidates(
  candidates: readonly Candidate[],
  { edition, known }: { edition: string; known: NamesFile[] },
  { result }: Terminal,
): void {
  let last: string | undefined;
  for (const { source, kind, count, context } of candidates) {
    if (kind !== last) result(`${headings[kind]}\n`);
    last = kind;
    result(`${entryOf(source, edition, known)} # ${count} × …${context}…\n`);
  }
}

/** A line of a names file: the name in the form of the edition, and after it the form of the text if that differs. */
function entryOf(source: string, edition: string, known: NamesFile[]): string {
  if (scriptOf(edition) === 'hans') return source;
  const { text } = convert(source, edition, { names: known });
  return text === source ? text : `${text} = ${source}`;
}

/** The reviewed articles of an issue, or its source where there is none yet. */
function textOf(folder: string): string {
  const articles = listArticles(folder).map((id) => readTextFile(join(folder, files.article(id))) ?? '');
  return articles.length > 0 ? articles.join('\n') : (readTextFile(join(folder, files.source)) ?? '');
}
