import { hasHan } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { visibleLength } from '../../../text/visible.js';
import type { Line } from '../../measure/lines.js';
import { songNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';
import { isKnownForm } from './free-verse.js';

const { leastLines, longestCredit, longestLine, mostAbove, mostLines } = songNumbers;

/** 作词：林小溪　作曲：高远 */
const makers = /(?:作?[词曲]|词曲|作词作曲|填词|谱曲|演唱)(?:：|\/| )/u;
/** （一）, （副歌）, （合） over a stanza. */
const part =
  /^(?:（(?:[一二三四五六七八九十\d]{1,2}|[主副]歌[^（）]{0,4}|[领齐合独轮重男女白]唱?|尾声|间奏|重复[^（）]{0,6})）|[\d一二三四五六]|[主副]歌|尾声)[：:]?$/u;

/**
 * 歌词: short lines below a song's title and the names of its makers, in stanzas that blank lines or marks of parts
 * separate.
 */
export function songAt(lines: readonly Line[], from: number): Found {
  if (!isUnderMakers(lines, from) || !isLyric(lines[from]!)) return { to: from, isFound: false };
  const ends: number[] = [];
  let to = from + 1;
  let count = isPart(lines[from]!) ? 0 : 1;
  for (; to < Math.min(lines.length, from + mostLines) && isLyric(lines[to]!); to++) {
    if (isPart(lines[to]!)) ends.push(to);
    else {
      count++;
      if (lines[to]!.newlines > 1 && !isPart(lines[to - 1]!)) ends.push(to);
    }
  }
  return { to, isFound: count >= leastLines, ends: [...ends, to] };
}

const isPart = ({ text }: Line) => text.length <= longestLine && part.test(foldLine(text));

/** A line of a song: words without a stop inside. */
function isLyric(line: Line): boolean {
  const { text } = line;
  if (isPart(line)) return true;
  if (visibleLength(text) > longestLine || !hasHan(text)) return false;
  return !(/[。；：].|^[^：]{1,6}：/u.test(foldLine(text)) || isKnownForm(text));
}

/** True if the makers are named in one of the lines above, below the title. */
function isUnderMakers(lines: readonly Line[], from: number): boolean {
  const credits = known.get(lines) ?? lines.map(namesMakers);
  known.set(lines, credits);
  for (let at = Math.max(0, from - mostAbove); at < from; at++) if (credits[at]) return true;
  return false;
}

/** Which of a page's lines name makers, since each is asked about from several below it. */
const known = new WeakMap<readonly Line[], boolean[]>();

const namesMakers = ({ text }: Line) =>
  text.length <= longestCredit && makers.test(foldLine(text)) && !/[，。]/u.test(text);

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a song with its refrain
我的家乡在水边
作词：林小溪　作曲：高远
（一）
清清的河水绕村庄
岸边的杨柳轻轻荡
炊烟袅袅升起在山冈
（副歌）
啊，家乡
我的家乡在水边
也忘不了你的模样
（二）
弯弯的月亮照船舱
满船的鱼虾满船的希望
---
headline: 我的家乡在水边
paragraph: 作词：林小溪　作曲：高远
verse: （一）
清清的河水绕村庄
岸边的杨柳轻轻荡
炊烟袅袅升起在山冈
verse: （副歌）
啊，家乡
我的家乡在水边
也忘不了你的模样
verse: （二）
弯弯的月亮照船舱
满船的鱼虾满船的希望
`;
