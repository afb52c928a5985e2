import { deflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { readSfnt, writeSfnt } from '../../typeset/fonts/sfnt.js';
import type { PdfFile } from '../read/pdf-file.js';
import { streamBytes } from '../read/pdf-streams.js';

/**
 * Tables of an embedded TrueType font that PDF readers need (ISO 32000-1 §9.9), and `cmap`, which the proof needs to
 * check that a glyph is the character that the PDF claims.
 */
const kept = new Set(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'cvt ', 'fpgm', 'prep', 'cmap']);

/** Removes from embedded fonts tables that only font menus and browsers read: names, vertical metrics. 1 KB a font. */
export function trimFonts(file: PdfFile): void {
  const { context } = file;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const ref = object.get(PDFName.of('FontFile2'));
    const stream = ref && context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) continue;
    const tables = readSfnt(Buffer.from(streamBytes(stream)));
    const needed = new Map([...tables].filter(([tag]) => kept.has(tag)));
    if (needed.size === tables.size) continue;
    const font = writeSfnt(needed);
    const data = deflateSync(font, { level: 9 });
    stream.dict.set(PDFName.of('Length1'), PDFNumber.of(font.length));
    stream.dict.set(PDFName.of('Length'), PDFNumber.of(data.length));
    stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
    context.assign(ref as Parameters<typeof context.assign>[0], PDFRawStream.of(stream.dict, data));
  }
}
