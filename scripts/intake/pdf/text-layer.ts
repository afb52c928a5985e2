import type { Box } from '../../article/layout.js';
import type { BoxedLine } from '../boxed.js';
import { boxAroundAll } from '../boxes.js';
import { type BoxedWord, joinWords } from '../join-words.js';
import type { Glyph, OpenPage } from './glyphs.js';
import { objectKinds, objectsOf } from './rules.js';

/** Neither filled nor stroked, in `fpdf_edit.h`. */
const invisible = 3;

/** The text objects of a page that nobody sees: the words that a recognition program put under a scan. */
export function hiddenObjects(open: Pick<OpenPage, 'pdfium' | 'page'>): Set<number> {
  const hidden = new Set<number>();
  for (const { object, kind } of objectsOf(open))
    if (kind === objectKinds.text && open.pdfium._FPDFTextObj_GetTextRenderMode(object) === invisible)
      hidden.add(object);
  return hidden;
}

/** True if most characters of a page are invisible: it is a scan with a text layer. */
export function isTextLayer(glyphs: readonly Glyph[], hidden: ReadonlySet<number>): boolean {
  const seen = glyphs.filter(({ isBlank }) => !isBlank);
  return seen.filter(({ object }) => hidden.has(object)).length * 2 > seen.length;
}

interface Word extends BoxedWord {
  box: Box;
}

/**
 * The lines of a text layer as recognised ones. Its type has no shape: a word is stretched to its place on the scan, and
 * its blanks are marks between words, also between Chinese ones.
 */
export function layerLines(glyphs: readonly Glyph[]): BoxedLine[] {
  const lines: { words: Word[]; isVertical: boolean | undefined }[] = [];
  for (const word of wordsOf(glyphs)) {
    const open = lines.at(-1);
    const direction = open && directionOf(open.words.at(-1)!, word);
    const isSame = open?.isVertical === undefined || open.isVertical === (direction === 'vertical');
    if (open && direction && isSame) {
      open.words.push(word);
      open.isVertical = direction === 'vertical';
    } else lines.push({ words: [word], isVertical: undefined });
  }
  return lines.map(({ words }) => ({
    text: joinWords(words),
    box: boxAroundAll(words.map(({ box }) => box)),
  }));
}

/** Characters of one object up to a blank, which is a part of the word's place. */
function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const word = words.at(-1);
    const goesOn = word && last?.object === glyph.object;
    if (goesOn) word.box = boxAroundAll([word.box, glyph.box])!;
    if (goesOn && !last?.isBlank && !glyph.isBlank) word.text += glyph.text;
    else if (!glyph.isBlank) words.push({ text: glyph.text, box: glyph.box });
    last = glyph;
  }
  return words;
}

/** Words of a line are at most so many of their height apart: a wider gap is a gutter. */
const mostGap = 1.2;
/** They share so much of their height. */
const sameRow = 0.5;

/** In which direction a word goes on another; undefined where it begins a line. */
function directionOf({ box: a }: Word, { box: b }: Word): 'horizontal' | 'vertical' | undefined {
  const [height, width] = [
    Math.min(a.bottom - a.top, b.bottom - b.top),
    Math.min(a.right - a.left, b.right - b.left),
  ];
  const beside = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > sameRow * height;
  const across = b.left - a.right;
  if (beside && across > -height && across < mostGap * height && b.left > a.left) return 'horizontal';
  const isUnder = Math.min(a.right, b.right) - Math.max(a.left, b.left) > sameRow * width;
  const down = b.top - a.bottom;
  const isColumn =
    b.bottom - b.top > 0 &&
    down > -width / 2 &&
    down < width / 2 &&
    a.right - a.left < 2 * (a.bottom - a.top);
  return isUnder && isColumn && b.right - b.left < 2 * (b.bottom - b.top) ? 'vertical' : undefined;
}
