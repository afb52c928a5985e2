import { deflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { area } from '../read/matrix.js';
import type { Glyph } from '../read/painter.js';
import { entry, type PdfFile } from '../read/pdf-file.js';
import { streamBytes } from '../read/pdf-streams.js';
import type { PdfFont } from '../read/read-font.js';
import { readPage } from '../read/read-page.js';
import { readToUnicode } from '../read/to-unicode.js';

/** Text of a glyph that is only a part of a letter, a dot or a sign above it: an invisible character. */
const nothing = '\u200b';

/** Font → glyph → all texts of its letters. */
type Names = Map<unknown, Map<number, Set<string>>>;

/**
 * Names joined forms and ligatures of other scripts, which have no code point. The browser writes U+0000 for them, and
 * their meaning into an ActualText around them, which not every reader uses. Here the largest glyph of such a letter
 * gets the letter as its text, if it is the same one everywhere, and its other glyphs get none.
 */
export function nameGlyphs(file: PdfFile): void {
  const nameless = file.context
    .enumerateIndirectObjects()
    .flatMap(([, font]) => (font instanceof PDFDict && hasNameless(font) ? [font] : []));
  // Few books have any: the pages of the others need not be read.
  if (nameless.length === 0) return;
  const names: Names = new Map(nameless.map((font) => [font, new Map()]));
  const fonts = new Map<unknown, PdfFont>();
  for (const page of file.getPages())
    for (const letter of lettersOf(readPage(file, page, fonts).glyphs)) addName(names, letter);
  for (const font of nameless) rename(file, font, names.get(font)!);
}

/** U+0000, and what PDF/UA-1 (7.21.7) forbids beside it. */
const isNameless = (text: string | undefined) => text !== undefined && /^[\0-\x1f\ufeff\ufffe]/.test(text);

function mapOf(font: PDFDict): PDFRawStream | undefined {
  const map = entry(font, 'ToUnicode');
  return map instanceof PDFRawStream ? map : undefined;
}

function hasNameless(font: PDFDict): boolean {
  const map = mapOf(font);
  return map !== undefined && [...readToUnicode(streamBytes(map)).text.values()].some(isNameless);
}

/** The glyphs of each ActualText. */
function lettersOf(glyphs: readonly Glyph[]): Glyph[][] {
  const letters = new Map<unknown, Glyph[]>();
  for (const glyph of glyphs) {
    if (!glyph.cluster) continue;
    const letter = letters.get(glyph.cluster);
    if (letter) letter.push(glyph);
    else letters.set(glyph.cluster, [glyph]);
  }
  return [...letters.values()];
}

function addName(names: Names, letter: Glyph[]): void {
  const unnamed = letter.filter(({ raw }) => isNameless(raw)).sort((a, b) => area(b.box) - area(a.box));
  // Text that the letter's other glyphs have is not repeated.
  let rest = letter[0]!.cluster!.text;
  for (const { raw } of letter) if (raw && !isNameless(raw)) rest = rest.replace(raw, '');
  unnamed.forEach(({ font, code }, index) => {
    const known = names.get(font.dict);
    const texts = known?.get(code) ?? new Set();
    known?.set(code, texts.add(index === 0 ? rest : ''));
  });
}

function rename(file: PdfFile, font: PDFDict, names: ReadonlyMap<number, ReadonlySet<string>>): void {
  const { text } = readToUnicode(streamBytes(mapOf(font)));
  const entries = [...text].map(([code, said]): [number, string] => {
    const [name, ...others] = names.get(code) ?? [];
    return [code, isNameless(said) ? (others.length === 0 && name) || nothing : said];
  });
  const data = deflateSync(Buffer.from(writeMap(entries), 'latin1'), { level: 9 });
  const dict = file.context.obj({ Filter: 'FlateDecode' });
  dict.set(PDFName.of('Length'), PDFNumber.of(data.length));
  const stream = PDFRawStream.of(dict, data);
  const ref = font.get(PDFName.of('ToUnicode'));
  if (ref instanceof PDFRef) file.context.assign(ref, stream);
}

/** Maximum number of entries in a block (Adobe Technical Note 5411). */
const blockLength = 100;

function writeMap(entries: readonly [code: number, text: string][]): string {
  const hex = (unit: number) => unit.toString(16).toUpperCase().padStart(4, '0');
  const lines = entries.map(
    ([code, text]) =>
      `<${hex(code)}> <${Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')}>`,
  );
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += blockLength) {
    const block = lines.slice(at, at + blockLength);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    ...['/CIDInit /ProcSet findresource begin', '12 dict begin', 'begincmap'],
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    ...['/CMapName /Adobe-Identity-UCS def', '/CMapType 2 def'],
    ...['1 begincodespacerange', '<0000> <FFFF>', 'endcodespacerange', ...blocks],
    ...['endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end', ''],
  ].join('\n');
}
