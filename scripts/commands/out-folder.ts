import { resolve } from 'node:path';
import { ownFolder } from '../article/files/walk.js';

/** Places in which a command may write. */
export interface OutFolder {
  /** The publication's folder. */
  root: string;
  cwd: string;
  /** The folder named on the command line. */
  asked: string | undefined;
}

/**
 * The folder that a command writes to: the one that the user names, else one of the publication's `build/`.
 *
 * @throws a problem for a default folder that leads out of the publication.
 */
export const outFolder = ({ root, cwd, asked }: OutFolder, ...parts: string[]): string =>
  asked === undefined ? ownFolder(root, 'build', ...parts) : resolve(cwd, asked);
