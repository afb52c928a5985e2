import type { Group } from '../groups.js';
import { isCaption, isCredit } from './labels.js';

/**
 * Joins a caption that was set in a measure of its own, over two or three lines: the search takes such lines for
 * headings, but a heading has no commas and does not end with a picture's credit.
 */
export function joinCaptions(groups: readonly Group[]): Group[] {
  const result: Group[] = [];
  for (const group of groups) {
    const last = result.at(-1);
    if (last && group.isDisplay && last.isDisplay && continues(last, group)) {
      result[result.length - 1] = {
        ...last,
        segments: [...last.segments, ...group.segments],
        text: last.text + group.text,
        joins: [...last.joins, 0.8, ...group.joins],
      };
    } else result.push(group);
  }
  return result;
}

function continues(before: Group, after: Group): boolean {
  if (!/，/u.test(before.text) || /[。！？）)]$/u.test(before.text)) return false;
  return !isCredit(after.text) && isCaption(before.text + after.text);
}
