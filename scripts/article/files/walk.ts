import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { problem } from '../problem.js';
import { say } from '../words/say.js';

/** Files and folders below a root. */
export interface FileRoot {
  root: string;
  /** Relative to the root. */
  paths: readonly string[];
  /** True if the root is a publication's: a stranger may have put links into it, and none may lead out. */
  isForeign: boolean;
  /** Paths that are skipped: other code reads them, and identifies their content by other means. */
  except?: readonly string[];
  /** Prefix of the names of its files: "chongpai/". */
  label?: string;
}

/** A file, or anything else that has a file's name. */
export interface FoundFile {
  /** The path to read it from. */
  path: string;
  /** Name below its root, with slashes on every system. */
  name: string;
}

export interface Walk {
  files: FoundFile[];
  /** Contents of each folder. */
  folders: Map<string, string[]>;
}

/** More entries than this are a whole disk, given by mistake, and not a newspaper. */
const mostEntries = 50_000;

/**
 * All files below some paths, in the order of their names. Links are followed, except circular ones. Hidden files are
 * not part of a manuscript, and neither are files that are being written.
 *
 * @throws a problem for a link that leads out of a foreign root, and for too many files.
 */
export function walk({ root, paths, isForeign, except = [], label = '' }: FileRoot): Walk {
  const found: Walk = { files: [], folders: new Map() };
  const home = realPath(root) ?? root;
  let count = 0;
  const passed = new Set(except.map((path) => join(root, path)));
  const visit = (path: string, above: readonly string[]) => {
    const entry = passed.has(path) ? undefined : lstatSync(path, { throwIfNoEntry: false });
    if (!entry) return;
    if (++count > mostEntries) throw tooMany(root);
    const isTop = above.length === 0;
    const real = isTop || entry.isSymbolicLink() ? realPath(path) : path;
    if (isForeign && real !== undefined && (isTop || entry.isSymbolicLink()) && !isBelow(home, real))
      throw linkOut(root, path);
    if (!isFolder(path)) {
      found.files.push({ path, name: label + relative(root, path).split(sep).join('/') });
      return;
    }
    const inode = inodeOf(path);
    if (above.includes(inode)) return;
    const names = namesIn(path);
    found.folders.set(path, names);
    for (const name of names) visit(join(path, name), [...above, inode]);
  };
  for (const path of paths) visit(join(root, path), []);
  return found;
}

/** @throws a problem that names a link in these files and folders that leads out of their publication. */
export function refuseLinksOut(root: string, paths: readonly string[]): void {
  walk({ root, paths, isForeign: true });
}

/**
 * Where a command writes by itself, without being told where: a folder of the publication, and none that it only names.
 *
 * @throws a problem that names the link, when the folder leads out of the publication.
 */
export function ownFolder(root: string, ...parts: string[]): string {
  const folder = join(root, ...parts);
  const real = realPath(folder);
  if (real !== undefined && !isBelow(realPath(root) ?? root, real))
    throw problem(say('link-outside', relative(root, folder)), {
      path: folder,
      note: say('name-out'),
      ruleId: 'link',
    });
  return folder;
}

/** A dangling or circular link counts as a file that cannot be read. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Identity of a folder, whatever its name. */
function inodeOf(path: string): string {
  const { dev, ino } = statSync(path);
  return `${dev}:${ino}`;
}

function namesIn(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // an unreadable folder counts as empty
  }
  return entries
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.') && !name.endsWith('.tmp'))
    .sort();
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

const isBelow = (home: string, path: string) => path === home || path.startsWith(home + sep);

function linkOut(root: string, path: string): Error {
  return problem(say('link-outside', relative(root, path)), {
    path,
    note: say('copy-instead'),
    ruleId: 'link',
  });
}

function tooMany(root: string): Error {
  return problem(say('too-many-files', mostEntries), {
    path: root,
    ruleId: 'size',
  });
}
