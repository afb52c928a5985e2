import { isHan } from '../../text/characters.js';
import { beginsBlank, endsBlank } from '../boxes.js';
import type { PrintedLine } from '../printed-page.js';
import type { Glyph } from './glyphs.js';
import { withoutTwins } from './twins.js';

/** A gap of this many em ends a line: a gutter of columns may be no wider. Phrases of one line are joined later. */
const mostGap = 0.75;
/** … and of a line that runs across those of its page, a smaller one: characters beside each other are of two lines. */
const mostGapAcross = 0.3;
/** Latin words of one text object, or with a typed blank between, may be so many em apart in a narrow justified column. */
const mostStretched = 2;
/** Sizes in one line differ by less: Latin beside Han, a raised figure. */
const mostSizes = 1.45;
/** Characters of one line share a baseline, give or take this share of an em. */
const mostOff = 0.3;
/** Of two characters that touch, the second is moved into the first by less … */
const mostOverlap = 0.8;
/** … unless both are marks, whose blank halves may be together, as in ：“, or set aside. */
const mostOfMarks = 1.1;

type Direction = PrintedLine['direction'];

interface OpenLine {
  glyphs: Glyph[];
  direction: Direction | undefined;
}

/** 上标: sizes of a note's sign or a power, relative to the text that it stands behind, … */
const [leastRaised, mostRaised] = [0.45, 0.85];
/** … the share of an em by which it stands above or below its line at least, and at most beyond the line's box, … */
const [leastShift, mostBeyond] = [0.1, 0.5];
/** … and the white before it. */
const raisedGap = 0.35;

/** Joins characters that are beside each other, or under each other, in the order of the content. */
export function linesOf(glyphs: readonly Glyph[]): PrintedLine[] {
  const own = withoutTwins(glyphs);
  const lines = gather(own, undefined);
  const [across, down] = (['horizontal', 'vertical'] as const).map((direction) =>
    lines.reduce((sum, line) => sum + (line.direction === direction ? line.glyphs.length : 0), 0),
  ) as [number, number];
  const usual: Direction = down > across ? 'vertical' : 'horizontal';
  return gather(own, usual).map((line) => lineOf(line, usual));
}

/** @param usual the direction of the page's lines, if known */
function gather(glyphs: readonly Glyph[], usual: Direction | undefined): OpenLine[] {
  const lines: OpenLine[] = [];
  let open: OpenLine | undefined;
  for (const glyph of glyphs) {
    if (glyph.isBlank) {
      open?.glyphs.push(glyph);
      continue;
    }
    const direction = open && follows(open, glyph, usual);
    if (open && direction) {
      open.direction = open.glyphs.filter(({ isBlank }) => !isBlank).length > 0 ? direction : undefined;
      open.glyphs.push(glyph);
    } else {
      open = { glyphs: [glyph], direction: glyph.isTurned ? 'vertical' : undefined };
      lines.push(open);
    }
  }
  return lines;
}

/** In which direction a character goes on a line; undefined where it does not. */
function follows(
  { glyphs, direction }: OpenLine,
  { box, size, object, text }: Glyph,
  usual: Direction | undefined,
): Direction | undefined {
  const last = glyphs.findLast(({ isBlank }) => !isBlank);
  if (!last) return undefined;
  if (direction !== 'vertical') {
    const main = glyphs.findLast((glyph) => !glyph.isBlank && glyph.size > mostRaised * glyphs[0]!.size)!;
    if (isRaised(box, size, main) && isNext(box, last, main)) return 'horizontal';
    // Behind a raised sign the line goes on, also behind one that begins it.
    const isFirst = glyphs.every((glyph) => glyph.isBlank || isRaised(glyph.box, glyph.size, { box, size }));
    if (isFirst && isNext(box, last, { box, size })) return 'horizontal';
    const isBack = last !== main && size > mostRaised * main.size && size * mostRaised < main.size;
    const isLevel = Math.abs(box.bottom - main.box.bottom) < mostOff * main.size;
    if (isBack && isLevel && isNext(box, last, main)) return 'horizontal';
  }
  if (Math.max(size, last.size) > mostSizes * Math.min(size, last.size)) return undefined;
  const em = Math.max(size, last.size);
  // One glyph may represent several characters: two dashes, a ligature.
  if (object === last.object && box.left === last.box.left && box.top === last.box.top)
    return direction ?? 'horizontal';
  // … and is wider than the box of one.
  const before = glyphs[glyphs.lastIndexOf(last) - 1];
  const isDouble =
    before?.object === last.object && before.box.left === last.box.left && before.box.top === last.box.top;
  const mostFor = (own: Direction) =>
    em * ((isDouble ? 1 : 0) + (usual === undefined || own === usual ? mostGap : mostGapAcross));
  const areMarks = [last.text, text].every((mark) => endsBlank(mark) || beginsBlank(mark));
  const least = -(areMarks ? mostOfMarks : mostOverlap) * em;
  const isBeside = Math.abs(box.bottom - last.box.bottom) < mostOff * em;
  const across = box.left - last.box.right;
  const isStretched = (glyphs.at(-1)!.isBlank || object === last.object) && areWords(last.text, text);
  const most = isStretched ? mostStretched * em : mostFor('horizontal');
  if (direction !== 'vertical' && isBeside && across > least && across < most) return 'horizontal';
  const middle = (one: Glyph['box']) => (one.left + one.right) / 2;
  const isUnder = Math.abs(middle(box) - middle(last.box)) < mostOff * em;
  const down = box.top - last.box.bottom;
  if (direction !== 'horizontal' && isUnder && down > least && down < mostFor('vertical')) return 'vertical';
  return undefined;
}

