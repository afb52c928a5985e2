import { type Counts, tallyIn } from './counts.js';
import type { Found } from './found.js';
import type { BrokenPage, GoldPiece } from './gold.js';

/** Pieces found by a restoration, and for each UTF-16 unit of the page the number of its piece. */
interface Findings {
  found: readonly Found[];
  ownerFound: Int32Array;
}

/** Counts roles, exact paragraphs, titles with their bodies, and jump pairs. */
export function scorePieces(counts: Counts, page: BrokenPage, { found, ownerFound }: Findings): void {
  const majority = majorities(page, ownerFound, found.length);
  page.pieces.forEach((gold, index) => {
    const match = found[majority.ofGold[index]!];
    const tally = tallyIn(counts.roles, gold.role);
    if (match?.role === gold.role) tally.hit++;
    else tally.missed++;
    if (gold.role === 'paragraph') {
      counts.paragraphs++;
      if (match && match.piece.text === gold.text) counts.exact++;
    }
    if (gold.role === 'headline')
      scoreTitle(counts, page.pieces, { gold, match, found, ofFound: majority.ofFound });
  });
  found.forEach(({ role }, index) => {
    if (page.pieces[majority.ofFound[index]!]?.role !== role) tallyIn(counts.roles, role).extra++;
  });
  for (const story of page.jumps) {
    counts.jumps++;
    if (isInOneStory(page, story, { found, ofGold: majority.ofGold })) counts.jumpsRight++;
  }
}

interface Titled {
  gold: GoldPiece;
  match: Found | undefined;
  found: readonly Found[];
  ofFound: Int32Array;
}

/** Counts a headline as right when it heads a story whose body is mostly its own. */
function scoreTitle(
  counts: Counts,
  pieces: readonly GoldPiece[],
  { gold, match, found, ofFound }: Titled,
): void {
  // A page that was cut out may hold a title without its story.
  if (!pieces.some(({ role, story }) => story === gold.story && (role === 'paragraph' || role === 'list')))
    return;
  counts.titles++;
  if (match?.role !== 'headline') return;
  const votes = new Map<number, number>();
  found.forEach(({ story, role, piece }, index) => {
    if (story !== match.story || (role !== 'paragraph' && role !== 'list')) return;
    const own = pieces[ofFound[index]!]?.story ?? -1;
    votes.set(own, (votes.get(own) ?? 0) + piece.text.length);
  });
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  if (best?.[0] === gold.story) counts.titlesRight++;
}

/** True if both parts of a story split by a jump came into one article: its first paragraph and its last. */
function isInOneStory(
  { pieces }: BrokenPage,
  story: number,
  { found, ofGold }: { found: readonly Found[]; ofGold: Int32Array },
): boolean {
  const places = pieces.flatMap((piece, index) =>
    piece.story === story && piece.role === 'paragraph' ? [found[ofGold[index]!]?.story] : [],
  );
  return places[0] !== undefined && places[0] === places.at(-1);
}

/** For each gold piece the restored piece with most of it, and the reverse. */
function majorities(page: BrokenPage, ownerFound: Int32Array, foundCount: number) {
  const shares = new Map<number, number>();
  for (let at = 0; at < page.text.length; at++) {
    const gold = page.owner[at]!;
    const mine = ownerFound[at]!;
    if (gold < 0 || mine < 0) continue;
    const key = gold * foundCount + mine;
    shares.set(key, (shares.get(key) ?? 0) + 1);
  }
  const ofGold = new Int32Array(page.pieces.length).fill(-1);
  const ofFound = new Int32Array(foundCount).fill(-1);
  const bestGold = new Int32Array(page.pieces.length);
  const bestFound = new Int32Array(foundCount);
  for (const [key, share] of shares) {
    const gold = Math.floor(key / foundCount);
    const mine = key % foundCount;
    if (share > bestGold[gold]!) [bestGold[gold], ofGold[gold]] = [share, mine];
    if (share > bestFound[mine]!) [bestFound[mine], ofFound[mine]] = [share, gold];
  }
  return { ofGold, ofFound };
}
