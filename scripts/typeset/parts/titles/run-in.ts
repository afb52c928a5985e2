import type { Element } from 'hast';
import { h } from 'hastscript';
import { hasHan } from '../../../text/characters.js';
import { datelineLength } from '../../../text/press/datelines.js';

/** Longest run-in head, in characters; an opening without a mark so early gets none. */
const most = 16;
/** A shorter one would look like a mistake. */
const least = 2;
/** English: number of first words. */
const words = 3;

/**
 * 段首黑体: a story without a headline opens with its first words in 黑体: 本报讯, or its first clause. In place.
 */
export function addRunIn([first]: readonly Element[]): void {
  const [text] = first?.children ?? [];
  if (first?.tagName !== 'p' || first.properties.className || text?.type !== 'text') return;
  const length = runInLength(text.value);
  if (length === 0) return;
  const rest = text.value.slice(length);
  first.children.splice(0, 1, h('span.run-in', text.value.slice(0, length)), { type: 'text', value: rest });
}

function runInLength(text: string): number {
  if (!hasHan(text)) return new RegExp(`^(?:\\S+ ){${words - 1}}\\S+(?= )`).exec(text)?.[0].length ?? 0;
  const dateline = text.slice(0, datelineLength(text));
  // 本报讯（记者 李峰）: the reporter is not part of it.
  const opening = dateline || text;
  const length = opening.search(/[ \u3000，。：；！？、（(—]/u);
  return length >= least && length <= most ? length : 0;
}
