import { visibleLength } from '../../text/visible.js';
import type { Group } from '../write/groups.js';

const marks = /[，。；：！？、.,;:!?]/u;

/**
 * 无标点: in a text without marks the first line looks like a title. It is none if it is exactly as long as the two lines
 * below it, which are full: nobody sets a title so by chance, and its text goes on in them.
 */
export function joinUnmarked(source: string, groups: readonly Group[]): Group[] {
  const [top, next] = groups;
  if (!top || !next || top.isFixed || next.isFixed || !isFull(source, top, next)) return [...groups];
  const joined: Group = {
    ...next,
    segments: [...top.segments, ...next.segments],
    text: top.text + next.text,
    joins: [...top.joins, next.joins[0]!, ...next.joins],
    opens: top.opens,
  };
  return [joined, ...groups.slice(2)];
}

function isFull(source: string, top: Group, next: Group): boolean {
  if (top.label !== 'headline' || next.label !== 'paragraph' || next.segments.length < 3) return false;
  if (top.segments.length > 1 || marks.test(top.text) || marks.test(next.text) || /\s/u.test(top.text))
    return false;
  const lengths = next.segments.slice(0, 2).map(({ start, end }) => visibleLength(source.slice(start, end)));
  return lengths.every((length) => length === visibleLength(top.text));
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a page of a serial that begins in the middle
却說那女子聽了這話低頭不語半晌纔嘆了一口
氣道我自離家以來飄泊江湖已是三年父母存亡
全無消息今日遇見恩人總算有了歸宿說罷淚如
雨下那漢子見他如此心中也覺酸楚便道姑娘不
必傷悲且在舍下住幾日待我托人打聽再作道理
---
paragraph: 却說那女子聽了這話低頭不語半晌纔嘆了一口氣道我自離家以來飄泊江湖已是三年父母存亡全無消息今日遇見恩人總算有了歸宿說罷淚如雨下那漢子見他如此心中也覺酸楚便道姑娘不必傷悲且在舍下住幾日待我托人打聽再作道理
`;
