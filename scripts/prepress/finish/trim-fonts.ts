import { promisify } from 'node:util';
import { deflate, type ZlibOptions } from 'node:zlib';
import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { readSfnt, writeSfnt } from '../../typeset/fonts/sfnt.js';
import type { PdfFile } from '../read/pdf-file.js';
import { streamBytes } from '../read/pdf-streams.js';

/**
 * Tables of an embedded TrueType font that PDF readers need (ISO 32000-1 §9.9), and `cmap`, which the proof needs to
 * check that a glyph is the character that the PDF claims.
 */
const kept = new Set(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'cvt ', 'fpgm', 'prep', 'cmap']);

/**
 * Removes from embedded fonts tables that only font menus and browsers read: names, vertical metrics. 1 KB a font. They
 * are compressed beside this thread.
 */
export async function trimFonts(file: PdfFile): Promise<void> {
  const { context } = file;
  const trimming: Promise<void>[] = [];
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const ref = object.get(PDFName.of('FontFile2'));
    const stream = ref && context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const tables = readSfnt(Buffer.from(streamBytes(stream)));
    const needed = new Map([...tables].filter(([tag]) => kept.has(tag)));
    if (needed.size === tables.size && stream.dict.has(PDFName.of('Filter'))) continue;
    const font = writeSfnt(needed);
    const replace = (data: Uint8Array) => {
      stream.dict.set(PDFName.of('Length1'), PDFNumber.of(font.length));
      stream.dict.set(PDFName.of('Length'), PDFNumber.of(data.length));
      stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
      context.assign(ref, PDFRawStream.of(stream.dict, data));
    };
    trimming.push(compress(font, { level: 9 }).then(replace));
  }
  await Promise.all(trimming);
}

const compress = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);
