import { resolve } from 'node:path';
import { ownFolder } from '../article/files/walk.js';

/** Where a command may write. */
export interface OutFolder {
  /** The publication's. */
  root: string;
  cwd: string;
  /** What the command line names. */
  asked: string | undefined;
}

/**
 * The folder that a command writes to: the one that was named, whatever it is, else one of the publication's `build/`.
 *
 * @throws a problem for a folder that nobody has named and that leads out of the publication.
 */
export const outFolder = ({ root, cwd, asked }: OutFolder, ...parts: string[]): string =>
  asked === undefined ? ownFolder(root, 'build', ...parts) : resolve(cwd, asked);
