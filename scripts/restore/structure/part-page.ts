import { opensWithDateline } from '../../text/press/datelines.js';
import { isDay } from '../../text/press/imprint.js';
import { isCreditInBrackets, isFigureTitle } from '../../text/press/names.js';
import { namesStaff } from '../../text/press/tails.js';
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
  const { groups, bodies } = parting;
  const group = groups[index]!;
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
  // The second item of a list opens nothing.
  const isNext =
    (group.label === 'list' && groups[index - 1]?.label === 'list') ||
    isNextItem(group, groups[index - 1]) ||
    (isRow(groups[index - 1]) && !opensWithDateline(group.text));
  const isNew =
    ((group.opens > opening &&
      group.label !== 'credit' &&
      !isOnlyTable(parting.open) &&
      !(parting.open && (isAnotherDispatch(group.text) || isNextEntry(parting.open, group.text)))) ||
      isNews(parting.open, group)) &&
    !isNext &&
    !parting.isAfterCaption &&
    parting.open?.blocks.length !== 0;
  parting.isAfterCaption = false;
  if (!parting.open || isNew || comesFromElsewhere(group)) bodies.push(openBody(parting));
  parting.open!.blocks.push(group);
  if (goesOnElsewhere(group) || group.label === 'credit') parting.open = undefined;
}

/** 〔又电〕襄河上游…: one more dispatch about the same. */
const isAnotherDispatch = (text: string) =>
  /^[【〔[（]?又[^】〕\]），。]{0,8}[电電讯訊][】〕\]）]?/u.test(text);

/** ▲ behind another ▲ is the next item; news in brief begin with a 电头 as well. */
function isNextItem(group: Group, before: Group | undefined): boolean {
  const mark = itemMark.exec(group.text)?.[0];
  return (
    mark !== undefined && before?.text[0] === mark && !opensWithDateline(group.text.slice(1).trimStart())
  );
}
const itemMark = /^[●■◆▲△★☆□◇○•◎]/u;

/** 【种植业】…, 【畜牧业】…: entries whose heads run in, one after another, are of one list. */
const isNextEntry = ({ blocks }: Body, text: string) =>
  runIn.test(text) && runIn.test(blocks.at(-1)?.text ?? '') && !opensWithDateline(text);
const runIn = /^[【〖][^【】〖〗，。]{2,24}[】〗][^】〗]{8}/u;

/** A row or a speech was set aside before the reading, so that nothing tells whether a story begins behind it. */
const isRow = (group: Group | undefined) => group?.label === 'paragraph' && group.segments[0]!.line < 0;

/** A table is no story of its own: the text behind it belongs to it, if it opens none by its words. */
const isOnlyTable = (open: Body | undefined) =>
  open !== undefined &&
  open.blocks.length > 0 &&
  open.blocks.every(({ label, text }) => label === 'table' || /^（单位|^（單位|^注：|^註：/u.test(text));

/** A story that began with a 电头 is over where another paragraph begins with one. */
const isNews = (open: Body | undefined, { label, text }: Group) =>
  label === 'paragraph' &&
  open?.blocks[0] !== undefined &&
  opensNews(text) &&
  (opensNews(open.blocks[0].text) || open.blocks[0].label === 'table');

/** 本报讯, 新华社北京2月26日电, and not 据新华社…电 or 又电 in the middle of a report. */
const opensNews = (text: string) => opensWithDateline(text) && !/^[【〔[]?[据據又]/u.test(text);

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
  } else if (!open && isPicturePage(parting, index)) {
    bodies.push(openBody(parting));
    parting.open!.blocks.push(groups[index]!);
  } else if (open?.blocks.every(({ label }) => label === 'caption')) {
    open.blocks.push(groups[index]!);
  } else {
    bodies.push({ ...newBody(parting.at++, [groups[index]!]), isCaption: true });
    parting.open = undefined;
  }
}

/** 图片版: two or more captions directly under a title are its text. */
function isPicturePage({ groups, titles, at }: Parting, index: number): boolean {
  return titles.at(-1)?.at === at - 1 && groups[index + 1]?.label === 'caption';
}
