import { foldLine } from '../../text/fold.js';
import { isItemStart } from '../../text/press/items.js';
import { edgeNumbers } from '../numbers/structure.js';
import type { Group, Label } from '../write/groups.js';

/** 1. or 一、 or ●; not （一） and 一, which alone on a line number the sections of an essay. */
const loneMark = /^(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、|[●■◆▲△★☆□◇○•])$/u;
const texts: ReadonlySet<Label> = new Set(['paragraph', 'list', 'crosshead', 'headline']);

/** 项目符号: a number or bullet that the extraction put on a line of its own begins the block behind it. */
export function joinLoneMarks(groups: readonly Group[]): Group[] {
  const result: Group[] = [];
  for (const group of groups) {
    const last = result.at(-1);
    if (last && isLoneMark(last) && texts.has(group.label) && !group.isFixed && !isItemStart(group.text))
      result[result.length - 1] = {
        ...group,
        segments: [...last.segments, ...group.segments],
        text: last.text + group.text,
        joins: [edgeNumbers.loneMark, ...group.joins],
      };
    else result.push(group);
  }
  return result;
}

const isLoneMark = ({ text, segments, isFixed }: Group) =>
  segments.length === 1 && !isFixed && loneMark.test(foldLine(text.trim()));

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## numbers on lines of their own
会议审议了下列事项并作出决定，各项决定自即日起施行：

1.

审查和批准国民经济和社会发展计划；

2.

审查和批准预算。
---
paragraph: 会议审议了下列事项并作出决定，各项决定自即日起施行：
list: 1.审查和批准国民经济和社会发展计划；
list: 2.审查和批准预算。
`;
