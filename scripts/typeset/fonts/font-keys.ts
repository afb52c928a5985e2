import type { FontFace } from '../../article/edition.js';
import { openFontFile } from './font-file.js';

/** SHA-256 of the fonts of an edition, by their names. */
export async function fontKeys(faces: readonly Pick<FontFace, 'file'>[]): Promise<Record<string, string>> {
  const keys = faces.map(async ({ file }) => [file, (await openFontFile(file)).identity] as const);
  return Object.fromEntries(await Promise.all(keys));
}
