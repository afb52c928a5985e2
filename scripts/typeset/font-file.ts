import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { problem } from '../article/problem.js';

/** A static TrueType file on disk, of which only the directory has been read. */
export interface FontFile {
  path: string;
  /** Hash of its table directory, which holds a checksum of every table: the same on all machines. */
  identity: string;
  /** Reads the cmap table: the code points that have a glyph. */
  coverage: () => Promise<Set<number>>;
}

interface Table {
  offset: number;
  length: number;
}

/**
 * Opens the font at `file`, a path into an npm package or an absolute path.
 *
 * @throws a problem when there is no such file or when it is a kind of font that Chromium prints as Type 3: with
 * PostScript outlines, variable, or a collection.
 */
export async function openFontFile(file: string): Promise<FontFile> {
  const path = resolveFile(file);
  const directory = await withFile(path, readDirectory);
  const { tables, bytes } = directory;
  const cmap = tables.get('cmap');
  if (!cmap || !tables.has('glyf') || tables.has('fvar'))
    throw problem(`Unexpected kind of font in ${file}, expected a static TrueType font`, {
      note: 'Chromium prints other kinds as Type 3, with wrong code points. Look for a file named ….ttf with one weight.',
      ruleId: 'font-file',
    });
  return {
    path,
    identity: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    coverage: async () => readCmap(await withFile(path, (handle) => read(handle, cmap))),
  };
}

function resolveFile(file: string): string {
  try {
    return createRequire(import.meta.url).resolve(file);
  } catch {
    throw problem(`There is no font ${file}`, {
      note: '`npm ci` installs the fonts that the editions name.',
      ruleId: 'font-file',
    });
  }
}

async function withFile<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

async function read(handle: FileHandle, { offset, length }: Table): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

/** The table directory of an sfnt (OpenType §Font file): tags with place and size; empty for anything else. */
async function readDirectory(handle: FileHandle): Promise<{ tables: Map<string, Table>; bytes: Buffer }> {
  const tables = new Map<string, Table>();
  const head = await read(handle, { offset: 0, length: 12 });
  const isTrueType = head.length === 12 && head.readUInt32BE(0) === 0x00010000;
  if (!isTrueType) return { tables, bytes: head };
  const bytes = await read(handle, { offset: 12, length: 16 * head.readUInt16BE(4) });
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    const tag = bytes.toString('latin1', at, at + 4);
    tables.set(tag, { offset: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) });
  }
  return { tables, bytes };
}

/** OpenType §cmap: of the Unicode subtables the one for all planes (format 12), else the one for the first (4). */
function readCmap(cmap: Buffer): Set<number> {
  const subtables = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = 4 + 8 * index;
    const platform = cmap.readUInt16BE(at);
    const offset = cmap.readUInt32BE(at + 4);
    if (platform === 0 || platform === 3) subtables.set(cmap.readUInt16BE(offset), offset);
  }
  const [groups, segments] = [subtables.get(12), subtables.get(4)];
  if (groups !== undefined) return readGroups(cmap, groups);
  return segments === undefined ? new Set() : readSegments(cmap, segments);
}

function readGroups(cmap: Buffer, table: number): Set<number> {
  const covered = new Set<number>();
  for (let index = 0; index < cmap.readUInt32BE(table + 12); index++) {
    const group = table + 16 + 12 * index;
    const [first, last, glyph] = [0, 4, 8].map((step) => cmap.readUInt32BE(group + step)) as [
      number,
      number,
      number,
    ];
    for (let character = first; character <= last; character++)
      if (glyph + character - first !== 0) covered.add(character);
  }
  return covered;
}

function readSegments(cmap: Buffer, table: number): Set<number> {
  const covered = new Set<number>();
  const size = cmap.readUInt16BE(table + 6);
  for (let step = 0; step < size; step += 2) {
    const last = cmap.readUInt16BE(table + 14 + step);
    const first = cmap.readUInt16BE(table + 16 + size + step);
    const delta = cmap.readUInt16BE(table + 16 + 2 * size + step);
    const rangeAt = table + 16 + 3 * size + step;
    const range = cmap.readUInt16BE(rangeAt);
    for (let character = first; character <= last && character !== 0xffff; character++) {
      const listed = range === 0 ? character : cmap.readUInt16BE(rangeAt + range + 2 * (character - first));
      const hasGlyph = range === 0 ? ((listed + delta) & 0xffff) !== 0 : listed !== 0;
      if (hasGlyph) covered.add(character);
    }
  }
  return covered;
}
