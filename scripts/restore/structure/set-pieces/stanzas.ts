import { hasHan } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { looksLikeNames, namesStaff } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';
import { isAuthor, isKnownForm } from './free-verse.js';
import { usualLength } from './usual-length.js';

const { fullQuantile, leastFree, leastProse, longestFree, mostFree, mostStanza, shortFree, wholeShare } =
  pieceNumbers;

/**
 * 分节的诗: short lines in groups that blank lines part, with any marks; each group is a piece of its own. Prose in a
 * column has no blank line every few lines, and its lines are full.
 */
export function stanzasAt(lines: readonly Line[], from: number): Found {
  if (visibleLength(lines[from]!.text) > longestFree) return { to: from, isFound: false };
  const isBelow = from > 0 && lines[from]!.newlines < 2 && !isHead(lines[from - 1]!);
  // Under title and author a line may have two clauses: 一口井，养活了半个村庄.
  const isOne = from > 1 && isAuthor(lines[from - 1]!) ? isLineOfTwo : isLine;
  if (isBelow || !isOne(lines[from]!)) return { to: from, isFound: false };
  const ends: number[] = [];
  let to = from;
  while (to < Math.min(lines.length, from + mostFree)) {
    const end = stanzaEnd(lines, to, isOne);
    // A group of which a line is no line of verse, and a single line over something else, are not part of it.
    if (end === undefined || (end - to === 1 && ends.length === 0)) break;
    ends.push(end);
    to = end;
  }
  // A last group of one line over text is the title of that text.
  while (ends.length > 1 && to < lines.length && to - ends.at(-2)! === 1) {
    ends.pop();
    to = ends.at(-1)!;
  }
  if (ends.length < 2 || to - from < leastFree || !isShort(lines, from, to)) return { to, isFound: false };
  return { to, isFound: true, ends };
}

/** The end of the group that begins there, if all its lines may be verse. */
function stanzaEnd(lines: readonly Line[], from: number, isOne: (line: Line) => boolean): number | undefined {
  let to = from;
  do {
    if (!isOne(lines[to]!)) return undefined;
    to++;
  } while (to < lines.length && to - from <= mostStanza && lines[to]!.newlines === 1);
  return to - from <= mostStanza ? to : undefined;
}

/** Shorter than the prose around; without prose the poem is most of the file, and its lines differ. */
function isShort(lines: readonly Line[], from: number, to: number): boolean {
  const lengths = lines.slice(from, to).map(({ text }) => visibleLength(text));
  const longest = Math.max(...lengths);
  if (longest - Math.min(...lengths) < 2) return false;
  const usual = usualLength(lines, from, to, fullQuantile);
  return usual >= leastProse ? longest <= usual * shortFree + 1 : to - from >= lines.length * wholeShare;
}

/** A title, or an author, may stand right above the first line. */
const isHead = (line: Line) =>
  isAuthor(line) || (line.newlines > 1 && !/[，。；：]/u.test(foldLine(line.text)));

const isLineOfTwo = (line: Line) =>
  isLine({ ...line, text: line.text.replace(/(?<=\p{sc=Han})，(?=\p{sc=Han})/u, '') });

/** A possible line of verse: words, with whatever marks, but no field, figure, item or name. */
function isLine(line: Line): boolean {
  const { text } = line;
  if (visibleLength(text) > longestFree || !hasHan(text)) return false;
  if (
    /[\d０-９A-Za-z（）()【】《》◘]|^[^：]{1,5}：.|[，。；：]./u.test(
      foldLine(text).replace(/[”’」』]$/u, ''),
    )
  )
    return false;
  return !(
    /[ \u3000]{2}/u.test(text) ||
    isAuthor(line) ||
    looksLikeNames(text) ||
    namesStaff(text) ||
    isKnownForm(text)
  );
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## stanzas with marks in them
　　晚上，校文学社在报告厅举办诗歌朗诵
会，三百多名同学参加，下面选登其中一首。
秋天的诗
高二（5）班　柳如烟

秋风是一个邮递员
把黄叶一封一封
投进每一扇窗

我拆开最小的一封
里面只有一句：
“你好吗？”

我想了很久
把一枚银杏叶
夹进了课本

指导教师：许文婷
---
paragraph: 晚上，校文学社在报告厅举办诗歌朗诵会，三百多名同学参加，下面选登其中一首。
***
headline: 秋天的诗
byline: 高二（5）班　柳如烟
verse: 秋风是一个邮递员
把黄叶一封一封
投进每一扇窗
verse: 我拆开最小的一封
里面只有一句：
“你好吗？”
verse: 我想了很久
把一枚银杏叶
夹进了课本
paragraph: 指导教师：许文婷
`;
