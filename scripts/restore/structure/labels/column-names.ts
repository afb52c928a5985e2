import { foldLine } from '../../../text/fold.js';
import { isItemStart } from '../../../text/press/items.js';
import { isColumnName } from '../../../text/press/masthead.js';
import { looksLikeNames } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import { setOffNumbers } from '../../numbers/structure.js';
import type { Group, Label } from '../../write/groups.js';

const displays: ReadonlySet<Label> = new Set(['paragraph', 'crosshead', 'headline', 'byline', 'deck']);
const heads: ReadonlySet<Label> = new Set(['crosshead', 'headline']);
const texts: ReadonlySet<Label | undefined> = new Set([
  'paragraph',
  'byline',
  'verse',
  'lead',
  'deck',
  'list',
]);

/**
 * 栏目与标题: the name of a column, or 本报评论员, over a line that heads a text is the kicker of a headline; with text right
 * below it, it is a crosshead of its story: 记者手记.
 */
export function labelColumnNames(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    const [before, title, text] = [groups[index - 1], groups[index + 1], groups[index + 2]];
    if (group.isFixed || !displays.has(group.label) || group.segments.length > 1) return;
    if (
      !isColumnName(group.text.trim()) ||
      belongs.test(foldLine(group.text)) ||
      !title ||
      title.isFixed ||
      (!heads.has(title.label) && !isInstalment(title))
    )
      return;
    const isFree =
      !before ||
      before.segments[0]!.line < 0 ||
      (texts.has(before.label) && /[。！？”」）]$/u.test(before.text)) ||
      ends.has(before.label);
    if (!isFree || isItemStart(title.text)) return;
    if (visibleLength(title.text) < setOffNumbers.shortest || /[。；：，]$/u.test(title.text)) return;
    const isAuthor = text && (isName(text.text) || (isInstalment(title) && isPenName(text)));
    if (isAuthor && !text.isFixed && groups[index + 3]?.label === 'paragraph') text.label = 'byline';
    if (!texts.has(text?.label)) return;
    group.label = 'kicker';
    title.label = 'headline';
  });
}
/** 春水劫　（四十二）: a part of a serial, with its number. */
const isInstalment = ({ text, segments }: Group) =>
  segments.length === 1 &&
  /^[^，。；：！？]{2,12} *（[一二三四五六七八九十百〇\d]{1,4}）$/u.test(foldLine(text.trim()));
/** 天虛我生, of more characters than a name. */
const isPenName = ({ text, segments }: Group) => segments.length === 1 && /^\p{sc=Han}{2,5}$/u.test(text);
/** 相关链接, 名词解释: what is said so belongs to the story above. */
const belongs = /链接|相关|背景|延伸|解释|手记|小知识|小常识|提示/u;
/** 方　远, under the title of what he wrote. */
const isName = (text: string) =>
  looksLikeNames(text.replace(/(?<=^\p{sc=Han})[ \u3000]+(?=\p{sc=Han}$)/u, ''));
const ends: ReadonlySet<Label> = new Set(['credit', 'jump', 'table', 'verse', 'names', 'caption']);

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a comment under a report
　　石门公社广大社员，以大寨人为榜样，从
去年十一月到今年二月，苦战一百天，修成梯
田一千二百亩。
短评
大干必须大学
　　石门公社的经验告诉我们：要改造自然，
首先要改造人的思想。
　　一切有条件的社队，都应当像他们那样，
把学习放在第一位。
---
paragraph: 石门公社广大社员，以大寨人为榜样，从去年十一月到今年二月，苦战一百天，修成梯田一千二百亩。
***
kicker: 短评
headline: 大干必须大学
paragraph: 石门公社的经验告诉我们：要改造自然，首先要改造人的思想。
paragraph: 一切有条件的社队，都应当像他们那样，把学习放在第一位。
`;
