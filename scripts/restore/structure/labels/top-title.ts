import { foldLine } from '../../../text/fold.js';
import { isNumberedHeading } from '../../../text/press/items.js';
import { isCredit, opensWithReporter } from '../../../text/press/names.js';
import { visibleLength } from '../../../text/visible.js';
import { storyNumbers } from '../../numbers/structure.js';
import type { Group, Label } from '../../write/groups.js';

const { longestTop } = storyNumbers;
const chapter = /^第[一二三四五六七八九十百\d]{1,4}[章编卷篇]/u;
const texts: ReadonlySet<Label> = new Set([
  'paragraph',
  'table',
  'list',
  'verse',
  'names',
  'caption',
  'crosshead',
]);

/**
 * 首行标题: a short phrase without a mark at the very top of a source, over text, is its title, and so is a chapter's
 * over its first section's. A numbered heading there is what a cut left of a longer text.
 */
export function labelTop(groups: readonly Group[]): void {
  const [top, next] = groups;
  if (!top || !next || top.isFixed || top.segments.length > 1) return;
  if (top.label !== 'paragraph' && top.label !== 'crosshead') return;
  const folded = foldLine(top.text.trim());
  const isChapter = chapter.test(folded) && next.label === 'crosshead';
  const isOverTitles = top.label === 'crosshead' && next.label === 'headline' && isPhrase(folded);
  if (
    isChapter ||
    isOverTitles ||
    (texts.has(next.label) && (isPhrase(folded) || (folded.length === 1 && next.text.includes(top.text))))
  )
    top.label = 'headline';
}

function isPhrase(text: string): boolean {
  if (visibleLength(text) > longestTop || visibleLength(text) < 2 || isNumberedHeading(text)) return false;
  return !/[。！？：；，、…—）】”》]$|[。，；：]/u.test(text) && !isCredit(text) && !opensWithReporter(text);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a word over a table
今日菜价

品种　　　批发价　　零售价

西红柿　　2.60　　　3.50

土　豆　　1.40　　　2.00
---
headline: 今日菜价
table: 品种　批发价　零售价
西红柿　2.60　3.50
土　豆　1.40　2.00

## a chapter over its section
第三章　水利

第一节　渠道

县境水利始于明代，万历年间开凿东渠，长

二十三里，灌田四千余亩。
---
headline: 第三章　水利
crosshead: 第一节　渠道
paragraph: 县境水利始于明代，万历年间开凿东渠，长二十三里，灌田四千余亩。
`;
