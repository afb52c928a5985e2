import { type FileHandle, open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { byteLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { contentKey, expectContent } from '../../chromium/content-key.js';
import { cutFont } from './cut-font.js';
import type { FontFile } from './font.js';
import { readCmap } from './font-cmap.js';
import { guardedFont } from './font-guard.js';
import { openFontSlices } from './font-slices.js';
import { packedFont } from './packed-fonts.js';
import { isWebFont, openWebFont } from './web-font.js';

/**
 * Opens the font at `file`: a name of `styles/fonts`, a path into an npm package, or an absolute path.
 *
 * @throws a problem when there is no such file or when it is of a kind that Chromium prints as Type 3: with
 * PostScript outlines, variable, or a collection.
 */
export async function openFontFile(file: string): Promise<FontFile> {
  const packed = basename(file) === file ? packedFont(file) : undefined;
  if (packed) return packed;
  const path = resolveFile(file);
  return guardedFont(path, () => openAnyFont(path, file));
}

async function openAnyFont(path: string, file: string): Promise<FontFile> {
  if (path.endsWith('.css')) return openFontSlices(path);
  if (isWebFont(await withFile(path, headOf))) return openWebFont(path);
  const tables = await withFile(path, readDirectory);
  const cmap = tables.get('cmap');
  if (!cmap || !tables.has('glyf') || tables.has('fvar'))
    throw problem(say('font-kind', file), {
      note: say('font-kind-note'),
      ruleId: 'font-file',
    });
  const identity = await contentKey([path]);
  return {
    identity,
    stacksAccents: (await featuresOf(path, tables.get('GPOS'))).includes('mkmk'),
    coverage: async () => readCmap(await withFile(path, (handle) => read(handle, cmap))),
    cut: async (characters) => {
      const bytes = await readFile(path);
      await expectContent([path], identity);
      return cutFont(bytes, characters);
    },
  };
}

function resolveFile(file: string): string {
  try {
    return createRequire(import.meta.url).resolve(file);
  } catch {
    throw problem(say('no-font', file), {
      note: say('npm-ci-fonts'),
      ruleId: 'font-file',
    });
  }
}

const headOf = async (handle: FileHandle) =>
  (await read(handle, { offset: 0, length: 4 })).toString('latin1');

async function withFile<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/** Tags of a layout table's features (OpenType §Feature List Table). */
async function featuresOf(path: string, layout: Table | undefined): Promise<string[]> {
  if (!layout) return [];
  return withFile(path, async (handle) => {
    const head = await read(handle, { offset: layout.offset, length: 8 });
    const offset = layout.offset + head.readUInt16BE(6);
    const count = (await read(handle, { offset, length: 2 })).readUInt16BE(0);
    const records = await read(handle, { offset: offset + 2, length: 6 * count });
    return Array.from({ length: count }, (_, index) => records.toString('latin1', 6 * index, 6 * index + 4));
  });
}

interface Table {
  offset: number;
  length: number;
}

/** A damaged directory may speak of more bytes than there are. */
async function read(handle: FileHandle, { offset, length }: Table): Promise<Buffer> {
  const most = Math.min(length, byteLimits.font);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, offset);
  return buffer.subarray(0, bytesRead);
}

/** Places of the tables, without the tables: a whole Chinese font has 15 MB. Empty for files other than TrueType. */
async function readDirectory(handle: FileHandle): Promise<Map<string, Table>> {
  const tables = new Map<string, Table>();
  const head = await read(handle, { offset: 0, length: 12 });
  const isTrueType = head.length === 12 && head.readUInt32BE(0) === 0x00010000;
  if (!isTrueType) return tables;
  const bytes = await read(handle, { offset: 12, length: 16 * head.readUInt16BE(4) });
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    const tag = bytes.toString('latin1', at, at + 4);
    tables.set(tag, { offset: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) });
  }
  return tables;
}
