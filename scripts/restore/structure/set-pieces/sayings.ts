import { foldLine } from '../../../text/fold.js';
import { isItemStart } from '../../../text/press/items.js';
import type { Line } from '../../measure/lines.js';
import { sayingNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';

const { leastParted, leastAnnounced, longest, longestHead } = sayingNumbers;

/** 老鼠进风箱——两头受气, 小　芳——初二学生: two halves with a dash between them. */
const parted = /^[^，。；：！？—]{2,16}(?:——|⸺|--)[^。；：！？—]{2,20}[。！？]?$/u;
/** 谚语, 歇后语, 谜语, 对联: what lines of their own are announced by. */
const announces = /谚|俗语|俗话|歇后语|格言|警句|名言|箴言|谜|对联|楹联|春联|顺口溜|口诀|民谣|童谣|绕口令/u;
/** A whole sentence, with what is asked or who said it behind: 麻屋子，红帐子。（打一植物） */
const whole = /[。！？；…”」]$|（[^（）]{1,16}）$|——[^，。]{2,10}$/u;

/**
 * 谚语, 歇后语, 谜语: sayings, one a line. Those with a dash in their middle are known by it, three in a row; others by the
 * heading above them. Slogans end with an exclamation mark each.
 */
export function sayingsAt(lines: readonly Line[], from: number): Found {
  let to = from;
  while (to < lines.length && isParted(lines[to]!)) to++;
  if (to - from >= leastParted) return { to, isFound: true };
  const slogans = mayBeginSlogans(lines[from - 1]) ? slogansEnd(lines, from) : from;
  if (slogans - from >= leastParted && !areAlike(lines.slice(from, slogans)))
    return { to: slogans, isFound: true };
  if (!isAnnounced(lines[from - 1])) return { to: from, isFound: false };
  for (to = from; to < lines.length; to++) if (!isSaying(lines[to]!)) break;
  return { to, isFound: to - from >= leastAnnounced };
}

/** 祝福伟大祖国繁荣昌盛！: prose does not end line after line with such a mark; lines of one length are verse. */
function slogansEnd(lines: readonly Line[], from: number): number {
  let to = from;
  while (to < lines.length && isSlogan(lines[to]!)) to++;
  return to;
}
const isSlogan = ({ text }: Line) =>
  /[！!]$/u.test(text) && text.length <= longest && /^[^。；：、！!“”「」]{4,}[！!]$/u.test(text);
/** Behind a line in the middle of a sentence nothing begins. */
const mayBeginSlogans = (before: Line | undefined) =>
  before === undefined || /[。！？：!?]$|[标標][语語]|口[号號]/u.test(before.text);
const areAlike = (lines: readonly Line[]) => lines.every(({ text }) => text.length === lines[0]!.text.length);

const isParted = ({ text }: Line) => text.length <= longest && /[—⸺]|--/u.test(text) && parted.test(text);
const isSaying = ({ text }: Line) =>
  text.length <= longest && whole.test(foldLine(text)) && !isItemStart(text);

function isAnnounced(head: Line | undefined): boolean {
  if (!head || head.text.length > longestHead) return false;
  const folded = foldLine(head.text);
  return announces.test(folded) && !/[，。；！？]/u.test(folded);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## proverbs and two-part sayings
第三节　谚语　歇后语
一、谚语
天上鱼鳞斑，晒谷不用翻。
早霞不出门，晚霞行千里。
人勤地不懒，人哄地，地哄人。
头伏萝卜二伏菜，三伏有雨种荞麦。
二、歇后语
老鼠进风箱——两头受气
茶壶里煮饺子——有货倒不出
擀面杖吹火——一窍不通
外甥打灯笼——照舅（旧）
---
crosshead: 第三节　谚语　歇后语
crosshead: 一、谚语
paragraph: 天上鱼鳞斑，晒谷不用翻。
paragraph: 早霞不出门，晚霞行千里。
paragraph: 人勤地不懒，人哄地，地哄人。
paragraph: 头伏萝卜二伏菜，三伏有雨种荞麦。
crosshead: 二、歇后语
paragraph: 老鼠进风箱——两头受气
paragraph: 茶壶里煮饺子——有货倒不出
paragraph: 擀面杖吹火——一窍不通
paragraph: 外甥打灯笼——照舅（旧）
`;
