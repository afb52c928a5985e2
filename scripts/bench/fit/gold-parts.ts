import type { Line } from '../../restore/measure/lines.js';
import { type Part, rowOf } from '../../restore/parts/part.js';
import type { BrokenPage, GoldPiece, GoldRole } from '../restore/gold.js';

/** The part of a piece's first line by role; text by default. */
const partOf: Partial<Record<GoldRole, Part>> = {
  headline: 'headline',
  kicker: 'kicker',
  deck: 'deck',
  byline: 'byline',
  crosshead: 'crosshead',
  caption: 'caption',
  credit: 'tail',
};
const titleRoles: ReadonlySet<GoldRole> = new Set(['headline', 'kicker', 'deck', 'byline']);

/** The part of a line in which a lead or a caption follows a headline: most of it, and the lines after it, are that. */
const gluedPart: Partial<Record<GoldRole, Part>> = { paragraph: 'opening', caption: 'caption' };

/** The true parts of a page's lines; a line with two pieces has the part of its beginning, but for `gluedPart`. */
export function goldParts({ pieces, owner }: BrokenPage, lines: readonly Line[]): Part[] {
  const starts = pieces.map((_, index) => startPart(pieces, index));
  let last: Part | undefined;
  return lines.map(({ start, end }, index) => {
    const [begun, ended] = [owner[start]!, owner[end - 1]!];
    const isGlued = begun !== ended && begun >= 0 && pieces[begun]?.role === 'headline';
    const second = isGlued ? gluedPart[pieces[ended]?.role ?? 'headline'] : undefined;
    if (second) {
      last = second;
      return last;
    }
    const piece = begun;
    const before = index > 0 ? owner[lines[index - 1]!.end - 1] : -1;
    const first = starts[piece] ?? 'paragraph';
    const own = piece === before && last ? (rowOf(last) ?? first) : first;
    last = own;
    return own;
  });
}

function startPart(pieces: readonly GoldPiece[], index: number): Part {
  const { role, story } = pieces[index]!;
  const part = partOf[role];
  if (part) return part;
  const before = pieces.slice(0, index).findLast((piece) => piece.role !== 'furniture');
  const isOpening = role !== 'furniture' && before?.story !== story;
  return isOpening && !(before && titleRoles.has(before.role) && before.story === story)
    ? 'opening'
    : 'paragraph';
}
