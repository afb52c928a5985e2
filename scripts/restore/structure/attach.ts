import type { Range } from '../../article/ledger.js';
import { endsWithPage } from '../../text/press/contents.js';
import { attachNumbers } from '../numbers/structure.js';
import { overlaps } from '../overlap.js';
import { type Group, holds } from '../write/groups.js';
import type { Body, Title } from '../write/story.js';
import { assign } from './assign.js';

const { titleAway, together, weakOverlap, someOverlap, leastOverlap, timesBelow, strongOverlap } =
  attachNumbers;
const { overlapWeight, between, betweenTitles, attached, never } = attachNumbers;

/** A title attached on little evidence, for a message. */
export interface WeakTitle {
  groups: Group[];
  overlap: number;
  /** It was left where the source has it: nothing else on the page says that titles stand behind their stories. */
  stays: boolean;
}

/** A person's decision: this title belongs to the story with those words, or to none. */
export interface FixedTitle {
  title: Range;
  of: Range | undefined;
}

/** The titles of bodies, by the bodies' indices, and those without one. */
export interface Attached {
  titleOf: Map<number, Title>;
  alone: Title[];
  /** The last line of the source, if it may be a paragraph's first that was cut off there. */
  cutOff: Title[];
  weak: WeakTitle[];
}

/**
 * Gives each title its body: first by a person's decisions, then by one assignment for the page. If the lines have
 * places, the order of the page is known, and a title heads the text below it.
 */
export function attachTitles(
  all: readonly Title[],
  bodies: readonly Body[],
  { fixed, isPlaced }: { fixed: readonly FixedTitle[]; isPlaced: boolean },
): Attached {
  const result: Attached = { titleOf: new Map(), alone: [], cutOff: [], weak: [] };
  const titles = attachFixed(all, bodies, { fixed, result });
  if (isPlaced) {
    attachBelow(titles, bodies, result);
    return result;
  }
  let low = 0;
  for (let from = 0; from < titles.length; from += together) {
    const group = titles.slice(from, from + together);
    while (low < bodies.length && bodies[low]!.at < group[0]!.at) low++;
    const places: Place[] = [];
    for (let index = Math.max(0, low - 2 * titleAway); index < bodies.length; index++) {
      if (bodies[index]!.at > group.at(-1)!.at && places.length > 0 && isFar(bodies, index, group.at(-1)!))
        break;
      if (!result.titleOf.has(index)) places.push(placeOf(bodies[index]!, index));
    }
    attachGroup(group, places, result);
  }
  return result;
}

