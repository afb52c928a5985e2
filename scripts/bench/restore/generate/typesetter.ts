import type { Random } from '../../random.js';

/** A character to be set: its piece, and an intended space before it. */
export interface Glyph {
  char: string;
  piece: number;
  /** The space that the editor wrote before this character, or ''. */
  blank: string;
}

export interface Setup {
  /** Measure in em, in half ems. */
  em: number;
  style: 'kaiming' | 'full' | 'squeezed' | 'half';
  hangs: boolean;
  /** 2 em before first lines, or none. */
  indentEm: number;
  /** Factor on the width of every character, about 1. */
  tracking: number;
  /** The text runs round a picture or a headline between these lines, in a measure that differs by this many em. */
  wrap?: { from: number; to: number; em: number };
  /** 版格: each character in a square of its own, without prohibition. */
  isGrid: boolean;
  /** Lines end up to this many em before their measure: text from the web. */
  raggedEm: number;
}

/** A printed line, and the number of em by which it was short of its measure before justification. */
export interface PrintedLine {
  glyphs: Glyph[];
  slackEm: number;
  isFirst: boolean;
  isLast: boolean;
  /** The hyphen, soft hyphen or nothing with which a broken word was printed. */
  hyphen?: string;
}

const closing = new Set('，。、；：？！）》”’」』】％%,.;:!?)');
const opening = new Set('（《“‘「『【(');
const sentence = new Set('。？！');
const isNarrow = (char: string) => char > ' ' && char <= '~';
const isWordChar = (char: string) => /[A-Za-z0-9]/.test(char);

/** The characters of a text, to be set. */
export function glyphsOf(text: string, piece: number): Glyph[] {
  const glyphs: Glyph[] = [];
  let blank = '';
  for (const char of text) {
    if (char === ' ' || char === '\u3000') blank += char;
    else {
      glyphs.push({ char, piece, blank });
      blank = '';
    }
  }
  return glyphs;
}

/** Sets a paragraph line by line, like a compositor; the bench's own code, independent of restore/. */
export function typeset(glyphs: readonly Glyph[], setup: Setup, random: Random): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let line: Glyph[] = [];
  let ragged = 0;
  const room = () => {
    const { wrap } = setup;
    const isWrapped = wrap && lines.length >= wrap.from && lines.length < wrap.to;
    return Math.max(
      2,
      setup.em + (isWrapped ? wrap.em : 0) - (lines.length === 0 ? setup.indentEm : 0) - ragged,
    );
  };
  const emit = (isLast: boolean, hyphen = '') => {
    const slackEm = room() - widthOf(line, setup, false);
    lines.push({ glyphs: line, slackEm, isFirst: lines.length === 0, isLast, hyphen });
    line = [];
    if (setup.raggedEm > 0) ragged = random.next() * setup.raggedEm;
  };
  for (const unit of setup.isGrid ? glyphs.map((glyph) => [glyph]) : unitsOf(glyphs)) {
    if (line.length > 0 && widthOf([...line, ...unit], setup, setup.hangs) > room() + 1e-6) {
      // A number or word may be broken where the line would gape otherwise.
      const gape = room() - widthOf(line, setup, false);
      const isWord = unit.length > 3 && unit.every(({ char }) => isWordChar(char));
      if (isWord && gape > 1.5 && random.chance(0.3)) {
        const fit = Math.min(unit.length - 1, Math.max(1, Math.floor(gape / 0.5) - 1));
        line.push(...unit.slice(0, fit));
        const isLatin = unit.every(({ char }) => /[A-Za-z]/.test(char)) && fit > 1;
        emit(false, isLatin ? random.pick(['-', '-', '\u00ad']) : '');
        line.push(...unit.slice(fit));
        continue;
      }
      emit(false);
    }
    line.push(...unit);
  }
  if (line.length > 0) emit(true);
  return lines;
}

/** Unbreakable units: numbers, words, marks with their neighbours, dashes. */
function unitsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const units: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = units.at(-1);
    const before = last?.at(-1)?.char;
    const glued =
      before !== undefined &&
      (closing.has(glyph.char) ||
        opening.has(before) ||
        (isWordChar(before) && isWordChar(glyph.char) && glyph.blank === '') ||
        (before === '.' && /\d/.test(glyph.char)) ||
        ('—…'.includes(before) && before === glyph.char && last!.length % 2 === 1));
    if (glued) last!.push(glyph);
    else units.push([glyph]);
  }
  return units;
}

function widthOf(glyphs: readonly Glyph[], setup: Setup, hangs: boolean): number {
  let width = 0;
  for (let at = 0; at < glyphs.length; at++) {
    const { char, blank } = glyphs[at]!;
    const next = glyphs[at + 1]?.char;
    if (blank && at > 0) width += blank === '\u3000' ? 1 : 0.5;
    if (hangs && next === undefined && '，。、'.includes(char)) continue;
    width += charWidth(char, next, setup.style);
  }
  return width * setup.tracking;
}

function charWidth(char: string, next: string | undefined, style: Setup['style']): number {
  if (isNarrow(char)) return 0.5;
  const isMark = (closing.has(char) || opening.has(char)) && char !== '％';
  if (!isMark || style === 'full') return 1;
  if (style === 'half') return 0.5;
  const nextIsMark = next !== undefined && (closing.has(next) || opening.has(next)) && !isNarrow(next);
  const touches = nextIsMark && (closing.has(char) || opening.has(next));
  if (style === 'squeezed') return touches ? 0.5 : 1;
  return sentence.has(char) && !touches ? 1 : 0.5;
}
