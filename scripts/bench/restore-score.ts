import type { Piece, Restoration } from '../article/restoration.js';
import { isSpace } from '../text/characters.js';
import type { BrokenPage } from './restore-noise.js';
import type { GoldPiece, GoldRole } from './restore-page.js';

/** Counts of one page or many; figures are made of sums, never of means of means. */
export interface Counts {
  pages: number;
  gaps: number;
  hit: number;
  missed: number;
  extra: number;
  paragraphs: number;
  exact: number;
  spaceErrors: number;
  titles: number;
  titlesRight: number;
  roles: Record<string, { hit: number; missed: number; extra: number }>;
}

export function newCounts(): Counts {
  return {
    pages: 0,
    gaps: 0,
    hit: 0,
    missed: 0,
    extra: 0,
    paragraphs: 0,
    exact: 0,
    spaceErrors: 0,
    titles: 0,
    titlesRight: 0,
    roles: {},
  };
}

export function addCounts(sum: Counts, counts: Counts): void {
  const { roles, ...numbers } = counts;
  for (const key of Object.keys(numbers) as (keyof typeof numbers)[]) sum[key] += counts[key];
  for (const [role, { hit, missed, extra }] of Object.entries(roles)) {
    const own = roleCounts(sum, role);
    own.hit += hit;
    own.missed += missed;
    own.extra += extra;
  }
}

/** A restored piece with its role and story, for comparing. */
interface Found {
  role: GoldRole;
  story: number;
  piece: Piece;
}

/** Compares a restoration with the truth about its page. */
export function scorePage(page: BrokenPage, restoration: Restoration): Counts {
  const counts = { ...newCounts(), pages: 1 };
  const found = foundPieces(restoration);
  const ownerFound = new Int32Array(page.text.length).fill(-1);
  found.forEach(({ piece }, index) => {
    for (const [start, end] of piece.ranges) ownerFound.fill(index, start, end);
  });
  const blanks = blanksBefore(page.text, restoration);
  let last = -1;
  for (let at = 0; at < page.text.length; at++) {
    if (isSpace(page.text.charCodeAt(at))) continue;
    if (last >= 0) countGap(counts, page, { last, at, ownerFound, hasBlank: blanks[at] === 1 });
    last = at;
  }
  scorePieces(counts, page, found, ownerFound);
  return counts;
}

interface Gap {
  last: number;
  at: number;
  ownerFound: Int32Array;
  hasBlank: boolean;
}

function countGap(counts: Counts, page: BrokenPage, { last, at, ownerFound, hasBlank }: Gap): void {
  counts.gaps++;
  const isBreak = page.owner[last] !== page.owner[at];
  const isBroken = ownerFound[last] !== ownerFound[at];
  if (isBreak && isBroken) counts.hit++;
  else if (isBreak) counts.missed++;
  else if (isBroken) counts.extra++;
  if (isBreak || isBroken) return;
  let isMeant = false;
  for (let between = last + 1; between < at; between++) if (page.owner[between]! >= 0) isMeant = true;
  if (isMeant !== hasBlank) counts.spaceErrors++;
}

function foundPieces({ articles, furniture }: Restoration): Found[] {
  const found: Found[] = [];
  articles.forEach((story, number) => {
    for (const role of ['headline', 'kicker', 'deck', 'byline'] as const) {
      const piece = story[role];
      if (piece) found.push({ role, story: number, piece });
    }
    for (const block of story.blocks) {
      const role = ['crosshead', 'caption', 'credit', 'jump'].includes(block.role) ? block.role : 'paragraph';
      found.push({ role: role as GoldRole, story: number, piece: block });
    }
  });
  for (const piece of furniture) found.push({ role: 'furniture', story: -1, piece });
  return found;
}

/** 1 where the restored text has a blank before the source's character. */
function blanksBefore(text: string, { edits, ...rest }: Restoration): Uint8Array {
  const blanks = new Uint8Array(text.length);
  const edited = new Int32Array(text.length).fill(-1);
  edits.forEach((edit, index) => {
    edited.fill(index, edit.start, edit.end);
  });
  for (const { piece } of foundPieces({ edits, ...rest })) {
    let pending = 0;
    let lastEdit = -1;
    for (const [start, end] of piece.ranges) {
      for (let at = start; at < end; at++) {
        const index = edited[at]!;
        const isBlank = isSpace(text.charCodeAt(at));
        if (index < 0) {
          if (isBlank) pending = 1;
          else [blanks[at], pending] = [pending, 0];
          continue;
        }
        const { replacement } = edits[index]!;
        if (index !== lastEdit && /^[\s\u3000]/u.test(replacement)) pending = 1;
        if (!isBlank) [blanks[at], pending] = [pending, 0];
        if (index !== lastEdit && /[\s\u3000]$/u.test(replacement)) pending = 1;
        lastEdit = index;
      }
    }
  }
  return blanks;
}

function scorePieces(
  counts: Counts,
  page: BrokenPage,
  found: readonly Found[],
  ownerFound: Int32Array,
): void {
  const majority = majorities(page, ownerFound, found.length);
  page.pieces.forEach((gold, index) => {
    const at = majority.ofGold[index]!;
    const match = found[at];
    const role = roleCounts(counts, gold.role);
    if (match?.role === gold.role) role.hit++;
    else role.missed++;
    if (gold.role === 'paragraph') {
      counts.paragraphs++;
      if (match && match.piece.text === gold.text) counts.exact++;
    }
    if (gold.role === 'headline')
      scoreTitle(counts, page.pieces, { gold, match, found, ofFound: majority.ofFound });
  });
  found.forEach(({ role }, index) => {
    if (page.pieces[majority.ofFound[index]!]?.role !== role) roleCounts(counts, role).extra++;
  });
}

function roleCounts(counts: Counts, role: string) {
  counts.roles[role] ??= { hit: 0, missed: 0, extra: 0 };
  return counts.roles[role];
}

interface Titled {
  gold: GoldPiece;
  match: Found | undefined;
  found: readonly Found[];
  ofFound: Int32Array;
}

/** A headline is right when it heads a story whose body is mostly its own. */
function scoreTitle(
  counts: Counts,
  pieces: readonly GoldPiece[],
  { gold, match, found, ofFound }: Titled,
): void {
  counts.titles++;
  if (match?.role !== 'headline') return;
  const votes = new Map<number, number>();
  found.forEach(({ story, role, piece }, index) => {
    if (story !== match.story || role !== 'paragraph') return;
    const own = pieces[ofFound[index]!]?.story ?? -1;
    votes.set(own, (votes.get(own) ?? 0) + piece.text.length);
  });
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  if (best?.[0] === gold.story) counts.titlesRight++;
}

/** For each gold piece the restored piece that holds most of it, and the other way round. */
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
