import { isHan } from '../../text/characters.js';
import type { Change } from './change.js';
import { applyChanges } from './offset-map.js';

/** A stretch of a block's prose between two marks of markup. Without `write` it only keeps its neighbours apart. */
export interface Piece {
  text: string;
  /** Where it begins in the file it was read from, if that is known. */
  offset?: number | undefined;
  write?: (text: string) => void;
}

/** A block's prose: what conversion sees as one text, so that 理**发**店 is one word. */
export interface Block {
  pieces: Piece[];
}

/** The text of a block, and where each of its units stands: in which piece, and where in it. */
export interface JoinedBlock {
  text: string;
  pieceOf: Int32Array;
  unitOf: Int32Array;
}

/** What stands for code, pictures and other things that are no prose. */
export const opaque = '\uFFFC';

/** The pieces of a block as one text. A newline between two Han characters is no border: 理⏎发店 is a word too. */
export function joinBlock({ pieces }: Block): JoinedBlock {
  const whole = pieces.map(({ text }) => text).join('');
  const pieceOf = new Int32Array(whole.length);
  const unitOf = new Int32Array(whole.length);
  const parts: string[] = [];
  let offset = 0;
  let count = 0;
  let from = 0;
  for (const [piece, { text }] of pieces.entries()) {
    for (let at = 0; at < text.length; at++, offset++) {
      if (isBrokenWord(whole, offset)) {
        parts.push(whole.slice(from, offset));
        from = offset + 1;
        continue;
      }
      pieceOf[count] = piece;
      unitOf[count++] = at;
    }
  }
  parts.push(whole.slice(from));
  return { text: parts.join(''), pieceOf, unitOf };
}

function isBrokenWord(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 10) return false;
  const before = text.charCodeAt(at - 1) === 13 ? at - 2 : at - 1;
  return isHan(text.charCodeAt(before)) && isHan(text.charCodeAt(at + 1));
}

/** Writes changes of a block's text into its pieces. What grows or shrinks does so in the piece in which it begins. */
export function writeBlock({ pieces }: Block, joined: JoinedBlock, changes: readonly Change[]): void {
  const [only] = pieces;
  if (pieces.length === 1 && only!.text.length === joined.text.length) {
    if (changes.length > 0) only!.write?.(applyChanges(only!.text, changes));
    return;
  }
  const written = new Map<number, string[]>();
  for (const { start, end, replacement } of changes) {
    const isSame = replacement.length === end - start;
    for (let index = start; index < end; index++) {
      const piece = joined.pieceOf[index]!;
      const chars = written.get(piece) ?? pieces[piece]!.text.split('');
      chars[joined.unitOf[index]!] = isSame
        ? replacement[index - start]!
        : index === start
          ? replacement
          : '';
      written.set(piece, chars);
    }
  }
  for (const [piece, chars] of written) pieces[piece]!.write?.(chars.join(''));
}

/** Where a unit of the block's text stands in the file, if that is known. */
export function offsetIn(
  { pieces }: Block,
  { pieceOf, unitOf }: JoinedBlock,
  index: number,
): number | undefined {
  const offset = pieces[pieceOf[index] ?? 0]?.offset;
  return offset === undefined ? undefined : offset + (unitOf[index] ?? 0);
}
