import { foldLine } from '../../../text/fold.js';
import { isContact, isDay } from '../../../text/press/imprint.js';
import { isItemStart } from '../../../text/press/items.js';
import { isReference } from '../../../text/press/jumps.js';
import { isByline, isCaption, isCredit } from '../../../text/press/names.js';
import { looksLikeNames, looksLikeTail, namesStaff } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import { webNumbers } from '../../numbers/structure.js';
import type { Group } from '../../write/groups.js';

const { leastParagraphs, leastShare, longestBetween, longestHead, shortestParagraph } = webNumbers;

/**
 * 网页小标题: where each paragraph is one line, as on the web, no line is short by its measure. A phrase of a few
 * characters that no stop ends, between two whole paragraphs, is a crosshead: 桥难修，难在钱.
 */
export function labelWebHeads(groups: readonly Group[]): void {
  labelUnderNumbers(groups);
  const long = groups.filter((group) => isParagraph(group));
  if (long.length < leastParagraphs) return;
  const isWeb = long.filter(({ segments }) => segments.length === 1).length >= long.length * leastShare;
  groups.forEach((group, index) => {
    const [before, next] = [groups[index - 1], groups[index + 1]];
    if (!before || !next || group.isFixed || group.label !== 'paragraph' || !isPhrase(group)) return;
    if (!isParagraph(before) || !isParagraph(next) || !/[。！？…”」]$/u.test(before.text)) return;
    // Between paragraphs of several lines 各位代表！ and a row of stars are none.
    const isHead = /\p{L}{2}/u.test(group.text) && !/[！!]$/u.test(group.text);
    if (isWeb || (isHead && visibleLength(group.text) <= longestBetween)) group.label = 'crosshead';
  });
}

/** 01 over 从“卖原料”到“卖品牌”: the number and the phrase are both crossheads. */
function labelUnderNumbers(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    const [number, next] = [groups[index - 1], groups[index + 1]];
    if (!number || !next || group.isFixed || group.label === 'headline' || next.label !== 'paragraph') return;
    if (webNumber.test(number.text.trim()) && isPhrase(group)) {
      group.label = 'crosshead';
      if (!number.isFixed) number.label = 'crosshead';
    }
  });
}
const webNumber = /^(?:0[1-9]|part[ .]{0,2}0?\d{1,2})$/iu;

const isParagraph = ({ label, text }: Group) => label === 'paragraph' && text.length >= shortestParagraph;

function isPhrase({ text, segments }: Group): boolean {
  const length = visibleLength(text);
  if (segments.length > 1 || length < 2 || length > longestHead) return false;
  return !(
    /[。；：，、…）】]$|[。；：]/u.test(foldLine(text.trim())) ||
    isItemStart(text) ||
    isByline(text) ||
    isCaption(text) ||
    isContact(text) ||
    isCredit(text) ||
    isDay(text) ||
    isReference(text) ||
    namesStaff(text) ||
    looksLikeNames(text) ||
    looksLikeTail(text)
  );
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## crossheads of a web page
这座桥，等了十八年

　　9月14日上午10时，随着最后一道路障移开，等候多时的车辆缓缓驶上石门大桥。68岁的村民石有才坐在儿子的皮卡车里，眼眶湿润：“十八年了，总算等到了。”

　　石门村与县城隔河相望，直线距离不到2公里，过去却要绕行31公里，遇上雨天，山路泥泞，一趟要走大半天。

　　桥难修，难在钱

　　“第一次提修桥是2008年。”原村支书石德林翻开泛黄的笔记本，“那时候算了算，要一千二百万元，全村人均收入不到三千元。”
---
headline: 这座桥，等了十八年
paragraph: 9月14日上午10时，随着最后一道路障移开，等候多时的车辆缓缓驶上石门大桥。68岁的村民石有才坐在儿子的皮卡车里，眼眶湿润：“十八年了，总算等到了。”
paragraph: 石门村与县城隔河相望，直线距离不到2公里，过去却要绕行31公里，遇上雨天，山路泥泞，一趟要走大半天。
crosshead: 桥难修，难在钱
paragraph: “第一次提修桥是2008年。”原村支书石德林翻开泛黄的笔记本，“那时候算了算，要一千二百万元，全村人均收入不到三千元。”
`;
