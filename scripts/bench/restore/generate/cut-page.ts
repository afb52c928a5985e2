import type { Random } from '../../random.js';
import type { BrokenPage, GoldPiece } from '../gold.js';

/** A cut leaves so many lines at least. */
const leastLines = 3;

/**
 * 残页: a page that begins or ends in the middle of a sentence, as what people cut out and paste, and what a page's
 * column holds of a longer story.
 */
export function cutPage(page: BrokenPage, random: Random): BrokenPage {
  const lines = [...page.text.matchAll(/[^\n\r\u2028]*\S[^\n\r\u2028]*/gu)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  if (lines.length <= leastLines) return page;
  const isShort = random.chance(0.5);
  const first = random.chance(0.7) ? random.integer(0, lines.length - leastLines) : 0;
  const most = lines.length - first;
  const count = isShort ? Math.min(most, random.integer(leastLines, 24)) : random.integer(leastLines, most);
  return slicePage(page, lines[first]!.start, lines[first + count - 1]!.end);
}

function slicePage(page: BrokenPage, from: number, to: number): BrokenPage {
  const owner = page.owner.slice(from, to);
  const kept = new Set(owner);
  const numbers = new Map<number, number>();
  const pieces = page.pieces.flatMap((piece, index): GoldPiece[] => {
    if (!kept.has(index)) return [];
    numbers.set(index, numbers.size);
    const before = visibleOf(page, index, [0, from]);
    return [{ ...piece, text: sliceVisible(piece.text, before, visibleOf(page, index, [from, to])) }];
  });
  return {
    ...page,
    text: page.text.slice(from, to),
    pieces,
    owner: owner.map((piece) => numbers.get(piece) ?? -1),
    cells: [...page.cells, 'cut out'],
    jumps: page.jumps.filter((story) => isWhole(page, pieces, story)),
  };
}

/** A jump that a cut parted cannot be found. */
function isWhole({ pieces: all }: BrokenPage, pieces: readonly GoldPiece[], story: number): boolean {
  const count = (some: readonly GoldPiece[]) => some.filter((piece) => piece.story === story).length;
  return count(all) === count(pieces);
}

/** Visible characters of a piece in a part of the page. */
function visibleOf({ text, owner }: BrokenPage, piece: number, [from, to]: [number, number]): number {
  let count = 0;
  for (let at = from; at < to; at++) if (owner[at] === piece && !/\s/u.test(text[at]!)) count++;
  return count;
}

/** A slice of a text, counted in visible characters. */
function sliceVisible(text: string, skip: number, keep: number): string {
  let seen = 0;
  let result = '';
  for (const unit of text.split('')) {
    const isBlank = /\s/u.test(unit);
    if (!isBlank) seen++;
    if (seen > skip && seen <= skip + keep) result += unit;
  }
  return result.trim();
}
