import { statSync } from 'node:fs';
import { VFileMessage } from 'vfile-message';
import { readFileWithin } from '../../article/files/read-file.js';
import { isSystemError } from '../../article/files/system-reason.js';
import { byteLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { FontFile } from './font.js';

/**
 * Opens a font that may come from a stranger, and uses it: whatever a damaged one makes its readers throw becomes a
 * problem that names it.
 *
 * @throws a problem for a damaged font, one over the limit, a pipe, a device, a folder.
 */
export async function guardedFont(path: string, open: () => Promise<FontFile>): Promise<FontFile> {
  const found = statSync(path);
  // It reads nothing of these, and says what they are.
  if (!found.isFile() || found.size > byteLimits.font) readFileWithin(path, byteLimits.font);
  const font = await guarded(path, open);
  return {
    ...font,
    coverage: (wanted) => guarded(path, () => font.coverage(wanted)),
    cut: (characters) => guarded(path, () => font.cut(characters)),
  };
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VFileMessage || isSystemError(error)) throw error;
    throw problem(say('font-damaged'), { path, note: say('font-damaged-note'), ruleId: 'font-file' });
  }
}
