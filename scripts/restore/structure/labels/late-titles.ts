import { foldLine } from '../../../text/fold.js';
import { visibleLength } from '../../../text/visible.js';
import { lateNumbers, storyNumbers } from '../../numbers/structure.js';
import { bigrams } from '../../overlap.js';
import type { Group } from '../../write/groups.js';

const { longest, mostLines, near, shortest, spokenShare } = lateNumbers;

/**
 * 后置标题: a last block without any punctuation whose words occur in the story before it. Prose has punctuation and an
 * end, so this block is the title, in rows as wide as the column.
 */
export function labelLateTitles(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    const { label, text, segments, isFixed } = group;
    if (label !== 'paragraph' || isFixed || segments.length > mostLines) return;
    const length = visibleLength(text);
    if (length < shortest || length > longest || /[，。；：！？、…]/u.test(foldLine(text))) return;
    const [before, next] = [groups[index - 1], groups[index + 1]];
    if (before?.label !== 'paragraph' || !/[。！？”）]$/u.test(before.text)) return;
    if (next && next.label !== 'headline' && next.label !== 'kicker' && next.opens < storyNumbers.opening)
      return;
    if (shareBefore(groups, index) >= spokenShare) group.label = 'headline';
  });
}

/** Share of a block's words that occur in the text before it. */
function shareBefore(groups: readonly Group[], index: number): number {
  const known = new Set<number>();
  let length = 0;
  for (let at = index - 1; at >= 0 && length < near; at--) {
    for (const bigram of bigrams(groups[at]!.text)) known.add(bigram);
    length += groups[at]!.text.length;
  }
  const own = [...bigrams(groups[index]!.text)];
  return own.length === 0 ? 0 : own.filter((bigram) => known.has(bigram)).length / own.length;
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a title in two full rows
东渠管理处和西渠管理处昨日签订供水协议，双方
约定从明年春灌起统一调度水量，东渠每年向西渠
补水三百万立方米。县水利局负责人说，两渠统一
调度以后，下游九个村的农田都能浇上头水。

东渠管理处同西渠管理处签订供水协议两渠明年春
灌起统一调度水量

新华社兰州8月13日电　全省夏粮收购工作会议昨日
召开，会议要求各地敞开收购农民余粮，做到随到
随收、现款结算。
---
headline: 东渠管理处同西渠管理处签订供水协议两渠明年春灌起统一调度水量
paragraph: 东渠管理处和西渠管理处昨日签订供水协议，双方约定从明年春灌起统一调度水量，东渠每年向西渠补水三百万立方米。县水利局负责人说，两渠统一调度以后，下游九个村的农田都能浇上头水。
***
dateline: 新华社兰州8月13日电
paragraph: 新华社兰州8月13日电　全省夏粮收购工作会议昨日召开，会议要求各地敞开收购农民余粮，做到随到随收、现款结算。
`;
