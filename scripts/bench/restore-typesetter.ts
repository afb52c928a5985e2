import type { Random } from './random.js';

/** A character on its way to paper: which piece it belongs to and whether a meant blank stands before it. */
export interface Glyph {
  char: string;
  piece: number;
  /** The blank that the editor wrote before this character, or ''. */
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
}

/** A printed line, and by how many em it fell short of its measure before justification. */
export interface PrintedLine {
  glyphs: Glyph[];
  slackEm: number;
  isFirst: boolean;
  isLast: boolean;
}

const closing = new Set('，。、；：？！）》”’」』】％%,.;:!?)');
const opening = new Set('（《“‘「『【(');
const sentence = new Set('。？！');
const isNarrow = (char: string) => char > ' ' && char <= '~';
const isWordChar = (char: string) => /[A-Za-z0-9]/.test(char);

/** Sets a paragraph line by line, as a compositor fills his stick: this is the bench's own, independent of restore/. */
export function typeset(glyphs: readonly Glyph[], setup: Setup, random: Random): PrintedLine[] {
  const units = unitsOf(glyphs);
  const lines: PrintedLine[] = [];
  let line: Glyph[] = [];
  const room = () => (lines.length === 0 ? setup.em - setup.indentEm : setup.em);
  const emit = (isLast: boolean) => {
    const slackEm = room() - widthOf(line, setup, false);
    lines.push({ glyphs: line, slackEm, isFirst: lines.length === 0, isLast });
    line = [];
  };
  for (const unit of units) {
    const tried = [...line, ...unit];
    if (line.length > 0 && widthOf(tried, setup, setup.hangs) > room() + 1e-6) {
      // A number or word may be broken where the line would gape otherwise.
      const gape = room() - widthOf(line, setup, false);
      if (unit.length > 3 && unit.every(({ char }) => isWordChar(char)) && gape > 1.5 && random.chance(0.3)) {
        const fit = Math.max(1, Math.floor(gape / 0.5));
        line.push(...unit.slice(0, fit));
        emit(false);
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

/** What may not be parted: numbers, words, marks with their neighbours, dashes. */
function unitsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const units: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = units.at(-1);
    const before = last?.at(-1)?.char;
    const glued =
      before !== undefined &&
      (closing.has(glyph.char) ||
        opening.has(before) ||
        (isWordChar(before) && isWordChar(glyph.char)) ||
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
