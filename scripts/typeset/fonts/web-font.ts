import { readFile } from 'node:fs/promises';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { contentKey, expectContent } from '../../chromium/content-key.js';
import { cutFont } from './cut-font.js';
import type { FontFile } from './font.js';
import { readCmap } from './font-cmap.js';
import { readSfnt } from './sfnt.js';

/** The first bytes of a compressed font (WOFF File Format 1.0 and 2.0). */
export const isWebFont = (head: string) => /^wOF[F2]/.test(head);

/**
 * Opens a web font, WOFF or WOFF2: unpacked it is TrueType like any other.
 *
 * @throws a problem for a file that does not unpack, or to another kind of font.
 */
export async function openWebFont(path: string): Promise<FontFile> {
  const identity = await contentKey([path]);
  const unpacked = await unpack(path);
  const tables = readSfnt(unpacked);
  const cmap = tables.get('cmap');
  if (!cmap || !tables.has('glyf') || tables.has('fvar')) throw unfit(path);
  return {
    identity,
    stacksAccents: tables.get('GPOS')?.includes('mkmk', 0, 'latin1') ?? false,
    coverage: async () => readCmap(cmap),
    cut: async (characters) => {
      await expectContent([path], identity);
      return cutFont(unpacked, characters);
    },
  };
}

async function unpack(path: string): Promise<Buffer> {
  // Loaded on demand: hardly a book has such a font.
  const { convert } = await import('fontverter');
  try {
    return await convert(await readFile(path), 'truetype');
  } catch {
    throw unfit(path);
  }
}

const unfit = (path: string) =>
  problem(say('font-kind', path), { path, note: say('font-kind-note'), ruleId: 'font-file' });
