import { isAsciiDigit, isHan } from '../text/characters.js';
import { charactersOf, isOneOf } from '../text/ends.js';
import { datelineLength, opensWithDateline } from '../text/press/datelines.js';
import { endsUnfinished } from '../text/press/half-sentences.js';
import { isItemStart } from '../text/press/items.js';
import { isContinuedOn } from '../text/press/jumps.js';
import { isColumnName } from '../text/press/masthead.js';
import { isPartedName } from '../text/press/names.js';
import { isSignature } from '../text/press/signatures.js';
import { isApart } from './apart.js';
import { beginsAnew } from './begins-anew.js';
import { blankBreaker } from './blank-lines.js';
import { boxBorders } from './boxed.js';
import { captionJoins } from './caption-borders.js';
import { goesOn } from './measure/continues.js';
import { punctuationOf } from './measure/evidence.js';
import { flushContinuer, isHanging, levelFiller, standBreaker } from './measure/indents.js';
import type { Line } from './measure/lines.js';
import type { Decided } from './notation/index.js';
import { lateNumbers } from './numbers/structure.js';
import { isDropCap } from './structure/drop-caps.js';
import { medianOf } from './structure/furniture/page-view.js';
import { isUnit } from './structure/set-pieces/names-list.js';
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
  const isAnew = beginsAnew(story);
  const standsAnew = standBreaker(story);
  const isBare = bareBreaks(story, isSet);
  const isQuoted = quotedHeads(story);
  const boxes = boxBorders(story);
  const inCaption = captionJoins(story);
  const isPhrases = isListOfPhrases(story);
  const usual = punctuationOf(story) === 'modern' ? medianOf(story.map(({ text }) => text.length)) : 0;
  const isBlankBorder = blankBreaker(story, usual);
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
    else if (isHeadOfNews(before.text)) borders.set(start, 'join');
    else if ((before.outdent ?? 0) !== (line.outdent ?? 0) || paperField.test(text) || isAnew(index))
      borders.set(start, 'break');
    else if (
      (goesOn(before.text, text) && !isFields(before.text)) ||
      isAroundAddress(story, index) ||
      (usual > 0 && ((endsUnfinished(before.text) && isPlain(text)) || isInPhrase(before.text, text))) ||
      isHanging(before, line) ||
      fillsLevel(before, line) ||
      (usual > 0 && (goesOnFlush(index) || isOpenEnd(before.text, text))) ||
      isRestBeforeJump(story, index) ||
      inCaption[index]
    )
      borders.set(start, 'join');
    else if (
      isPhrases ||
      (usual === 0 && story.length >= lateNumbers.leastSigned && isOldSignature(text)) ||
      standsAnew(index) ||
      (usual > 0 && isBlankBorder(index)) ||
      isSpeech(line) ||
      isUnderCells(before, line) ||
      isBare(index) ||
      (isSet[index - 2] && isColumnName(before.text)) ||
      // …提高安全意识。 | 安全警句 over a poem or a table
      (usual > 0 && isSet[index + 1] && isUnit(text) && /[。！？][”）]?$/u.test(before.text)) ||
      isApart(story, index) ||
      isQuoted(index) ||
      isQuoted(index - 1)
    )
      borders.set(start, 'break');
  });
  return borders;
}

/** 老九綸綢緞莊啓 under an advertisement without marks. */
const isOldSignature = (text: string) => /[启啟啓白佈]$/u.test(text) && isSignature(text);

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

const hasAddress = (text: string) => isOneOf(text.charCodeAt(0), addressStarts);
const addressStarts = charactersOf('hwHW');

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

/** 基金项目：… | 作者简介：…: what is said of a paper, one field a line. */
const paperField =
  /^(?:[【〔[［]?(?:内容|內容)?[摘提][ \u3000]*要(?:[】〕\]］]|[ \u3000]*[：:])|(?:收稿日期|修回日期|基金[项項]目|作者[简簡]介|作者[单單]位|通[讯訊信]作者|第一作者|中[图圖]分[类類][号號]|文[献獻][标標][识識][码碼]|文章[编編][号號]|[关關][键鍵][词詞字]|DOI)[：:])/u;

/** 本报清溪10月12日讯（记者　高原　江河） alone on a line begins the paragraph below. */
const isHeadOfNews = (text: string) =>
  /[讯訊电電]/u.test(text) && !/^[（(]/u.test(text) && datelineLength(text) === text.length;

/** 电话： | 13957100086, 9000— | 12000元, 12345、 | 8213119: a figure is whole only so. */
function isOpenEnd(before: string, text: string): boolean {
  // 弟兄七八个，围着柱子坐。 | （打一植物）; 1.可以向哪个机 | 关提起诉讼？（　　）
  const isClosed = isOneOf(text.charCodeAt(text.length - 1), closingBrackets);
  if (isClosed && /^[（(]打.{1,8}[）)]$/u.test(text)) return true;
  if (isClosed && /[？?][（(][ \u3000]*[）)]$/u.test(text))
    return /^\d{1,2}[.．、][^。？！?]*\p{sc=Han}$/u.test(before);
  if (!isAsciiDigit(text.charCodeAt(0))) return false;
  // …客源稳定。 | 15600003333
  if (/^(?:1\d{10}|\d{7,8}|0\d{2,3}[-—－]\d{7,8})$/u.test(text)) return /[，。；].*[，。；]/u.test(before);
  return /[：:]$/u.test(before) ? /^\d{7}/u.test(text) : /\d[—–、]$/u.test(before);
}

const closingBrackets = charactersOf('）)');

/** …，县里 | 延长了公交运营 | （下转三版）: what a jump cuts off in mid-sentence goes on from a line without an end. */
function isRestBeforeJump(story: readonly Line[], index: number): boolean {
  const [before, own] = [story[index - 1]!.text, story[index]!];
  if (!isContinuedOn(story[index + 1]?.text ?? '') || !isHan(own.text.at(-1)!)) return false;
  if (isHan(before.at(-1)!)) return /[，、；。]/u.test(before);
  // …胜利闭幕。 | 大会 | （下转二版）: a full line, for a paragraph's last one is shorter.
  return (
    own.indent === 0 &&
    own.text.length < before.length &&
    before.length + 2 >= (story[index - 2]?.text.length ?? 0) &&
    /[，；：。！？”]$/u.test(before)
  );
}

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
