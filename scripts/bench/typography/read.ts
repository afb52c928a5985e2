import type { Glyph } from '../../prepress/read/painter.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import { leaves, type StructureElement } from '../../prepress/read/read-structure.js';
import { isCjkPunctuation, isHan } from '../../text/characters.js';
import type { Book } from '../../typeset/book/galley.js';

/** A printed line. Lengths in points, from the upper left corner of its page. */
export interface SetLine {
  /** Index of the page, from 0. */
  page: number;
  /** Base line. */
  y: number;
  glyphs: Glyph[];
  text: string;
}

/** A printed paragraph or heading, over all of its pages. */
export interface SetBlock {
  /** P, H1 … */
  type: string;
  lines: SetLine[];
  text: string;
  /** For running text, the text with its spaces: print does not show one at a line's end. */
  source: string;
  /** True for running text in the type size of the book. */
  isBody: boolean;
  /** True for a footnote, which stands at the foot of the page of its call. */
  isNote: boolean;
}

/** A finished book, for the checks of typography. */
export interface SetBook {
  book: Book;
  pages: number;
  blocks: SetBlock[];
}

const blockTypes = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LBody', 'TD', 'TH', 'Caption', 'Note']);

/** Reads lines and paragraphs out of a PDF by its tags, and places them by its glyphs. */
export async function readSetBook(pdf: Uint8Array, book: Book): Promise<SetBook> {
  const reading = await readPdf(pdf);
  const glyphs = new Map<string, Glyph[]>();
  reading.pages.forEach((page, index) => {
    const [left, , , top] = page.trim;
    for (const glyph of page.content().glyphs) {
      if (glyph.mcid < 0 || glyph.isArtifact) continue;
      const key = `${index} ${glyph.mcid}`;
      const placed = { ...glyph, x: glyph.x - left, y: top - glyph.y };
      const known = glyphs.get(key);
      if (known) known.push(placed);
      else glyphs.set(key, [placed]);
    }
  });
  const body = bodyTexts(book);
  const parts = new Map<StructureElement, { page: number; glyphs: Glyph[] }[]>();
  for (const { content, element } of leaves(reading.structure!)) {
    const block = blockOf(element);
    const own = glyphs.get(`${content.page} ${content.mcid}`);
    if (!block || !own) continue;
    const known = parts.get(block);
    if (known) known.push({ page: content.page, glyphs: own });
    else parts.set(block, [{ page: content.page, glyphs: own }]);
  }
  const blocks = [...parts].map(([element, pieces]) => setBlock(element, pieces, { book, body }));
  return { book, pages: reading.pages.length, blocks };
}

function blockOf(element: StructureElement): StructureElement | undefined {
  for (let at: StructureElement | undefined = element; at; at = at.parent)
    if (blockTypes.has(at.type)) return at;
  return undefined;
}

/** The texts of plain paragraphs of stories, `<p>` without a class, by their characters. */
function bodyTexts({ galleys }: Book): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [, story] of galleys.flatMap(({ html }) => [...html.matchAll(/<article(.*?)<\/article>/gs)]))
    for (const [, inner] of story!.matchAll(/<p>(.*?)<\/p>/gs)) {
      const text = decode(inner!.replace(/<[^>]*>|&shy;/g, '')).replaceAll('\u00ad', '');
      texts.set(text.replace(/\s/gu, ''), text);
    }
  return texts;
}

const decode = (html: string) =>
  html.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

function setBlock(
  element: StructureElement,
  pieces: readonly { page: number; glyphs: Glyph[] }[],
  { book, body }: { book: Book; body: Map<string, string> },
): SetBlock {
  const { type } = element;
  // The contents may have the same words.
  let [isOfStory, isNote] = [false, false];
  for (let at: StructureElement | undefined = element; at; at = at.parent) {
    isOfStory ||= at.type === 'Art';
    isNote ||= at.type === 'Note';
  }
  const lines: SetLine[] = [];
  for (const piece of pieces)
    for (const glyph of piece.glyphs) {
      const line = lines.at(-1);
      const isBeside = line && line.page === piece.page && Math.abs(line.y - glyph.y) < glyph.size * 0.6;
      // The next column may begin at the same height.
      const isSame = isBeside && gapBetween(line.glyphs.at(-1)!, glyph) < mostGap(line.glyphs.at(-1)!, glyph);
      if (isSame) line.glyphs.push(glyph);
      else lines.push({ page: piece.page, y: glyph.y, glyphs: [glyph], text: '' });
    }
  for (const line of lines) {
    line.glyphs = trimBlanks(line.glyphs);
    line.text = line.glyphs.map((glyph) => glyph.text).join('');
  }
  const set = lines.filter(({ glyphs }) => glyphs.length > 0);
  const text = set
    .map((line) => line.text)
    .join('')
    .replace(/\s/gu, '');
  const size = set[0]?.glyphs[0]?.size ?? 0;
  const isBody = isOfStory && type === 'P' && Math.abs(size - book.typeArea.emPt) < 0.1 && body.has(text);
  return { type, lines: set, text, source: body.get(text) ?? text, isBody, isNote };
}

/** White between two characters, in em. */
const gapBetween = (before: Glyph, glyph: Glyph) => (glyph.x - before.x - advanceOf(before)) / glyph.size;

/**
 * The most white between two characters of a line in em: of Chinese ones with a wide gap; of letters with a stretched
 * space between them. Columns are further apart.
 */
const mostGap = (...both: Glyph[]) => (both.every(({ text }) => isWide(text)) ? 0.9 : 2.4);
const isWide = (text: string) => isHan(text) || isCjkPunctuation(text);

/** Removes spaces that a line swallows at its end. */
function trimBlanks(glyphs: readonly Glyph[]): Glyph[] {
  let end = glyphs.length;
  while (end > 0 && /^[ \u200b\u3000]*$/.test(glyphs[end - 1]!.text)) end--;
  return glyphs.slice(0, end);
}

/** Advance of a glyph by itself, in points. */
export const advanceOf = (glyph: Glyph): number =>
  (glyph.font.width(glyph.code) / 1000) * glyph.size * (glyph.font.unit / 0.001);
