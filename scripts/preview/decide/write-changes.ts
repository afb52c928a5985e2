import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { names, readTextFile, removeFile, writeFileAtomically } from '../../article/manuscript.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { changeNames } from './change-names.js';
import { changeOverrides } from './change-overrides.js';
import { type Change, isEmpty } from './decision.js';

/**
 * Writes the changes of a decision. The files are read again at the same moment: changes by another tab or an editor
 * are kept.
 *
 * @returns what was actually changed: nothing for what stood there already.
 * @throws a problem before anything is written, when a passage of a manuscript is no longer there.
 */
export function writeChanges(folder: string, changes: readonly Change[]): Change[] {
  const files = new Map<string, string>();
  const read = (path: string) => files.get(path) ?? readTextFile(path) ?? '';
  const done = changes.map((change): Change => {
    if (change.file === 'text') {
      const path = join(folder, change.name);
      files.set(path, replacePassage(read(path), change, path));
      return change;
    }
    const path = join(folder, change.file === 'names' ? names.glossary : names.overrides);
    if (change.file === 'names') {
      const { text, add, remove } = changeNames(read(path), change);
      files.set(path, text);
      return { file: 'names', add, remove };
    }
    const { text, add, remove } = changeOverrides(read(path), change, path);
    files.set(path, text);
    return { file: 'overrides', add, remove };
  });
  done.push(...settledProposals(folder, changes, { files, read }));
  for (const [path, text] of files) {
    if (text === '') removeFile(path);
    else if (text !== readTextFile(path)) writeFileAtomically(path, byteOrderMark(path) + text);
  }
  return done.filter((change) => !isEmpty(change));
}

interface Texts {
  files: Map<string, string>;
  read: (path: string) => string;
}

/** Removes proposals that have no difference left; the removal is a change like others, to be taken back. */
function settledProposals(folder: string, changes: readonly Change[], { files, read }: Texts): Change[] {
  const touched = changes.flatMap((change) => (change.file === 'text' ? [change.name] : []));
  const articles = new Set(touched.map((name) => name.replace('.proposal.', '.')));
  return [...articles].flatMap((name): Change[] => {
    const [article, proposal] = [join(folder, name), join(folder, names.proposal(name))];
    const text = read(proposal);
    if (text === '' || read(article) !== text) return [];
    files.set(proposal, '');
    return [{ file: 'text', name: names.proposal(name), before: text, after: '' }];
  });
}

/** A passage is replaced where it stands once: it is whole blocks of a manuscript, with the lines beside them. */
function replacePassage(
  text: string,
  { before, after }: { before: string; after: string },
  path: string,
): string {
  if (before === '' && text === '') return after;
  const at = before === '' ? -1 : text.indexOf(before);
  if (at < 0 || text.indexOf(before, at + 1) >= 0)
    throw problem(say('passage-gone'), { path, note: say('look-again') });
  return text.slice(0, at) + after + text.slice(at + before.length);
}

/** The byte order mark with which some editors begin a file: it is kept. */
function byteOrderMark(path: string): string {
  return existsSync(path) && readFileSync(path).subarray(0, 3).toString('hex') === 'efbbbf' ? '\ufeff' : '';
}
