import type { Doubt, Piece, Story } from '../../article/restoration.js';
import { isContinuedFrom } from '../../text/press/jumps.js';
import { messageNumbers } from '../numbers/doubts.js';
import { lineNumbers } from './line-numbers.js';
import type { Findings } from './page-rule.js';

const { jumpedWeight, named, quotedOfPiece: quoted } = messageNumbers;

/** Kinds of moves, which are the ids of their messages. */
type MoveKind = 'move-title' | 'move-jump';

interface Placed {
  piece: Piece;
  start: number;
  kind: MoveKind;
  /** The amount of text that moves with it. */
  weight: number;
}

/**
 * Tells of all pieces of a kind that do not stand where the source has them: titles that stood behind their story, and
 * what a jump brought together. Found by their places in the result, so that no way of moving a piece can be silent.
 */
export function tellMoves(kind: MoveKind, { text: source, articles, found, decided }: Findings): Doubt[] {
  // Another message says of these already that they were moved.
  const doubted = new Set(found.weak.map(({ groups }) => groups[0]!.segments[0]!.start));
  // A person who gave a title to its story knows that it moved.
  const isDecided = (start: number) =>
    decided.titles.some(({ title: [from, to] }) => start >= from && start < to);
  const moved = movedIn(articles).filter(({ start }) => !doubted.has(start) && !isDecided(start));
  const numberOf = lineNumbers(source);
  const own = moved.filter((one) => one.kind === kind).sort((a, b) => a.start - b.start);
  const [first] = own;
  if (!first) return [];
  const numbers = own.slice(0, named).map(({ start }) => numberOf(start));
  const places = `${own.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}${own.length > named ? ' …' : ''}`;
  const words = first.piece.text.slice(0, quoted);
  return [
    {
      start: first.start,
      end: first.piece.ranges[0]![1],
      ruleId: kind,
      reason: reasons[kind](own.length, { words, places }),
      told: true as const,
    },
  ];
}

const reasons: Record<MoveKind, (count: number, at: { words: string; places: string }) => string> = {
  'move-title': (count, { words, places }) =>
    `${count} ${count === 1 ? 'part of a title' : 'parts of titles'} stood behind the story and now stand before it, such as “${words}” (${places}); to leave one where it stands say title: {title: "${words}"}`,
  'move-jump': (count, { words, places }) =>
    `${count} ${count === 1 ? 'paragraph' : 'paragraphs'} of a story that jumps stand with its first part now, such as “${words}” (${places}); to part them say role: {text: "${words}", role: paragraph} of the jump mark`,
};

function piecesInOrder({ kicker, headline, deck, byline, blocks }: Story): Placed[] {
  const place = (piece: Piece, kind: MoveKind, weight: number): Placed => {
    return { piece, start: piece.ranges[0]![0], kind, weight };
  };
  const titles = [kicker, headline, deck, byline].filter((piece) => piece !== null);
  let isBehindJump = false;
  return [
    ...titles.map((piece) => place(piece, 'move-title', piece.text.length)),
    ...blocks
      .filter(({ ranges }) => ranges.length > 0)
      .map((piece) => {
        isBehindJump ||= isContinuedFrom(piece.text);
        return place(piece, 'move-jump', piece.text.length * (isBehindJump ? jumpedWeight : 1));
      }),
  ];
}

/** The same for both kinds of moves. */
const known = new WeakMap<readonly Story[], readonly Placed[]>();

function movedIn(articles: readonly Story[]): readonly Placed[] {
  const moved = known.get(articles) ?? movedPieces(articles.flatMap(piecesInOrder));
  known.set(articles, moved);
  return moved;
}

/**
 * The pieces that must leave their places for this order: as little text as possible (the heaviest ascending row
 * stays).
 */
function movedPieces(pieces: readonly Placed[]): Placed[] {
  const ranks = new Map(
    pieces
      .map(({ start }) => start)
      .sort((a, b) => a - b)
      .map((start, rank) => [start, rank + 1]),
  );
  const best = newMaxima(pieces.length);
  const before = pieces.map((): number => -1);
  let last = -1;
  let most = 0;
  pieces.forEach(({ start, weight: own }, index) => {
    const rank = ranks.get(start)!;
    const found = best.upTo(rank);
    before[index] = found.index;
    const weight = found.weight + own;
    best.put(rank, { weight, index });
    if (weight > most) [most, last] = [weight, index];
  });
  const stays = new Set<number>();
  for (let at = last; at >= 0; at = before[at]!) stays.add(at);
  return pieces.filter((_, index) => !stays.has(index));
}

interface Maximum {
  weight: number;
  index: number;
}

/** Greatest weights of beginnings of a row (Fenwick tree): a file has thousands of pieces. */
function newMaxima(size: number) {
  const nodes = new Array<Maximum>(size + 1).fill({ weight: 0, index: -1 });
  return {
    upTo(rank: number): Maximum {
      let found: Maximum = { weight: 0, index: -1 };
      for (let at = rank; at > 0; at -= at & -at) if (nodes[at]!.weight > found.weight) found = nodes[at]!;
      return found;
    },
    put(rank: number, maximum: Maximum): void {
      for (let at = rank; at <= size; at += at & -at)
        if (maximum.weight > nodes[at]!.weight) nodes[at] = maximum;
    },
  };
}
