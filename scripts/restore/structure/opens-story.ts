import { opensWithDateline } from '../../text/press/datelines.js';
import { storyNumbers } from '../numbers/structure.js';
import type { Group } from '../write/groups.js';
import type { Body } from '../write/story.js';

const { opening } = storyNumbers;

/** True if a block begins a story without a title behind the one that is open, by its form and its words. */
export function opensStory(open: Body | undefined, group: Group, before: Group | undefined): boolean {
  // The second item of a list, a row, and what is under a crosshead open nothing.
  const isNext =
    (group.label === 'list' && before?.label === 'list') ||
    (open && before?.label === 'crosshead') ||
    isNextItem(group, before) ||
    (isRow(before) && !opensWithDateline(group.text));
  if (isNext) return false;
  if (isNews(open, group)) return true;
  if (group.opens <= opening || group.label === 'credit' || isOnlyTable(open)) return false;
  return !open || !(isAnotherDispatch(group.text) || isNextEntry(open, group.text));
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
