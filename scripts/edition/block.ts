import { isHan } from '../text/characters.js';
import type { Change } from './adapt-texts.js';

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

/** The text of a block, and which unit of which piece each of its units is. */
export interface JoinedBlock {
  text: string;
  units: { piece: number; at: number }[];
}

/** What stands for code, pictures and other things that are no prose. */
export const opaque = '\uFFFC';

/** The pieces of a block as one text. A newline between two Han characters is no border: 理⏎发店 is a word too. */
export function joinBlock({ pieces }: Block): JoinedBlock {
  const all = pieces.flatMap(({ text }, piece) =>
    Array.from({ length: text.length }, (_, at) => ({ piece, at })),
  );
  const charAt = (index: number) => {
    const unit = all[index];
    return unit ? pieces[unit.piece]!.text[unit.at]! : ' ';
  };
  const units = all.filter((_, index) => {
    if (charAt(index) !== '\n') return true;
    return !(isHan(charAt(index - 1)) && isHan(charAt(index + 1)));
  });
  return { text: units.map(({ piece, at }) => pieces[piece]!.text[at]).join(''), units };
}

/** Writes changes of a block's text into its pieces. What grows or shrinks does so in the piece in which it begins. */
export function writeBlock({ pieces }: Block, { units }: JoinedBlock, changes: readonly Change[]): void {
  const written = new Map<number, string[]>();
  for (const { start, end, replacement } of changes) {
    const isSame = replacement.length === end - start;
    for (let index = start; index < end; index++) {
      const { piece, at } = units[index]!;
      const chars = written.get(piece) ?? pieces[piece]!.text.split('');
      chars[at] = isSame ? replacement[index - start]! : index === start ? replacement : '';
      written.set(piece, chars);
    }
  }
  for (const [piece, chars] of written) pieces[piece]!.write?.(chars.join(''));
}

/** Where a unit of the block's text stands in the file, if that is known. */
export function offsetIn({ pieces }: Block, { units }: JoinedBlock, index: number): number | undefined {
  const unit = units[index];
  const offset = unit && pieces[unit.piece]!.offset;
  return offset === undefined ? undefined : offset + unit!.at;
}
