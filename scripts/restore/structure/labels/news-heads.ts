import { foldLine } from '../../../text/fold.js';
import { opensWithDateline } from '../../../text/press/datelines.js';
import { isDay } from '../../../text/press/imprint.js';
import { isByline } from '../../../text/press/names.js';
import { looksLikeNames } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import { lateNumbers, storyNumbers } from '../../numbers/structure.js';
import type { Group } from '../../write/groups.js';

const { longestNewsHead, shortestNewsHead } = lateNumbers;

/**
 * 电头之上: a line without any mark between a paragraph's end and a 电头 is a headline, since no paragraph ends without a
 * mark and no story goes on with a 电头. So is one with which a story would begin, and one
 * above a reporter's name.
 */
export function labelNewsHeads(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    const { label, text, segments, isFixed } = group;
    const [before, next] = [groups[index - 1], groups[index + 1]];
    if (isFixed || segments.length > 1 || !next) return;
    if ((label === 'crosshead' || label === 'paragraph') && isUnderOldTitle(next.text)) {
      group.label = 'headline';
      if (/^[）)]{2}/u.test(next.text)) next.label = 'byline';
    }
    if (label !== 'paragraph' || group.label === 'headline') return;
    const length = visibleLength(text);
    if (length < shortestNewsHead || length > longestNewsHead || /[，。；：！？、…）]/u.test(foldLine(text)))
      return;
    if (before?.label === 'paragraph' && !/[。！？”」）、]$/u.test(before.text)) return;
    if (next.label === 'byline' || isByline(next.text)) {
      if (!isByline(text) && !isDay(text) && !looksLikeNames(text)) group.label = 'headline';
      if (next.label === 'paragraph') next.label = 'byline';
      return;
    }
    if (next.label !== 'paragraph') return;
    const isTitle = group.opens > storyNumbers.opening && next.segments.length > 1;
    if (isTitle && visibleLength(text) >= storyNumbers.shortestRow && !isDay(text) && !looksLikeNames(text))
      group.label = 'headline';
    else if (opensWithDateline(next.text) && !/^[【〔[]?[据據又]/u.test(next.text)) group.label = 'headline';
  });
}

/** ））夢梅（（ in a box, （二）（〇）（六） of a serial: under the title of a vertical column. */
const isUnderOldTitle = (text: string) =>
  /^[）)]{2}.{2,16}[（(]{2}$|^(?:[（(][〇○零一二三四五六七八九十\d][）)]){2,}$/u.test(text);

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## short news by telegraph
粵省向中央請撥賑款
【廣州十四日專電】省府以東江水災慘重、
災民待哺者達二十萬人、昨電中央請撥賑款
五十萬元、並派委員三人、分赴各縣勘災、
滬米價續漲
【上海十四日專電】米市昨續漲、上等白米
每石十二元八角、較前日又高四角、當局擬
運洋米接濟、
---
headline: 粵省向中央請撥賑款
dateline: 【廣州十四日專電】
paragraph: 【廣州十四日專電】省府以東江水災慘重、災民待哺者達二十萬人、昨電中央請撥賑款五十萬元、並派委員三人、分赴各縣勘災、
***
headline: 滬米價續漲
dateline: 【上海十四日專電】
paragraph: 【上海十四日專電】米市昨續漲、上等白米每石十二元八角、較前日又高四角、當局擬運洋米接濟、
`;
