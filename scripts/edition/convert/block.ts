import { isHan } from '../../text/characters.js';
import type { Change } from '../change.js';
import { applyChanges } from './offset-map.js';

/** A stretch of a block's prose between markup. Without `write` it only separates its neighbours. */
export interface Piece {
  text: string;
  /** Its offset in the file it was read from, if known. */
  offset?: number | undefined;
  write?: (text: string) => void;
}

/** A block's prose: conversion sees it as one text, so that 理**发**店 is one word. */
export interface Block {
  pieces: Piece[];
}

/** The text of a block, and for each of its units the piece and the offset in it. */
export interface JoinedBlock {
  text: string;
  pieceOf: Int32Array;
  unitOf: Int32Array;
}

/** Placeholder for code, pictures and other content that is not prose. */
export const opaque = '\uFFFC';

/** Joins the pieces of a block. A newline between two Han characters is no border: 理⏎发店 is a word too. */
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

/** Writes changes of a block's text into its pieces. A change of length happens in the piece where it begins. */
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

/** Offset in the file of a unit of the block's text, if known. */
export function offsetIn(
  { pieces }: Block,
  { pieceOf, unitOf }: JoinedBlock,
  index: number,
): number | undefined {
  const offset = pieces[pieceOf[index] ?? 0]?.offset;
  return offset === undefined ? undefined : offset + (unitOf[index] ?? 0);
}
