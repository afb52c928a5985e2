import { isHan } from '../text/characters.js';
import { foldLine } from '../text/fold.js';
import { opensWithDateline } from '../text/press/datelines.js';
import { endsUnfinished } from '../text/press/half-sentences.js';
import { isBulletLabel, isItemStart, opensWithBullet } from '../text/press/items.js';
import { endsWithSaying, isPartedName } from '../text/press/names.js';
import { boxBorders } from './boxed.js';
import { captionJoins } from './caption-borders.js';
import { goesOn } from './measure/continues.js';
import { punctuationOf } from './measure/evidence.js';
import { flushContinuer, isHanging, levelFiller } from './measure/indents.js';
import type { Line } from './measure/lines.js';
import type { Decided } from './notation/index.js';
import { lateNumbers } from './numbers/structure.js';
import { isDropCap } from './structure/drop-caps.js';
import { medianOf } from './structure/furniture/page-view.js';
import { bareBreaks, isFields, isUnderCells } from './structure/short-lines.js';
import { findSpeakers } from './structure/speakers.js';

/**
 * Borders before the lines with these starts at which the text certainly goes on or begins anew: a person says so, a
 * set piece is over, someone begins to speak, a large first character stands alone, or a number or an address is whole
 * only so.
 */
export function bordersOf(
  story: readonly Line[],
  { isSet, heads }: { isSet: Uint8Array; heads: ReadonlyMap<number, unknown> },
  { joins, breaks }: Decided,
): Map<number, 'join' | 'break'> {
  const borders = new Map<number, 'join' | 'break'>();
  const isSpeech = findSpeakers(story);
  const fillsLevel = levelFiller(story);
  const goesOnFlush = flushContinuer(story);
  const isBare = bareBreaks(story, isSet);
  const isQuoted = quotedHeads(story);
  const boxes = boxBorders(story);
  const inCaption = captionJoins(story);
  const isPhrases = isListOfPhrases(story);
  const usual = punctuationOf(story) === 'modern' ? medianOf(story.map(({ text }) => text.length)) : 0;
  story.forEach((line, index) => {
    const { start, text } = line;
    const before = story[index - 1];
    if (breaks.has(start)) borders.set(start, 'break');
    else if (joins.has(start)) borders.set(start, 'join');
    else if (isSet[index]) return;
    else if (boxes[index]) borders.set(start, boxes[index]);
    else if (usual > 0 && isDropCap(story, index, usual)) borders.set(start, 'break');
    else if (!before) return;
    else if (usual > 0 && isDropCap(story, index - 1, usual)) borders.set(start, 'join');
    else if (isSet[index - 1] || heads.has(start) || heads.has(before.start)) borders.set(start, 'break');
    else if ((before.outdent ?? 0) !== (line.outdent ?? 0)) borders.set(start, 'break');
    else if (
      goesOn(before.text, text) ||
      isAroundAddress(story, index) ||
      (usual > 0 && ((endsUnfinished(before.text) && isPlain(text)) || isInPhrase(before.text, text))) ||
      isHanging(before, line) ||
      fillsLevel(before, line) ||
      (usual > 0 && goesOnFlush(index)) ||
      inCaption[index]
    )
      borders.set(start, 'join');
    else if (
      isPhrases ||
      isSpeech(line) ||
      isUnderCells(before, line) ||
      isBare(index) ||
      isApart(story, index) ||
      isQuoted(index) ||
      isQuoted(index - 1)
    )
      borders.set(start, 'break');
  });
  return borders;
}

/** A text of short lines of any length without a mark is a list of words or phrases; lines of a column are full. */
function isListOfPhrases(story: readonly Line[]): boolean {
  const { leastPhrases, longestPhrase, mostFull } = lateNumbers;
  if (
    story.length < leastPhrases ||
    story.some(({ text }) => text.length > longestPhrase || /[，。；：！？…]/u.test(text))
  )
    return false;
  const widest = Math.max(...story.map(({ text }) => text.length));
  return story.filter(({ text }) => text.length === widest).length < story.length * mostFull;
}

