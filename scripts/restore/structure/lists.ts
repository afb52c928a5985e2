import { chineseNumber } from '../../text/press/items.js';
import type { Group } from '../write/groups.js';

/** The ways in which items count. */
const counters: readonly { pattern: RegExp; read: (mark: string) => number }[] = [
  { pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u, read: chineseNumber },
  { pattern: /^[（(](\d{1,2})[）)]/u, read: Number },
  { pattern: /^(\d{1,2})[.．、](?!\d)/u, read: Number },
  { pattern: /^([①-⑳])/u, read: (mark) => mark.charCodeAt(0) - 0x245f },
];

interface Item {
  counter: number;
  value: number;
}

/** 列项: neighbouring blocks of one sentence each that count on are items of a list. */
export function labelLists(groups: readonly Group[]): void {
  const items = groups.map(itemOf);
  groups.forEach((group, index) => {
    const [before, own, after] = [items[index - 1], items[index], items[index + 1]];
    if (own && (follows(before, own) || follows(own, after))) group.label = 'list';
  });
}

function follows(first: Item | undefined, second: Item | undefined): boolean {
  return first?.counter === second?.counter && first !== undefined && second?.value === first.value + 1;
}

/** An item is one sentence: what holds several is a paragraph that happens to be numbered. */
function itemOf({ label, text }: Group): Item | undefined {
  if (label !== 'paragraph' && label !== 'list') return undefined;
  if (/[。！？](?![”’」』）)]?$)/u.test(text) || !/[。；;，：]$/u.test(text)) return undefined;
  for (const [counter, { pattern, read }] of counters.entries()) {
    const found = pattern.exec(text);
    if (found) return { counter, value: read(found[1]!) };
  }
  return undefined;
}