/** True if a blank between two characters is one between Latin words. */
const areWords = (before: string, after: string): boolean =>
  /[\p{Script=Latin},.;:’”)]$/u.test(before) && /^[\p{Script=Latin}“‘($£€]/u.test(after);

type Sized = Pick<Glyph, 'box' | 'size'>;

/** True for small type that stands off the baseline of the character that it belongs to. */
function isRaised(box: Glyph['box'], size: number, main: Sized): boolean {
  if (size < leastRaised * main.size || size > mostRaised * main.size) return false;
  const [above, below] = [main.box.bottom - box.bottom, box.top - main.box.top];
  const room = mostBeyond * size;
  const isUp = above > leastShift * main.size && above < main.size && below > -room;
  // The top of small type on the same baseline is lower by what it is smaller.
  const isDown = below > main.size - size + leastShift * main.size && above > -room;
  return isUp || isDown;
}

const isNext = (box: Glyph['box'], last: Glyph, main: Sized): boolean => {
  const white = box.left - last.box.right;
  return white > -raisedGap * main.size && white < raisedGap * main.size;
};

function lineOf({ glyphs, direction: own }: OpenLine, usual: Direction): PrintedLine {
  const direction = own ?? usual;
  const seen = glyphs.filter(({ isBlank }) => !isBlank);
  const boxes = seen.map(({ box }) => box);
  const sizes = seen.map(({ size }) => size).sort((a, b) => a - b);
  const weights = seen.flatMap(({ weight }) => weight ?? []).sort((a, b) => a - b);
  const weight = weights[weights.length >> 1];
  return {
    text: textOf(glyphs, direction),
    direction,
    size: sizes[sizes.length >> 1]!,
    box: {
      left: Math.min(...boxes.map(({ left }) => left)),
      top: Math.min(...boxes.map(({ top }) => top)),
      right: Math.max(...boxes.map(({ right }) => right)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    },
    ...(weight !== undefined && { weight }),
  };
}

/** Space in em for a blank of the file to count; Latin words are separated by space alone. */
const leastBlank = 0.12;
const latinBlank = 0.2;
/** From this on a blank is a full-width one, as between pieces of a line. */
const wideBlank = 0.7;

function textOf(glyphs: readonly Glyph[], direction: Direction): string {
  let text = '';
  let last: Glyph | undefined;
  let isBlank = false;
  for (const glyph of glyphs) {
    if (glyph.isBlank) {
      isBlank = true;
      continue;
    }
    if (last) {
      // A hyphen that is drawn inside of a line is one that is meant.
      if (last.text === '\u00ad') text = `${text.slice(0, -1)}-`;
      const room =
        (direction === 'vertical' ? glyph.box.top - last.box.bottom : glyph.box.left - last.box.right) /
        glyph.size;
      const isLatin =
        !isHan(last.text) && !isHan(glyph.text) && /[\w,.;)]$/u.test(last.text) && /^[\w(]/u.test(glyph.text);
      if ((isBlank && room > leastBlank) || (isLatin && room > latinBlank))
        text += room < wideBlank || isLatin || areWords(last.text, glyph.text) ? ' ' : '\u3000';
    }
    text += glyph.text;
    isBlank = false;
    last = glyph;
  }
  return text;
}
