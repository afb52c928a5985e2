import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../article/package-root.js';
import { type Place, publicationFile } from '../config.js';
import { styleFolders } from '../design.js';

/**
 * Whether a PDF is newer than all that it is made of: its issue's folder, the publication's file, names and styles, and
 * chongpai itself. Times are compared, as make does: a file that was only touched costs a build, never a wrong book.
 */
export function isUpToDate(pdf: string, folder: string, { root }: Place): boolean {
  if (!existsSync(pdf)) return false;
  const made = statSync(pdf).mtimeMs;
  // npm gives the files of a package the same time in every version: what tells is when they came here.
  if (statSync(join(packageRoot, 'package.json')).ctimeMs >= made) return false;
  const files = [join(root, publicationFile), join(root, 'manuscript', 'names.txt')];
  const folders = [folder, join(packageRoot, 'scripts'), ...styleFolders(root)];
  return [...files, ...folders.flatMap(withContents)].every((path) => timeOf(path) < made);
}

/** A folder's own time tells of files that are gone. */
function withContents(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ];
}

const timeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
