import { beginsWith, charactersOf } from '../../../text/ends.js';
import { foldLine } from '../../../text/fold.js';
import { chineseNumber } from '../../../text/press/items.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Group } from '../../write/groups.js';

const { longestPhrase, mostStep } = pieceNumbers;

/** Numberings of items; items with equal marks have none. */
const counters: readonly { pattern: RegExp; read: (mark: string) => number }[] = [
  { pattern: /^（([一二三四五六七八九十]{1,3})）/u, read: chineseNumber },
  { pattern: /^（(\d{1,2})）/u, read: Number },
  { pattern: /^(\d{1,2})[.．、](?!\d)/u, read: Number },
  { pattern: /^([①-⑳])/u, read: (mark) => mark.charCodeAt(0) - 0x245f },
  { pattern: /^([A-F])[.．、)）]/u, read: (mark) => mark.charCodeAt(0) },
];
/** 1., 3., 5.: the clues of a crossword have gaps in their numbers. */
const arabic = 2;
const bullet = /^[●■◆▲△★□◇○•·◎◘]/u;

/** First characters of items. */
const starts = charactersOf('（0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ABCDEF●■◆▲△★□◇○•·◎◘');

interface Item {
  /** The counter, or the mark itself. */
  kind: number | string;
  value: number;
}

/** 列项: neighbouring blocks of one sentence each that are numbered, or have the same mark, are items of a list. */
export function labelLists(groups: readonly Group[]): void {
  const items = groups.map(itemOf);
  groups.forEach((group, index) => {
    const [before, own, after] = [items[index - 1], items[index], items[index + 1]];
    if (own && (follows(before, own) || follows(own, after))) group.label = 'list';
  });
}

function follows(first: Item | undefined, second: Item | undefined): boolean {
  if (!first || !second || first.kind !== second.kind) return false;
  if (typeof first.kind === 'string') return true;
  const step = second.value - first.value;
  return step === 1 || (first.kind === arabic && step > 1 && step <= mostStep);
}

/** An item is one sentence or phrase: a block of several sentences is a paragraph that happens to be numbered. */
function itemOf({ label, text }: Group): Item | undefined {
  if (label !== 'paragraph' && label !== 'list' && label !== 'crosshead' && label !== 'headline')
    return undefined;
  if (!beginsWith(text, starts)) return undefined;
  const folded = foldLine(text);
  if (/[。！？](?![”’」』）]?$)/u.test(folded)) return undefined;
  const mark = bullet.exec(text)?.[0];
  if (mark) return { kind: mark, value: 0 };
  if (!/[。；，：]$/u.test(folded) && text.length > longestPhrase) return undefined;
  for (const [kind, { pattern, read }] of counters.entries()) {
    const found = pattern.exec(folded);
    if (found) return { kind, value: read(found[1]!) };
  }
  return undefined;
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## items that end with semicolons
会议审议了下列事项并作出决定，各项决定自即日起施行：

（一）审查和批准国民经济和社会发展计划；

（二）审查和批准预算；

（三）决定其他重大事项。
---
paragraph: 会议审议了下列事项并作出决定，各项决定自即日起施行：
list: （一）审查和批准国民经济和社会发展计划；
list: （二）审查和批准预算；
list: （三）决定其他重大事项。
`;
