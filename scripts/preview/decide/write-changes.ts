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
  for (const [path, text] of files) {
    if (text === '') removeFile(path);
    else if (text !== readTextFile(path)) writeFileAtomically(path, byteOrderMark(path) + text);
  }
  return done.filter((change) => !isEmpty(change));
}

/** A passage is replaced where it stands once: it is whole blocks of a manuscript, with the lines beside them. */
function replacePassage(
  text: string,
  { before, after }: { before: string; after: string },
  path: string,
): string {
  const at = text.indexOf(before);
  if (at < 0 || (before !== '' && text.indexOf(before, at + 1) >= 0))
    throw problem(say('passage-gone'), { path, note: say('look-again') });
  return text.slice(0, at) + after + text.slice(at + before.length);
}

/** The byte order mark with which some editors begin a file: it is kept. */
function byteOrderMark(path: string): string {
  return existsSync(path) && readFileSync(path).subarray(0, 3).toString('hex') === 'efbbbf' ? '\ufeff' : '';
}
