import { foldLine } from '../text/fold.js';
import { isInscription, isRecordField, namesDocument } from '../text/press/documents.js';
import { chineseNumber } from '../text/press/items.js';
import { isJump } from '../text/press/jumps.js';
import { endsWithCredit, isCredit } from '../text/press/names.js';
import { isFooter, looksLikeTail } from '../text/press/tails.js';
import type { Line } from './measure/lines.js';
import { itemNumbers } from './numbers/structure.js';

const { leastEntries, longestCaption, longestNumber } = itemNumbers;

const ended = /[。！？；：…”」』）]$/u;
const stopped = /[。！？…”」』）]$/u;

/** 编后　…, 按：…, 谜底：…: what is said after a text. */
const note =
  /^(?:编后|编者按|编者的话|编后语|附记|后记|附言|按|附|注|谜底|答案|参考答案|备注|温馨提示)[：　 ]|^[QＱAＡ][：:]|^是为[序记跋]。?$/u;
const bracketed = /^（([一二三四五六七八九十]{1,3})）(?=[^（])/u;
const inText = /[，；：。]（[一二三四五六七八九十]{1,3}）/u;
const option = /^[A-DＡ-Ｄ][.．、]/u;
const question = /^\d{1,2}[.．、](?!\d)/u;
/** 青土湖落日　高原　摄: a picture's title and its maker. */
const shortCaption = /^[^，。；：！？]{2,16} +\p{sc=Han}{1,2} ?\p{sc=Han}{1,2} +[摄图绘]$/u;

/**
 * Tells if a line certainly begins a block whatever stands before it: a jump's mark, a field of minutes, an item behind
 * an item, an answer, a number alone that counts on, a picture's title.
 */
export function beginsAnew(story: readonly Line[]): (index: number) => boolean {
  const isNumber = numbersAlone(story);
  const isEntry = entriesOf(story);
  const isInline = story.some(({ text }) => inText.test(text));
  return (index) => {
    const [before, own] = [story[index - 1]!.text, story[index]!.text];
    if (isNumber(index) || isNumber(index - 1)) return true;
    if (isFooter(before) || (isInscription(before) && !/岁次|歲次/u.test(before))) return true;
    if (isEntry(index)) return true;
    if (own.endsWith('：') && isAddressee(own) && namesDocument(before)) return true;
    if (!mayBegin.test(own[0]!)) return shortLine(own, before);
    const folded = foldLine(own);
    if (isJump(own)) return !/[（(【［[〔][^）)】］\]〕]{0,8}$/u.test(before);
    // （石门镇　马春来）: in a sentence such a bracket would begin a line by chance only.
    if (own[0] === '（' && stopped.test(before) && looksLikeTail(own) && !endsWithCredit(own)) return true;
    if (isRecordField(own) || addressed.test(folded)) return true;
    if (note.test(folded) && (stopped.test(before) || isInscription(before))) return true;
    if ((question.test(folded) || option.test(folded)) && option.test(foldLine(before))) return true;
    if (bracketed.test(folded) && !isInline) return ended.test(before);
    return shortLine(own, before);
  };
}

/** First characters of what begins anew by its words; nearly all lines begin with others. */
const mayBegin =
  /[各尊敬（(〔【[▲△▼（第转轉下上文接未编編附后後按注註谜謎答参參备備温溫QＱA-DＡ-Ｄ是出列请請缺记記主参抄分报報发發印收会會邮郵\d一二三四五六七八九十]/u;

const shortLine = (own: string, before: string) =>
  own.length <= longestCaption &&
  /[摄攝图圖绘繪]$/u.test(own) &&
  stopped.test(before) &&
  shortCaption.test(foldLine(own)) &&
  // 本报记者　李明　摄 names no picture: it ends the caption above.
  !isCredit(own);

/** 各媒体：, 尊敬的各位股东： */
const addressed = /^(?:各|尊敬的|敬爱的)[^，。；]{1,14}：$/u;

/** 石门镇人民政府： under 关于…的复函 */
const isAddressee = (text: string) => /^[^，。；：！？]{2,24}：$/u.test(text);

/** 双子座　…, 12日　…: three or more lines whose labels end alike, behind whole sentences, are entries. */
function entriesOf(story: readonly Line[]): (index: number) => boolean {
  const kinds = story.map(
    ({ text }) => /^(?:\d{1,2}|\p{sc=Han}{1,3})([座日月年])[ \u3000]{1,2}\p{sc=Han}.{4}/u.exec(text)?.[1],
  );
  const counts = new Map<string, number>();
  for (const kind of kinds) if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (index) => {
    const kind = kinds[index];
    return kind !== undefined && counts.get(kind)! >= leastEntries && stopped.test(story[index - 1]!.text);
  };
}

/** 一, 二, 三 alone on lines: the sections of an essay, if they count on. */
function numbersAlone(story: readonly Line[]): (index: number) => boolean {
  const found = new Set<number>();
  let expected = 1;
  story.forEach(({ text }, index) => {
    if (text.length > longestNumber || !/^[一二三四五六七八九十]{1,3}$/u.test(text)) return;
    if (chineseNumber(text) !== expected) return;
    if (index > 0 && expected > 1 && !stopped.test(story[index - 1]!.text)) return;
    found.add(index);
    expected++;
  });
  return (index) => found.size > 1 && found.has(index);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## sections that count on, and lines that are full
老屋
赵文
一
老屋在村子的最西头，背靠着一道土坡，门前
有两棵枣树，一棵结得早，一棵结得晚。
小时候，我总爱坐在门槛上等父亲收工，远远
看见他扛着锄头从坡上下来，我就跑过去接。
二
后来我去外地读书，每年只回来一两次。老屋
的瓦缝里长了草，院墙也塌了一角。
父亲说，等你们都有了出息，就把它翻盖一遍。
可是他到底没有等到那一天。
---
headline: 老屋
byline: 赵文
crosshead: 一
paragraph: 老屋在村子的最西头，背靠着一道土坡，门前有两棵枣树，一棵结得早，一棵结得晚。
paragraph: 小时候，我总爱坐在门槛上等父亲收工，远远看见他扛着锄头从坡上下来，我就跑过去接。
crosshead: 二
paragraph: 后来我去外地读书，每年只回来一两次。老屋的瓦缝里长了草，院墙也塌了一角。
paragraph: 父亲说，等你们都有了出息，就把它翻盖一遍。可是他到底没有等到那一天。

## a jump's mark, and items
　　会上，学校为三十名教师颁发了纪念章，并要求：
（一）认真备课，不得缺课早退；
（二）爱护学生，不得打骂体罚。
（下转第3版）
---
paragraph: 会上，学校为三十名教师颁发了纪念章，并要求：
list: （一）认真备课，不得缺课早退；
list: （二）爱护学生，不得打骂体罚。
jump: （下转第3版）
`;
