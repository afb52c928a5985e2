import { han } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { pattern } from '../../../text/pattern.js';
import { opensWithDateline } from '../../../text/press/datelines.js';
import { visibleLength } from '../../../text/visible.js';
import type { Line } from '../../measure/lines.js';
import { playNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';

const { farthest, leastCues, leastIndent, longestCast } = playNumbers;

/** 老杨　怎么没看成？ a speaker, a blank instead of a colon, and what is said. */
const cue = pattern('u')`^([${han}]{1,4}[A-Z]?|[${han}][ \u3000][${han}])[ \u3000]{1,3}(?=[^ \u3000])(.+)$`;
/** Days, months, agencies and numerals open an entry or a report, and no speech. */
const noName = /^第|[年月日时旬季报讯电报届]$|^[一二三四五六七八九十百千〇零第]+$/u;
const spoken = /[，。！？…；“]|^（/u;
/** 时间, 地点, 人物: what stands before a play. */
const field =
  /^(?:时 ?间|地 ?点|人 ?物|布 ?景|场 ?景|道 ?具|角 ?色|登场人物|演 ?员|表演者|幕启|背景)[ ：]+[^ ]/u;
/** 〔雨声渐大。 */
const direction = /^[〔［[]/u;
/** 小　芳——初二学生: a line of the cast. */
const cast = pattern('u')`^[${han}](?:[ \u3000]?[${han}]){0,4}[ \u3000]*(?:——|―|--|，)`;

type Kind = 'cue' | 'other cue' | 'direction' | 'field' | 'cast' | 'rest';

/**
 * 剧本, 相声: speeches that begin with the speaker's name and a blank, stage directions, and the cast before them. Each is
 * one block, over as many lines as it needs.
 */
export function playAt(lines: readonly Line[], from: number): Found {
  const kinds = kindsOf(lines);
  const first = kinds?.[from];
  if (!kinds || (first !== 'cue' && first !== 'direction' && first !== 'field'))
    return { to: from, isFound: false };
  const ends: number[] = [];
  const widest = Math.max(...lines.slice(from, from + farthest).map(widthOf));
  let to = from + 1;
  let cues = first === 'cue' ? 1 : 0;
  for (let start = from; to < lines.length; to++) {
    const kind = kinds[to]!;
    const isOver = endsBlock(lines[to - 1]!);
    if (kind === 'rest') {
      if (isContinued(lines, to, { start, widest }) || (!isOver && kinds[start] !== 'field')) continue;
      break;
    }
    if (kind === 'other cue' && !isOver) continue;
    if (kind === 'cue') cues++;
    ends.push(to);
    start = to;
  }
  return { to, isFound: cues > 0, ends: [...ends, to] };
}

const endsBlock = ({ text }: Line) => /[。！？…”」）〕—：!?)]$/u.test(text);
const widthOf = ({ text, indent }: Line) => visibleLength(text) + indent / 4;

/** A later line stands in behind the name, or the line before is full. */
function isContinued(
  lines: readonly Line[],
  at: number,
  { start, widest }: { start: number; widest: number },
): boolean {
  const [own, before] = [lines[at]!, lines[at - 1]!];
  if (own.newlines > before.newlines + 1) return false;
  return (
    own.indent >= lines[start]!.indent + leastIndent || (widthOf(before) >= widest - 1 && !endsBlock(before))
  );
}

const known = new WeakMap<readonly Line[], Kind[] | null>();

/** The kinds of a page's lines; null if it has no play. */
function kindsOf(lines: readonly Line[]): Kind[] | null {
  const found = known.get(lines);
  if (found !== undefined) return found;
  const names = lines.map(speakerOf);
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = [...counts].filter(([, times]) => times > 1);
  const isPlay = counts.size > 1 && often.reduce((sum, [, times]) => sum + times, 0) >= leastCues;
  const kinds: Kind[] | null = isPlay ? [] : null;
  lines.forEach((line, index) => {
    const before = kinds?.[index - 1];
    const isInCast = before === 'field' || before === 'cast';
    kinds?.push(kindOf(line, { name: names[index], counts, isInCast }));
  });
  known.set(lines, kinds);
  return kinds;
}

function kindOf(
  { text }: Line,
  {
    name,
    counts,
    isInCast,
  }: { name: string | undefined; counts: ReadonlyMap<string, number>; isInCast: boolean },
): Kind {
  if (field.test(foldLine(text))) return 'field';
  if (direction.test(text)) return 'direction';
  if (isInCast && text.length <= longestCast && cast.test(text)) return 'cast';
  if (name !== undefined) return counts.get(name)! > 1 ? 'cue' : 'other cue';
  return 'rest';
}

/** A glance: true if a blank may stand behind five characters, of two units each at most. */
const hasEarlyBlank = (text: string) => /[ \u3000]/u.test(text.slice(1, 11));

/** The speaker whose words begin with a line, without the blank that spreads the name. */
function speakerOf({ text }: Line): string | undefined {
  if (!hasEarlyBlank(text)) return undefined;
  const found = cue.exec(text);
  if (!found || !spoken.test(found[2]!) || opensWithDateline(text)) return undefined;
  const name = found[1]!.replace(/[ \u3000]/gu, '');
  const folded = foldLine(name);
  return noName.test(folded) || field.test(foldLine(text)) ? undefined : name;
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a play with its cast
借　书
时间　放学以后
地点　学校图书馆
人物　老　杨——图书管理员，五十多岁
　　　小　芳——初二学生
〔幕启：图书馆里，老杨在整理书架。窗外下着小雨。小芳跑上，裤腿上都
是泥。〕
小芳　杨老师，今天还能借书吗？
老杨　（看表）六点了，按说该关门了。你要借什么？
小芳　《居里夫人传》。语文老师说，读完要写一篇读后感，后天就交了，可
　　　我前两次来，都让别人借走了。
老杨　怎么没看成？
〔灯渐暗。幕落。
（作者单位：青禾县第二中学）
---
headline: 借　书
paragraph: 时间　放学以后
paragraph: 地点　学校图书馆
paragraph: 人物　老　杨——图书管理员，五十多岁
paragraph: 小　芳——初二学生
paragraph: 〔幕启：图书馆里，老杨在整理书架。窗外下着小雨。小芳跑上，裤腿上都是泥。〕
paragraph: 小芳　杨老师，今天还能借书吗？
paragraph: 老杨　（看表）六点了，按说该关门了。你要借什么？
paragraph: 小芳　《居里夫人传》。语文老师说，读完要写一篇读后感，后天就交了，可我前两次来，都让别人借走了。
paragraph: 老杨　怎么没看成？
paragraph: 〔灯渐暗。幕落。
credit: （作者单位：青禾县第二中学）
`;