const address = /^(?:https?:\/\/|www\.)[\w./?#&=%~+:@-]+$/iu;

const hasAddress = (text: string) => /^[hw]/iu.test(text);

/** An address that is longer than its column leaves the line before it short, and the sentence goes on behind it. */
function isAroundAddress(story: readonly Line[], index: number): boolean {
  const [first, before, own] = [story[index - 2]?.text ?? '', story[index - 1]!.text, story[index]!.text];
  const opens = (text: string) =>
    /(?:登录|登錄|登陆|访问|訪問|打开|打開|点击|點擊|浏览|瀏覽|查看|关注|關注|[到在至为為见見看上][：]?)$/u.test(
      text,
    ) ||
    (/[\p{sc=Han}，、（“]$/u.test(text) && /[，。；：、]/u.test(text));
  if (!hasAddress(before) && !hasAddress(own)) return false;
  if (/^(?:https?:\/\/|www\.)/iu.test(own)) return opens(before);
  return address.test(before) && opens(first) && /^[\p{sc=Han}，。）”]/u.test(own);
}

/**
 * “图纸改了二十三遍”: a line that is a quotation without a stop, behind a whole sentence. One that fills its column by
 * chance is alone on its page.
 */
function quotedHeads(story: readonly Line[]): (index: number) => boolean {
  const isQuotation = ({ text }: Line) =>
    /^[“「][^“”「」。！？]{4,24}[！？]?[”」]$/u.test(text) && !/[，、；：][”」]$/u.test(text);
  const found = new Set<number>();
  story.forEach((line, index) => {
    if (isQuotation(line) && /[。！？…][”」』）]?$/u.test(story[index - 1]?.text ?? '')) found.add(index);
  });
  return (index) => found.size > 1 && found.has(index);
}

/** True for a line of marks that part a text: ＊　＊　＊, ☆☆☆, ※. */
const isOrnament = (text: string) =>
  /^[*＊※☆★◇◆○●•~～#＃✽✻❖](?:[ \u3000]*[*＊※☆★◇◆○●•~～#＃✽✻❖]){0,11}$/u.test(text);

/** 电话：0900-6123456: a line that ends with a contact is over, and so is a row of dates. */
const contactEnd = /(?:电话|热线|联系人|手机|微信号?|传真|邮箱|邮编)[：:][^，。；！？]{2,24}$/u;
/** 做法：, a label after a sentence. */
const labelAlone = /^\p{sc=Han}{2,6}：$/u;
const startsTimed = /^\d{1,2}[月:：]/u;
const timed = /^(?:\d{1,2}月\d{1,2}日|\d{1,2}[:：]\d{2})/u;

/** True if a line begins a block by what it and the lines before it are, whatever their widths. */
function isApart(story: readonly Line[], index: number): boolean {
  const text = story[index]!.text;
  const before = story[index - 1]!.text;
  if (
    (before.includes('：') || before.includes(':')) &&
    contactEnd.test(foldLine(before)) &&
    /^[\p{sc=Han}【（]/u.test(text)
  )
    return true;
  if (
    /[：:]$/u.test(text) &&
    labelAlone.test(foldLine(text)) &&
    !endsWithSaying(text.slice(0, -1)) &&
    !/[说说道问称]$/u.test(text.slice(0, -1))
  )
    return /[。！？”]$/u.test(before);
  // ＊　＊　＊ between two parts is a line of its own.
  if (isOrnament(text) || isOrnament(before)) return true;
  // TIPS, Q&A: a word in Latin letters alone behind a whole sentence of Chinese.
  if (/^[A-Z][A-Za-z&’' ]{1,20}$/u.test(text) && /[。！？][”」』）]?$/u.test(before)) return true;
  if (isBulletLabel(before) && text.length > before.length * 2 && !opensWithBullet(text)) return true;
  // A line without any mark is no paragraph's last, and no story goes on with a 电头.
  const next = story[index + 1]?.text ?? '';
  if (isFields(before) || isFields(text)) return true;
  if (
    text.length <= longestHead &&
    /[。！？”」）、]$/u.test(before) &&
    !/[，。；：！？、…（）“”]/u.test(foldLine(text))
  )
    if (opensWithDateline(next) && !/^[【〔]?[据據又]/u.test(next)) return true;
  // 3月12日8:00至12:00 桥南路: three such lines in a row are rows of a list.
  if (!startsTimed.test(text) && !startsTimed.test(before)) return false;
  const row = (at: number) => story[at] !== undefined && timed.test(story[at].text);
  const isRow = (at: number) =>
    row(at) && [row(at - 2), row(at - 1), row(at + 1), row(at + 2)].filter(Boolean).length > 1;
  return (
    (isRow(index) && row(index - 1)) ||
    (isRow(index - 1) && !row(index) && /^\p{sc=Han}/u.test(text) && row(index - 2))
  );
}

const { longestNewsHead: longestHead } = lateNumbers;

/** 采取少数服从多数 | 的原则, “和平统 | 一、一国两制”, 6月10日电 | （记者罗明）: what begins so is never the first of a block. */
function isInPhrase(before: string, text: string): boolean {
  if (text[0] === '的') return isHan(before.at(-1)!) && /^的(?![士确確黎])\p{sc=Han}/u.test(text);
  if (text[0] === '（')
    return (
      /[电電讯訊]$/u.test(before) && /^（(?:本[报報])?(?:全媒体)?(?:[记記]者|通[讯訊][员員])/u.test(text)
    );
  if (/^[一二三四五六七八九十]、/u.test(text))
    return /[统統之唯初万专專划劃同单單逐第]$/u.test(before) || /“[^”]*\p{sc=Han}$/u.test(before);
  // …3月31日下 | 午4时
  if (text[0] === '午') return /[日天晨][上中下]$/u.test(before);
  return isPartedName(before, text);
}

/** True for a line that may go on from another: it begins with a word, and neither as an item nor as a story. */
const isPlain = (text: string) => isHan(text[0]!) && !isItemStart(text) && !opensWithDateline(text);
