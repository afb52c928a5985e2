import type { PlacedLine } from '../../article/layout.js';
import type { Source } from '../../article/source.js';
import { isSpace } from '../../text/characters.js';
import type { BrokenPage, GoldPiece } from '../restore/gold.js';
import type { PrintedChar } from './print-newspaper.js';

/** A page after reading, with the truth about it. */
export interface ReadPage {
  page: BrokenPage;
  /** Number of the page's characters that are in no line, and of lines' characters that are not on the page. */
  lost: number;
  invented: number;
  /** Number of lines with a successor in their piece or story, and of those with the right one. */
  followed: number;
  rightlyFollowed: number;
  /** The last characters of those lines, by their index in the truth. */
  ends: number[];
}

/** Determines the owner of each character of a source, only by its place on the page. */
export function truthOf(
  source: Pick<Source, 'text' | 'layout'>,
  chars: readonly PrintedChar[],
  { pieces, cells, jumps = [] }: { pieces: GoldPiece[]; cells: string[]; jumps?: number[] },
): ReadPage {
  const owner = new Int32Array(source.text.length).fill(-1);
  const used = new Uint8Array(chars.length);
  const lines = source.layout!.lines;
  const byLine = lines.map((line) => charsIn(line, chars, used));
  // Recognition draws its boxes round the ink: a mark at a line's end may be outside.
  for (const [index, line] of lines.entries()) byLine[index]!.push(...charsIn(line, chars, used, around));
  let invented = 0;
  for (const [index, line] of lines.entries()) {
    const own = sorted(byLine[index]!, line, chars);
    byLine[index] = own;
    let next = 0;
    for (let at = line.start; at < line.end; at++) {
      if (isSpace(source.text.charCodeAt(at))) continue;
      const found = own[next++];
      if (found === undefined) invented++;
      owner[at] = chars[found ?? own.at(-1) ?? 0]!.piece;
    }
  }
  fillBlanks(owner, source.text);
  // Running heads of a page stand before its first line.
  const read = byLine.filter((own) => own.every((index) => pieces[chars[index]!.piece]!.story !== -1));
  const order = followers(read, chars, pieces);
  return {
    page: { text: source.text, pieces, owner, cells, jumps },
    lost: used.reduce((sum, one) => sum + (one ? 0 : 1), 0),
    invented,
    ...order,
  };
}

/** How far beyond a line's box its characters may be, in em: along the line, and across it. */
const around = { along: 0.75, across: 0.3 };

/** The characters whose middles are in a line's box, or in one that is larger by some em. */
function charsIn(
  { page: own, box, size, direction }: PlacedLine,
  chars: readonly PrintedChar[],
  used: Uint8Array,
  { along, across } = { along: 0, across: 0 },
): number[] {
  const [wide, high] = direction === 'vertical' ? [across, along] : [along, across];
  const [left, right] = [box.left - wide * size, box.right + wide * size];
  const [top, bottom] = [box.top - high * size, box.bottom + high * size];
  const inside: number[] = [];
  chars.forEach(({ page, x, y }, index) => {
    if (used[index] || page !== own || x < left || x > right || y < top || y > bottom) return;
    used[index] = 1;
    inside.push(index);
  });
  return inside;
}

/** A line's characters in the order in which it is read. */
function sorted(own: readonly number[], { direction }: PlacedLine, chars: readonly PrintedChar[]): number[] {
  const along = (index: number) => (direction === 'vertical' ? chars[index]!.y : chars[index]!.x);
  return own.toSorted((a, b) => along(a) - along(b) || a - b);
}

/** Assigns a space inside a piece to the piece. */
function fillBlanks(owner: Int32Array, text: string): void {
  for (let at = 1; at < text.length; at++)
    if (owner[at] === -1 && text[at] !== '\n' && text[at] !== '\f') owner[at] = owner[at - 1]!;
}

/** A line's successor is right if its first character is the next of the truth; a story's last has none. */
function followers(byLine: readonly number[][], chars: readonly PrintedChar[], pieces: readonly GoldPiece[]) {
  let [followed, rightlyFollowed] = [0, 0];
  const ends: number[] = [];
  byLine.forEach((own, index) => {
    const last = Math.max(...own);
    const next = chars[last + 1];
    const story = (char: PrintedChar | undefined) => char && pieces[char.piece]!.story;
    const isFloating = (char: PrintedChar | undefined) => !char || pieces[char.piece]!.role === 'caption';
    if (own.length === 0 || !next || story(next) === -1 || story(next) !== story(chars[last])) return;
    if (isFloating(next) || isFloating(chars[last])) return;
    followed++;
    ends.push(last);
    if (byLine[index + 1]?.includes(last + 1)) rightlyFollowed++;
  });
  return { followed, rightlyFollowed, ends };
}
