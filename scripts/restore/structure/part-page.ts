import { storyNumbers } from '../numbers/structure.js';
import type { Group } from '../write/groups.js';
import { type Body, newBody, type Title } from '../write/story.js';
import { beginsStory } from './heads.js';
import { comesFromElsewhere, goesOnElsewhere } from './jumps.js';
import { isBylineOnly, titleEnd } from './titles.js';

const { aboveTitles, aboveUnopened, bylineBehind, opening } = storyNumbers;

interface Parting {
  groups: readonly Group[];
  /** The source's last line may be a paragraph's first that was cut off there. */
  isCutOff: boolean;
  bodies: Body[];
  titles: Title[];
  /** The current body. */
  open: Body | undefined;
  /** True if the last block is a caption inside the current body. */
  isAfterCaption: boolean;
  /** Place among bodies and titles. */
  at: number;
}

/** Parts a page into bodies and titles, in the order of the source. */
export function partPage(groups: readonly Group[], isCutOff: boolean): { bodies: Body[]; titles: Title[] } {
  const parting: Parting = {
    groups,
    isCutOff,
    bodies: [],
    titles: [],
    open: undefined,
    isAfterCaption: false,
    at: 0,
  };
  for (let index = 0; index < groups.length; ) {
    const end = titleEnd(groups, index);
    if (end > index) addTitle(parting, index, end);
    else addBlock(parting, index);
    index = Math.max(end, index + 1);
  }
  return parting;
}

function addTitle(parting: Parting, from: number, to: number): void {
  const { groups, bodies, titles, open } = parting;
  const own = groups.slice(from, to);
  const after = storyAbove(groups, to, open !== undefined);
  if (isBylineOnly(own)) {
    // The author is named at a story's end, or before its first paragraph.
    if (open && (after > bylineBehind || groups[to]?.label === 'caption')) {
      open.bylines.push(...own);
      parting.open = undefined;
      return;
    }
    const body = openBody(parting);
    body.bylines.push(...own);
    bodies.push(body);
    return;
  }
  const mayBeText =
    parting.isCutOff &&
    to === groups.length &&
    own.length === 1 &&
    own[0]!.segments.length === 1 &&
    !own[0]!.isFixed;
  titles.push({ at: parting.at++, groups: own, after, mayBeText });
  parting.open = undefined;
}

/** Probability that a title's story is above it: then nothing after it opens a story. */
function storyAbove(groups: readonly Group[], next: number, hasBody: boolean): number {
  const follows = groups[next];
  if (!follows) return 1;
  if (!hasBody) return aboveUnopened;
  return titleEnd(groups, next) > next ? aboveTitles : follows.opens;
}

function openBody(parting: Parting): Body {
  parting.open = newBody(parting.at++);
  return parting.open;
}

function addBlock(parting: Parting, index: number): void {
  const { groups, bodies } = parting;
  const group = groups[index]!;
  if (group.label === 'caption') {
    addCaption(parting, index);
    return;
  }
  // The second item of a list opens nothing.
  const isNext = group.label === 'list' && groups[index - 1]?.label === 'list';
  const isNew =
    group.opens > opening && !isNext && !parting.isAfterCaption && parting.open?.blocks.length !== 0;
  parting.isAfterCaption = false;
  if (!parting.open || isNew || comesFromElsewhere(group)) bodies.push(openBody(parting));
  parting.open!.blocks.push(group);
  if (goesOnElsewhere(group) || group.label === 'credit') parting.open = undefined;
}

/**
 * Adds a caption: inside a story it is one of its blocks, at its end it belongs to no story. Text after it still
 * belongs to the story if it has neither title nor 电头: pictures come between paragraphs as often as between stories,
 * and such a paragraph then stays where the source has it.
 */
function addCaption(parting: Parting, index: number): void {
  const { groups, bodies, open } = parting;
  const next = titleEnd(groups, index + 1) > index + 1 ? undefined : groups[index + 1];
  if (open && next && next.label !== 'caption' && !beginsStory(next.text)) {
    open.blocks.push(groups[index]!);
    parting.isAfterCaption = true;
  } else {
    bodies.push({ ...newBody(parting.at++, [groups[index]!]), isCaption: true });
    parting.open = undefined;
  }
}
