import { isAsciiDigit, isLatin } from '../text/characters.js';
import { charactersOf, isOneOf } from '../text/ends.js';
import { foldLine } from '../text/fold.js';
import { opensWithDateline } from '../text/press/datelines.js';
import { isBulletLabel, isRecipePart, opensWithBullet } from '../text/press/items.js';
import { isColumnName } from '../text/press/masthead.js';
import { endsWithCredit, endsWithSaying } from '../text/press/names.js';
import type { Line } from './measure/lines.js';
import { lateNumbers } from './numbers/structure.js';
import { isFields } from './structure/short-lines.js';

/** True for a line of marks that part a text: ＊　＊　＊, ☆☆☆, ※. */
const isOrnament = (text: string) =>
  isOneOf(text.charCodeAt(0), ornaments) &&
  /^[*＊※☆★◇◆○●•~～#＃✽✻❖](?:[ \u3000]*[*＊※☆★◇◆○●•~～#＃✽✻❖]){0,11}$/u.test(text);

const ornaments = charactersOf('*＊※☆★◇◆○●•~～#＃✽✻❖');

/** 电话：0900-6123456: a line that ends with a contact is over, and so is a row of dates. */
const contactEnd = /(?:电话|热线|联系人|手机|微信号?|传真|邮箱|邮编)[：:][^，。；！？]{2,24}$/u;
/** 做法：, a label after a sentence. */
const labelAlone = /^\p{sc=Han}{2,6}：$/u;
/** 图①：…, 左图：… */
const pictureNote =
  /^(?:[上下左右中]{1,2}图|图(?:[①-⑨]|[一二三四五六七八九\d]{0,2}(?=：)))[：为是]?(?=\p{sc=Han})/u;
/** 县城管执法局回复：, 网友“山里人”：: who says what is below. */
const answer =
  /^\p{sc=Han}{2,16}(?:回复|答复|回应|留言|提问|来信|咨询|反映|反馈)：$|^(?:网友|读者|市民|网民)“[^”]{1,12}”(?:[^，。：]{0,6})：$/u;
/** 费用包含：…: a label of a few characters, and what it says. */
const field = /^\p{sc=Han}{2,6}：(?!“).{4}/u;
const isTimed = (text: string) => isAsciiDigit(text.charCodeAt(0)) && /^\d{1,2}[月:：]/u.test(text);
const timed = /^(?:\d{1,2}月\d{1,2}日|\d{1,2}[:：]\d{2})/u;

/** True if a line begins a block by what it and the lines before it are, whatever their widths. */
export function isApart(story: readonly Line[], index: number): boolean {
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
    return /[。！？][”」』]?$/u.test(before);
  if (/[。！？…]$/u.test(before)) {
    if (pictureNote.test(foldLine(text))) return true;
    // 费用包含：…。 | 费用不含：…。, 县交通局回复：
    if (/[：:]/u.test(text) && !endsWithSaying(text.slice(0, -1)))
      if (answer.test(foldLine(text)) || (field.test(foldLine(text)) && field.test(foldLine(before))))
        return true;
  }
  if (isCaptionBehindText(story, index)) return true;
  if (isRecipePart(text) || isRecipePart(before)) return true;
  // ＊　＊　＊ between two parts is a line of its own.
  if (isOrnament(text) || isOrnament(before)) return true;
  if (isColumn(story, index) || isColumn(story, index - 1)) return true;
  // 宁可千日紧　不可一时松: slogans in a row are over where another line follows.
  if (isCouplet(before) && (isCouplet(text) || isCouplet(story[index - 2]?.text ?? ''))) return true;
  // TIPS, Q&A: a word in Latin letters alone behind a whole sentence of Chinese.
  if (
    isLatin(text.charCodeAt(0)) &&
    /^[A-Z][A-Za-z&’' ]{1,20}$/u.test(text) &&
    /[。！？][”」』）]?$/u.test(before)
  )
    return true;
  if (isBulletLabel(before) && text.length > before.length * 2 && !opensWithBullet(text)) return true;
  // A line without any mark is no paragraph's last, and no story goes on with a 电头.
  const next = story[index + 1]?.text ?? '';
  if (isFields(before) || isFields(text)) return true;
  if (isField(text) && isField(before) && (isField(next) || isField(story[index - 2]?.text ?? '')))
    return true;
  if (
    text.length <= longestHead &&
    /[。！？”」）、]$/u.test(before) &&
    !/[，。；：！？、…（）“”]/u.test(foldLine(text))
  )
    if (opensWithDateline(next) && !/^[【〔]?[据據又]/u.test(next)) return true;
  // 3月12日8:00至12:00 桥南路: three such lines in a row are rows of a list.
  if (!isTimed(text) && !isTimed(before)) return false;
  const row = (at: number) => story[at] !== undefined && timed.test(story[at].text);
  const isRow = (at: number) =>
    row(at) && [row(at - 2), row(at - 1), row(at + 1), row(at + 2)].filter(Boolean).length > 1;
  return (
    (isRow(index) && row(index - 1)) ||
    (isRow(index - 1) && !row(index) && /^\p{sc=Han}/u.test(text) && row(index - 2))
  );
}

/** 明天：晴间多云，-3℃～13℃: a label and what it says, without a stop; three in a row are lines of their own. */
const isField = (text: string) =>
  /^.{2,6}[：:]/u.test(text) && /^\p{sc=Han}{2,6}：(?!“)[^。；：！？…]{1,36}$/u.test(foldLine(text));

/** 跨湾大桥昨早出现车龙。　（资料图片）: a sentence with its picture's maker behind a paragraph of news. */
function isCaptionBehindText(story: readonly Line[], index: number): boolean {
  const text = story[index]!.text;
  if (!/[）)摄攝]$/u.test(text) || !/[。！？][”」]?$/u.test(story[index - 1]!.text)) return false;
  if (!/[。！？][ \u3000]*[（(\p{sc=Han}]/u.test(text) || !endsWithCredit(text)) return false;
  for (let at = index - 1; at >= Math.max(0, index - captionReach); at--) {
    if (/^[▲△▼▽◀▶◄►图圖]/u.test(story[at]!.text)) return false;
    if (opensWithDateline(story[at]!.text)) return true;
  }
  return false;
}

const { longestNewsHead: longestHead, captionReach } = lateNumbers;

/** 班前想风险　班后查隐患: two phrases of one length. */
function isCouplet(text: string): boolean {
  const found = text.length <= longestHead && /^(\p{sc=Han}{4,11})[ \u3000]+(\p{sc=Han}{4,11})$/u.exec(text);
  return found !== false && found !== null && found[1]!.length === found[2]!.length;
}

/** 童谣, 成语故事: the name of a column of the paper behind a whole sentence. */
const isColumn = (story: readonly Line[], at: number) =>
  /[。！？）”]$/u.test(story[at - 1]?.text ?? '') && isColumnName(story[at]!.text);
