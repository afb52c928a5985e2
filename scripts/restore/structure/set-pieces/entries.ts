import { foldLine } from '../../../text/fold.js';
import { visibleLength } from '../../../text/visible.js';
import type { Line } from '../../measure/lines.js';
import { entryNumbers } from '../../numbers/pieces.js';
import { cellsOf, wideGap } from './cells.js';
import type { Found } from './found.js';

const { leastEntries, shareOfEntries } = entryNumbers;

/** 1978年　中共十一届三中全会…, 3月5日　春耕会议…: a date and a blank before an entry. */
const entry =
  /^(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日|[上中下]旬)?|\d{1,2}日|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十廿]{1,3}日)?|[一二三四五六七八九〇○]{4}年) +[^\d ][^ ]*$/u;

/** 8:35　电视剧：老酒馆（12—15）: an hour before what is on. */
const timed = /^\d{1,2}[:：]\d{2}(?:[-—–~～]\d{1,2}[:：]\d{2})?[ \u3000]+[^\d \u3000][^ \u3000]*$/u;

/** True for a line that begins with its date and a blank, and has no other cell. */
export const isEntry = ({ text }: Line) => /[年月日][ \u3000]/u.test(text) && entry.test(foldLine(text));

/**
 * 年表: entries of a line or two that begin with their date and a blank. Each is a paragraph; one that is as long as its
 * lines get, and has no stop, goes on in a line without a date. Entries of many lines are prose.
 */
export function entriesAt(lines: readonly Line[], from: number): Found {
  if (timed.test(lines[from]!.text)) return timedAt(lines, from);
  if (!isEntry(lines[from]!)) return { to: from, isFound: false };
  const ends: number[] = [];
  let widest = 0;
  let to = from;
  for (; to < lines.length; to++) {
    const line = lines[to]!;
    if (isEntry(line)) {
      if (to > from) ends.push(to);
      widest = Math.max(widest, visibleLength(line.text));
    } else if (!isRest(lines, to, widest)) break;
  }
  const count = ends.length + 1;
  return { to, isFound: count >= leastEntries && count >= (to - from) * shareOfEntries, ends: [...ends, to] };
}

/** Lines of a programme; those that are all rows of two cells are a table, which is looked for later. */
function timedAt(lines: readonly Line[], from: number): Found {
  let to = from;
  while (to < lines.length && timed.test(lines[to]!.text)) to++;
  const own = lines.slice(from, to);
  const isFound = own.length >= leastEntries && own.some((line) => cellsOf(line, wideGap).length === 0);
  return { to: isFound ? to : from, isFound, ends: own.map((_, at) => from + at + 1) };
}

function isRest(lines: readonly Line[], at: number, widest: number): boolean {
  const [before, line] = [lines[at - 1]!, lines[at]!];
  return (
    isEntry(before) &&
    visibleLength(before.text) >= widest &&
    line.newlines <= before.newlines &&
    !/[。！？；：]$/u.test(before.text) &&
    /^\p{sc=Han}/u.test(line.text)
  );
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## dates before their entries
历史上的今天
1865年　美国宪法第十三条修正案生效
1921年　中国共产党早期组织创办的刊物出版
1978年　中共十一届三中全会在北京举行，会议作出把党和国家
工作中心转移到经济建设上来的决策
1999年　澳门回归祖国
---
headline: 历史上的今天
paragraph: 1865年　美国宪法第十三条修正案生效
paragraph: 1921年　中国共产党早期组织创办的刊物出版
paragraph: 1978年　中共十一届三中全会在北京举行，会议作出把党和国家工作中心转移到经济建设上来的决策
paragraph: 1999年　澳门回归祖国
`;