/** Gives each title the text below it up to the next title; pictures are skipped. */
function attachBelow(titles: readonly Title[], bodies: readonly Body[], { titleOf, alone }: Attached): void {
  let at = 0;
  titles.forEach((title, index) => {
    const end = titles[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    while (at < bodies.length && (bodies[at]!.at < title.at || bodies[at]!.isCaption || titleOf.has(at)))
      at++;
    const body = bodies[at];
    if (body && body.at < end) titleOf.set(at, title);
    else alone.push(title);
  });
}

/** True if too many bodies are between the title and this body for it to be its own. */
function isFar(bodies: readonly Body[], index: number, title: Title): boolean {
  const first = bodies[index - 2 * titleAway];
  return first !== undefined && first.at > title.at;
}

/** Gives titles to the bodies that a person named; returns the remaining titles. */
function attachFixed(
  titles: readonly Title[],
  bodies: readonly Body[],
  { fixed, result }: { fixed: readonly FixedTitle[]; result: Attached },
): Title[] {
  const settled = new Set<Title>();
  for (const { title: words, of } of fixed) {
    const title = titles.find(({ groups }) => groups.some((group) => holds(group, words)));
    const body = of ? bodies.findIndex(({ blocks }) => blocks.some((group) => holds(group, of))) : -1;
    if (!title || (of && body < 0)) continue;
    settled.add(title);
    if (body < 0) result.alone.push(title);
    else result.titleOf.set(body, title);
  }
  return titles.filter((title) => !settled.has(title));
}

interface Place {
  index: number;
  body: Body;
  /** 目录 has the words of all titles, and stands above them. Asked once a body, not once a title. */
  isContents: boolean;
}

const placeOf = (body: Body, index: number): Place => ({ index, body, isContents: isContents(body) });

/** One assignment: by common words, and by the likely side of the story. */
function attachGroup(titles: readonly Title[], places: readonly Place[], result: Attached): void {
  const overlap = overlaps(
    titles.map(({ groups }) => groups.map(({ text }) => text).join(' ')),
    places.map(({ body }) => body.blocks.map(({ text }) => text).join(' ')),
  );
  const stories = beginningsOf(places);
  const columns = assign(
    titles.map((title, row) =>
      places.map(
        (place, column) =>
          overlap[row]![column]! * overlapWeight +
          orderPrior(title, place, stories) -
          titlesBetween(titles, row, place.body) * betweenTitles,
      ),
    ),
  );
  const shares = titles.map((_, row) => overlap[row]![columns[row]!] ?? 0);
  const moves = titles.map((title, row) => moveOf(title, places[columns[row]!]?.body, stories));
  const isPagesHabit = movesTitles(shares, moves);
  titles.forEach((title, row) => {
    const column = columns[row]!;
    const share = shares[row]!;
    const move = moves[row]!;
    // A title is moved for its words; if they are few, also because the page's other titles stand behind their stories.
    const isCutOff = move !== 'none' && title.mayBeText && share < strongOverlap;
    const isFar = move === 'far' && share < strongOverlap;
    const isWeak = isCutOff || isFar || (move !== 'none' && share < weakOverlap);
    const isHabit = isPagesHabit && share >= leastOverlap;
    const speaksOfAbove =
      share >= someOverlap && share >= timesBelow * overlapBelow(title, overlap[row]!, places);
    const stays = isCutOff || isFar || (isWeak && !isHabit && !speaksOfAbove);
    if (isWeak) result.weak.push({ groups: title.groups, overlap: share, stays });
    if (isCutOff) result.cutOff.push(title);
    else if (column < 0 || stays) result.alone.push(title);
    else result.titleOf.set(places[column]!.index, title);
  });
}

/** Share of a title's words in the story that follows it. */
function overlapBelow(title: Title, shares: readonly number[], places: readonly Place[]): number {
  const below = places.findIndex(({ body }) => body.at > title.at && !body.isCaption);
  return shares[below] ?? 0;
}

/** True if most titles whose words leave no doubt come after their stories on this page. */
function movesTitles(shares: readonly number[], moves: readonly Move[]): boolean {
  let balance = 0;
  shares.forEach((share, row) => {
    if (share >= weakOverlap) balance += moves[row] === 'none' ? -1 : 1;
  });
  return balance > 0;
}

/** Other titles between a title and a body; of two titles in a row the nearer one is the body's. */
function titlesBetween(titles: readonly Title[], row: number, body: Body): number {
  const step = body.at > titles[row]!.at ? 1 : -1;
  let count = 0;
  for (let at = row + step; count <= titleAway; at += step) {
    const other = titles[at];
    if (!other || (step > 0 ? other.at > body.at : other.at < body.at)) return count;
    count++;
  }
  return count;
}

/** How far a title is moved to come before its story: past that story, or past others as well. */
type Move = 'none' | 'near' | 'far';

function moveOf(title: Title, body: Body | undefined, stories: readonly number[]): Move {
  if (!body) return 'none';
  if (bodiesBetween(title, body, stories) > 0) return 'far';
  return body.at < title.at ? 'near' : 'none';
}

/** Where the stories among some places begin, ascending; captions are none. */
const beginningsOf = (places: readonly Place[]): number[] =>
  places.flatMap(({ body }) => (body.isCaption ? [] : [body.at])).sort((a, b) => a - b);

/** Other stories that stand between a title and a body. */
function bodiesBetween(title: Title, body: Body, stories: readonly number[]): number {
  const first = placeAfter(stories, Math.min(title.at, body.at));
  const high = Math.max(title.at, body.at);
  let last = first;
  // More than `titleAway` are as good as none.
  while (last < stories.length && stories[last]! < high && last - first <= titleAway) last++;
  return last - first;
}

/** The first place in ascending numbers that is above one. */
function placeAfter(numbers: readonly number[], one: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= one) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isContents = ({ blocks }: Body) =>
  blocks.length > 2 && blocks.filter(({ text }) => endsWithPage(text)).length * 3 > blocks.length;

function orderPrior(title: Title, { body, isContents }: Place, stories: readonly number[]): number {
  if (body.isCaption) return never;
  const isAbove = body.at < title.at;
  if (isAbove && isContents) return never;
  const others = bodiesBetween(title, body, stories);
  if (others > titleAway) return never;
  const side = isAbove ? title.after : 1 - title.after;
  return attached + Math.log(side + attachNumbers.leastSide) - others * between;
}
