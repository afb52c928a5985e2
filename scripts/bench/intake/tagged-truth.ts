import type { Glyph } from '../../prepress/read/painter.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import { leaves } from '../../prepress/read/read-structure.js';
import type { GoldPiece } from '../restore/gold.js';
import type { PrintedChar } from './print-newspaper.js';

/** From the base line up to the middle of a character, in em. */
const middle = 0.38;
/** White that parts two pieces on an edge of a page, in em. */
const apart = 2;

/** A glyph with its page. */
interface Placed extends Glyph {
  page: number;
}

/**
 * The truth about a book of chongpai by its tags, which reading a page does not use: the place of each character of the
 * stories, and what stands on the edges of pages.
 *
 * @param pieces the stories in their order
 * @throws if the tagged text is not that of the stories
 */
export async function taggedTruth(
  pdf: Uint8Array,
  pieces: readonly GoldPiece[],
): Promise<{ pieces: GoldPiece[]; chars: PrintedChar[] }> {
  const { pages, structure } = await readPdf(pdf);
  const tagged = new Map<string, Placed[]>();
  const edges: Placed[] = [];
  pages.forEach(({ trim, content }, page) => {
    for (const glyph of content().glyphs) {
      const placed = { ...glyph, page, x: glyph.x - trim[0], y: trim[3] - glyph.y };
      if (glyph.isArtifact) edges.push(placed);
      const key = `${page} ${glyph.mcid}`;
      if (!glyph.isArtifact && glyph.mcid >= 0) tagged.set(key, [...(tagged.get(key) ?? []), placed]);
    }
  });
  const inOrder = [...leaves(structure!)].flatMap(
    ({ content: { page, mcid } }) => tagged.get(`${page} ${mcid}`) ?? [],
  );
  const found = inOrder.flatMap(charsOf);
  const owners = pieces.flatMap(({ text }, piece) =>
    [...text.replace(/\s/gu, '')].map((char) => ({ piece, char })),
  );
  const at = Array.from({ length: Math.max(owners.length, found.length) }).findIndex(
    (_, index) => found[index]?.char !== owners[index]?.char,
  );
  if (at >= 0)
    throw new Error(
      `The tagged text is not that of the stories: ${textAt(found, at)} for ${textAt(owners, at)}`,
    );
  const chars = found.map((char, index) => ({ ...char, piece: owners[index]!.piece }));
  const furniture = partedAt(edges);
  return {
    pieces: [
      ...pieces,
      ...furniture.map(
        (part): GoldPiece => ({
          role: 'furniture',
          story: -1,
          text: part
            .flatMap(charsOf)
            .map(({ char }) => char)
            .join(''),
        }),
      ),
    ],
    chars: [
      ...chars,
      ...furniture.flatMap((part, index) =>
        part.flatMap(charsOf).map((char) => ({ ...char, piece: pieces.length + index })),
      ),
    ],
  };
}

const textAt = (chars: readonly { char: string }[], at: number) =>
  chars
    .slice(Math.max(0, at - 5), at + 20)
    .map(({ char }) => char)
    .join('');

const charsOf = ({ text, page, x, y, size, advance }: Placed) =>
  [...text.replace(/[\s\p{Cf}]/gu, '')].map((char) => ({
    char,
    page,
    x: x + advance / 2,
    y: y - middle * size,
  }));

/** Running heads and folios, each by itself. */
function partedAt(glyphs: readonly Placed[]): Placed[][] {
  const parts: Placed[][] = [];
  for (const glyph of glyphs) {
    const before = parts.at(-1)?.at(-1);
    const isNext =
      before?.page === glyph.page &&
      Math.abs(before.y - glyph.y) < glyph.size / 2 &&
      Math.abs(glyph.x - before.x - before.advance) < apart * glyph.size;
    if (isNext) parts.at(-1)!.push(glyph);
    else parts.push([glyph]);
  }
  return parts;
}
