import { join, relative } from 'node:path';
import { type Snapshot, takeSnapshot } from '../article/files/snapshot.js';
import { names } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import type { Place } from '../config.js';
import { outputs } from './outputs.js';

/** All files that a book may depend on: the issue, names, styles; including ours. */
export function filesOf(folder: string, place: Place): Snapshot {
  const { root } = place;
  const read = outputs.flatMap((output) => output.reads?.(place) ?? []);
  const { cover } = place.publication;
  const pictures = cover === undefined ? [] : [join('manuscript', cover)];
  const paths = [join('manuscript', names.glossary), relative(root, folder), 'styles', ...pictures, ...read];
  const own = {
    root: packageRoot,
    paths: ['styles'],
    isForeign: false,
    except: ownFonts,
    label: 'chongpai/',
  };
  const isOurs = root === packageRoot;
  // How far a person has read changes no book.
  const unset = [join(relative(root, folder), names.desk)];
  const theirs = { root, paths, isForeign: true, except: isOurs ? [...ownFonts, ...unset] : unset };
  return takeSnapshot(isOurs ? [theirs] : [theirs, own]);
}

/** Left out: 40 MB of fonts, which a trace lists one by one; and the pictures of the README. */
const ownFonts = [join('styles', 'fonts'), join('styles', 'look')];
