import { isRecordField } from '../../text/press/documents.js';
import { isDay } from '../../text/press/imprint.js';
import { isCreditInBrackets, isFigureTitle } from '../../text/press/names.js';
import { namesStaff } from '../../text/press/tails.js';
import { storyNumbers } from '../numbers/structure.js';
import type { Group } from '../write/groups.js';
import { type Body, newBody, type Title } from '../write/story.js';
import { beginsStory } from './heads.js';
import { comesFromElsewhere, goesOnElsewhere } from './jumps.js';
import { opensStory } from './opens-story.js';
import { isBylineOnly, titleEnd } from './titles.js';

const { aboveTitles, aboveUnopened, bylineBehind } = storyNumbers;

interface Parting {
  groups: readonly Group[];
  /** The source's last line may be a paragraph's first that was cut off there. */
  isCutOff: boolean;
  /** A story begins where a mark says so. */
  isMarked: boolean;
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
export function partPage(
  groups: readonly Group[],
  { isCutOff, isMarked }: { isCutOff: boolean; isMarked: boolean },
): { bodies: Body[]; titles: Title[] } {
  const parting: Parting = {
    groups,
    isCutOff,
    isMarked,
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
  if (own.every(({ label }) => label === 'deck')) {
    // A deck without a headline names no story.
    for (let index = from; index < to; index++) {
      groups[index]!.label = 'paragraph';
      addBlock(parting, index);
    }
    return;
  }
  const after = storyAbove(groups, to, open !== undefined);
  if (isBylineOnly(own)) {
    // 来源：… and the time stand between a title and its author on the web.
    if (open && open.blocks.length > 0 && open.blocks.every(({ text }) => namesStaff(text) || isDay(text))) {
      open.bylines.push(...own);
      return;
    }
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
  // A crosshead behind an author's name goes on with nothing.
  return titleEnd(groups, next) > next || follows.label === 'crosshead' ? aboveTitles : follows.opens;
}

function openBody(parting: Parting): Body {
  parting.open = newBody(parting.at++);
  return parting.open;
}

function addBlock(parting: Parting, index: number): void {
  const { groups, bodies, titles } = parting;
  const group = groups[index]!;
  if (parting.isMarked) {
    if (!parting.open || group.opens > 0) bodies.push(openBody(parting));
    parting.open!.blocks.push(group);
    return;
  }
  if (group.label === 'caption' && !(isFigureTitle(group.text) && groups[index + 1]?.label === 'table')) {
    addCaption(parting, index);
    return;
  }
  // 【攝影：…】 under 【撰文：…】.
  const isSecondCredit = isCreditInBrackets(group.text) && groups[index - 1]?.label === 'credit';
  if (isSecondCredit && !parting.open && bodies.length > 0) {
    bodies.at(-1)!.blocks.push(group);
    return;
  }
  // 抄送：… under （此件公开发布）.
  const isBelowDocument = isRecordField(group.text) || /[日发]印发$/u.test(group.text);
  if (
    isBelowDocument &&
    !parting.open &&
    bodies.length > 0 &&
    index > 0 &&
    titles.at(-1)?.at !== parting.at - 1
  ) {
    bodies.at(-1)!.blocks.push(group);
    return;
  }
  const isNew =
    opensStory(parting.open, group, groups[index - 1]) &&
    !parting.isAfterCaption &&
    parting.open?.blocks.length !== 0;
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
  const group = groups[index]!;
  let behind = index + 1;
  while (groups[behind]?.label === 'caption') behind++;
  const next = titleEnd(groups, behind) > behind ? undefined : groups[behind];
  if (open && next && !beginsStory(next.text)) {
    open.blocks.push(group);
    parting.isAfterCaption = true;
  } else if (open && (isNumbered(group.text) || isNumbered(open.blocks.at(-1)?.text ?? ''))) {
    // 图①：… under a report in pictures, and 左图：… behind it.
    open.blocks.push(group);
  } else if (!open && isPicturePage(parting, index)) {
    bodies.push(openBody(parting));
    parting.open!.blocks.push(group);
  } else if (open?.blocks.every(({ label }) => label === 'caption')) {
    open.blocks.push(group);
  } else {
    bodies.push({ ...newBody(parting.at++, [group]), isCaption: true });
    parting.open = undefined;
  }
}

const isNumbered = (text: string) => /^[图圖](?:[①-⑨]|[一二三四五六七八九\d]{1,2}[：:])/u.test(text);

/** 图片版: two or more captions directly under a title are its text. */
function isPicturePage({ groups, titles, at }: Parting, index: number): boolean {
  return titles.at(-1)?.at === at - 1 && groups[index + 1]?.label === 'caption';
}
