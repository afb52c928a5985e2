import type { Group } from '../groups.js';
import { assign } from './assign.js';
import { beginsStory, parseHead } from './heads.js';
import { overlaps } from './overlap.js';
import type { StoryDraft } from './story.js';
import { findTitles } from './titles.js';

/** Body 正文: consecutive blocks of one story. `at` is its place among the bodies and titles of the page. */
interface Body {
  at: number;
  blocks: Group[];
  /** A picture's caption between stories: has no title and continues nothing. */
  isCaption: boolean;
}

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
}

/** Parts the page into bodies and titles and gives each title its body. */
export function findStories(groups: readonly Group[]): Stories {
  const { bodies, titles } = partPage(groups);
  const attached = attachTitles(titles, bodies);
  const stories: (StoryDraft & { at: number })[] = bodies.map((body, index) => {
    const title = attached.titleOf.get(index);
    return { at: body.at, head: title && parseHead(title.groups), blocks: body.blocks };
  });
  for (const title of attached.alone)
    stories.push({ at: title.at, head: parseHead(title.groups), blocks: [] });
  stories.sort((a, b) => a.at - b.at);
  return { stories, weak: attached.weak };
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
      bodies.push({ at: at++, blocks: [group], isCaption: true });
      const next = groups[index + 1];
      if (open && (!next || beginsStory(next.text) || next.run !== open.blocks.at(-1)?.run)) open = undefined;
    } else {
      if (!open || startsBody(open, group)) {
        open = { at: at++, blocks: [], isCaption: false };
        bodies.push(open);
      }
      open.blocks.push(group);
    }
    index++;
  }
  return { bodies, titles };
}

/** A body ends where another begins: at a dateline, a 接版 mark, or in another measure in a frame of its own. */
function startsBody(open: Body, group: Group): boolean {
  const last = open.blocks.at(-1)!;
  if (beginsStory(group.text)) return last.label !== 'crosshead';
  return group.opensFrame && group.run !== last.run;
}

interface Attached {
  titleOf: Map<number, Title>;
  alone: Title[];
  weak: WeakTitle[];
}

const titleAway = 5;

/** One assignment over the page: overlap of words, and the order that the page's extraction follows. */
function attachTitles(titles: readonly Title[], bodies: readonly Body[]): Attached {
  const result: Attached = { titleOf: new Map(), alone: [], weak: [] };
  const overlap = overlaps(
    titles.map(({ groups }) => groups.map(({ text }) => text).join(' ')),
    bodies.map(({ blocks }) => blocks.map(({ text }) => text).join(' ')),
  );
  const solve = (after: boolean) => {
    const scores = titles.map((title, row) =>
      bodies.map((body, column) => overlap[row]![column]! * 6 + orderPrior(title, body, bodies, after)),
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
    result.titleOf.set(column, title);
    const share = overlap[row]![column]!;
    if (share < 0.25) result.weak.push({ groups: title.groups, overlap: share });
  });
  return result;
}

/** A title stands next to its body; on which side is the habit of the page. */
function orderPrior(title: Title, body: Body, bodies: readonly Body[], titlesAfter: boolean): number {
  if (body.isCaption) return -20;
  const isBefore = body.at < title.at;
  const between = bodies.filter(
    ({ at, isCaption }) => !isCaption && at > Math.min(title.at, body.at) && at < Math.max(title.at, body.at),
  ).length;
  if (between > titleAway) return -20;
  return (isBefore === titlesAfter ? 2 : 0.5) - between * 2;
}
