import { assertLedger, type Edit, firstAtOrAfter, replay } from '../article/ledger.js';
import type { Piece, Restoration } from '../article/restoration.js';
import { isSpace } from '../text/characters.js';

/**
 * Checks the promises of `Restoration` at run time on every call; a broken one is a bug of ours.
 *
 * @throws Error that names the offset, when a piece differs from the ledger's replay of the source, or a character of
 * the source is in no range or in two.
 */
export function assertRestoration(source: string, restoration: Restoration): void {
  assertLedger(source, restoration.edits);
  const covered = new Uint8Array(source.length);
  for (const piece of piecesOf(restoration)) {
    if (replay(source, editsWithin(restoration.edits, piece), piece.ranges) !== piece.text) {
      throw new Error(
        `Unexpected text at ${piece.ranges[0]?.[0]}, expected the ledger's replay of the source`,
      );
    }
    for (const [start, end] of piece.ranges) {
      for (let at = start; at < end; at++) {
        if (covered[at]) throw new Error(`Unexpected second range at ${at}, expected one`);
        covered[at] = 1;
      }
    }
  }
  for (let at = 0; at < source.length; at++) {
    if (!covered[at] && !isSpace(source.charCodeAt(at)))
      throw new Error(`Unexpected character at ${at} outside all ranges`);
  }
}

/** The edits from a piece's first character to its last: replaying it needs no others. */
function editsWithin(edits: readonly Edit[], { ranges }: Piece): readonly Edit[] {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const range of ranges) {
    start = Math.min(start, range[0]);
    end = Math.max(end, range[1]);
  }
  const first = firstAtOrAfter(edits, start);
  return edits.slice(first, firstAtOrAfter(edits, end, first));
}

/** All pieces, in no order of the source. */
export function* piecesOf({
  articles,
  furniture,
}: Pick<Restoration, 'articles' | 'furniture'>): Generator<Piece> {
  for (const { headline, kicker, deck, byline, blocks } of articles) {
    for (const piece of [headline, kicker, deck, byline]) if (piece) yield piece;
    yield* blocks;
  }
  yield* furniture;
}
