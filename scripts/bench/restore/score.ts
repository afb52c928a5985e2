import type { Restoration } from '../../article/restoration.js';
import { isSpace } from '../../text/characters.js';
import { blanksBefore } from './blanks.js';
import { type Counts, newCounts, type Tally, tallyIn } from './counts.js';
import type { Found } from './found.js';
import type { BrokenPage } from './gold.js';
import { scorePieces } from './roles.js';

/** Compares a restoration with the truth about its page. */
export function scorePage(page: BrokenPage, restoration: Restoration): Counts {
  const counts = { ...newCounts(), pages: 1 };
  const found = foundPieces(restoration);
  const ownerFound = new Int32Array(page.text.length).fill(-1);
  found.forEach(({ piece }, index) => {
    for (const [start, end] of piece.ranges) ownerFound.fill(index, start, end);
  });
  const blanks = blanksBefore(
    page.text,
    restoration.edits,
    found.map(({ piece }) => piece),
  );
  let last = -1;
  for (let at = 0; at < page.text.length; at++) {
    if (isSpace(page.text.charCodeAt(at))) continue;
    if (last >= 0) countGap(counts, page, { last, at, ownerFound, hasBlank: blanks[at] === 1 });
    last = at;
  }
  scorePieces(counts, page, { found, ownerFound });
  countBorders(counts, page, restoration);
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
  for (const tally of talliesOf(counts, page, at)) {
    if (isBreak && isBroken) tally.hit++;
    else if (isBreak) tally.missed++;
    else if (isBroken) tally.extra++;
  }
  if (isBreak || isBroken) return;
  let isMeant = false;
  for (let between = last + 1; between < at; between++) if (page.owner[between]! >= 0) isMeant = true;
  if (isMeant !== hasBlank) counts.spaceErrors++;
}

/** The tally of the page, and that of the source of the words. */
function talliesOf(counts: Counts, { owner, pieces, sources }: BrokenPage, at: number): Tally[] {
  const source = sources?.[pieces[owner[at]!]?.story ?? -1];
  return source === undefined ? [counts] : [counts, tallyIn(counts.sources, source)];
}

/** Compares confidences of line borders with the truth, and counts lines that are the same when set again. */
function countBorders(counts: Counts, { owner }: BrokenPage, { gaps, articles }: Restoration): void {
  for (const { start, end, joined, confidence, certainty } of gaps) {
    const isRight = (owner[start - 1] === owner[end]) === joined;
    const at = Math.min(9, Math.floor(confidence * 10));
    counts.bins[at] ??= { count: 0, right: 0, confidence: 0 };
    const bin = counts.bins[at];
    bin.count++;
    bin.confidence += confidence;
    if (isRight) bin.right++;
    if (certainty === 'certain') {
      counts.certain++;
      if (isRight) counts.certainRight++;
    } else if (certainty === 'open') {
      counts.open++;
      if (isRight) counts.openRight++;
    }
  }
  for (const { reset } of articles) {
    counts.lines += reset.lines;
    counts.linesSame += reset.same;
  }
}

function foundPieces({ articles, furniture }: Restoration): Found[] {
  const found: Found[] = [];
  articles.forEach((story, number) => {
    for (const role of ['headline', 'kicker', 'deck', 'byline'] as const) {
      const piece = story[role];
      if (piece) found.push({ role, story: number, piece });
    }
    for (const block of story.blocks) found.push({ role: block.role, story: number, piece: block });
  });
  for (const piece of furniture) found.push({ role: 'furniture', story: -1, piece });
  return found;
}
