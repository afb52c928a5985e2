import type { Range } from '../../article/ledger.js';
import { isContinuedFrom, isContinuedOn } from '../../text/press/jumps.js';
import { type Group, holds } from '../write/groups.js';
import { assign } from './assign.js';
import { beginsStory, parseHead } from './heads.js';
import { joinJumps, type OpenJump } from './jumps.js';
import { overlaps } from './overlap.js';
import type { Body, StoryDraft } from './story.js';
import { findTitles } from './titles.js';

interface Title {
  at: number;
  groups: Group[];
}

/** A title that was attached on little evidence, for a message. */
export interface WeakTitle {
  groups: Group[];
  overlap: number;
}

export interface Stories {
  stories: StoryDraft[];
  weak: WeakTitle[];
  openJumps: OpenJump[];
}

/** Parts the page into bodies and titles and gives each title its body. */
export function findStories(groups: readonly Group[], fixed: readonly FixedTitle[] = []): Stories {
  const { bodies: parts, titles } = partPage(groups);
  const { bodies, open: openJumps } = joinJumps(parts);
  const attached = attachTitles(titles, bodies, fixed);
  const stories: (StoryDraft & { at: number })[] = bodies.map((body, index) => {
    return { at: body.at, ...withHead(attached.titleOf.get(index), body.blocks) };
  });
  for (const title of attached.alone) stories.push({ at: title.at, ...withHead(title, []) });
  stories.sort((a, b) => a.at - b.at);
  return { stories, weak: attached.weak, openJumps };
}

function withHead(title: Title | undefined, blocks: Group[]): StoryDraft {
  const head = title && parseHead(title.groups);
  return { head, blocks: [...(head?.rest ?? []), ...blocks] };
}

function partPage(groups: readonly Group[]): { bodies: Body[]; titles: Title[] } {
  const bodies: Body[] = [];
  const titles: Title[] = [];
  let open: Body | undefined;
  let at = 0;
  const clusters = new Map(findTitles(groups).map((cluster) => [cluster.from, cluster]));
  for (let index = 0; index < groups.length; ) {
    const cluster = clusters.get(index);
    if (cluster) {
      titles.push({ at: at++, groups: cluster.groups });
      open = undefined;
      index = cluster.to;
      continue;
    }
    const group = groups[index]!;
    if (group.label === 'caption') {
      const next = clusters.has(index + 1) ? undefined : groups[index + 1];
      const last = open?.blocks.at(-1);
      // A picture in the middle of a story is a block of it; one at its end is nobody's.
      if (open && next && next.run === last?.run && !beginsStory(next.text)) open.blocks.push(group);
      else {
        bodies.push({ at: at++, blocks: [group], isCaption: true });
        open = undefined;
      }
    } else {
      if (!open || startsBody(open, group)) {
        open = { at: at++, blocks: [], isCaption: false };
        bodies.push(open);
      }
      open.blocks.push(group);
      if (isContinuedOn(group.text)) open = undefined;
    }
    index++;
  }
  return { bodies, titles };
}

/** A body ends where another begins: at a dateline, a 接版 mark, or in another measure in a frame of its own. */
function startsBody(open: Body, group: Group): boolean {
  const last = open.blocks.at(-1)!;
  if (isContinuedFrom(group.text)) return true;
  if (beginsStory(group.text)) return last.label !== 'crosshead';
  return group.opensFrame && group.run !== last.run;
}

interface Attached {
  titleOf: Map<number, Title>;
  alone: Title[];
  weak: WeakTitle[];
}

/** What a person decided: this title belongs to the story with those words, or to none. */
export interface FixedTitle {
  title: Range;
  of: Range | undefined;
}

/** Gives titles to the bodies that a person named; returns the titles that are left. */
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

/** A title further from a body than this many bodies does not belong to it. */
const titleAway = 5;
/** Titles assigned together; a newspaper page has fewer, a file of many pages stays linear. */
const together = 60;

function attachTitles(
  all: readonly Title[],
  bodies: readonly Body[],
  fixed: readonly FixedTitle[],
): Attached {
  const result: Attached = { titleOf: new Map(), alone: [], weak: [] };
  const titles = attachFixed(all, bodies, { fixed, result });
  for (let from = 0; from < titles.length; from += together) {
    const group = titles.slice(from, from + together);
    const first = bodies.findIndex(({ at }) => at > group[0]!.at);
    const last = bodies.findLastIndex(({ at }) => at < group.at(-1)!.at);
    const low = Math.max(0, (first < 0 ? bodies.length : first) - titleAway);
    const near = bodies.map((_, index) => index).slice(low, Math.max(low, last + 1 + titleAway));
    attachGroup(
      group,
      near.filter((index) => !result.titleOf.has(index)).map((index) => ({ index, body: bodies[index]! })),
      result,
    );
  }
  return result;
}

interface Place {
  index: number;
  body: Body;
}

/** One assignment over the page: overlap of words, and the order that the page's extraction follows. */
function attachGroup(titles: readonly Title[], places: readonly Place[], result: Attached): void {
  const overlap = overlaps(
    titles.map(({ groups }) => groups.map(({ text }) => text).join(' ')),
    places.map(({ body }) => body.blocks.map(({ text }) => text).join(' ')),
  );
  const solve = (after: boolean) => {
    const scores = titles.map((title, row) =>
      places.map(({ body }, column) => overlap[row]![column]! * 6 + orderPrior(title, body, places, after)),
    );
    const columns = assign(scores);
    const total = columns.reduce((sum, column, row) => sum + (column < 0 ? 0 : scores[row]![column]!), 0);
    return { columns, total };
  };
  const [above, below] = [solve(false), solve(true)];
  const best = below.total > above.total ? below : above;
  titles.forEach((title, row) => {
    const column = best.columns[row]!;
    if (column < 0) {
      result.alone.push(title);
      return;
    }
    result.titleOf.set(places[column]!.index, title);
    const share = overlap[row]![column]!;
    if (share < weakOverlap) result.weak.push({ groups: title.groups, overlap: share });
  });
}

/** Below this share of common words a title's place is the only reason for attaching it. */
const weakOverlap = 0.25;

/** A title stands next to its body; on which side is the habit of the page. */
function orderPrior(title: Title, body: Body, places: readonly Place[], titlesAfter: boolean): number {
  if (body.isCaption) return -20;
  const isBefore = body.at < title.at;
  const low = Math.min(title.at, body.at);
  const high = Math.max(title.at, body.at);
  let between = 0;
  for (const { body: other } of places) {
    if (other.isCaption || other.at <= low || other.at >= high) continue;
    if (++between > titleAway) return -20;
  }
  return (isBefore === titlesAfter ? 2 : 0.5) - between * 2;
}
