import type { Finding } from '../finding.js';
import { comparable } from '../read/comparable.js';
import { findingAt, type Paper } from './paper.js';

const remedy = 'Print again: the outline is made from the headings.';

/** 书签: the outline has the headings of the book in the order of pages, nested as they are. */
export function checkNesting(paper: Paper): Finding[] {
  const { outline } = paper.reading;
  const expected = expectedOutline(paper);
  const wrong = expected.findIndex(
    ({ title, depth }, index) => outline[index]?.depth !== depth || plain(outline[index].title) !== title,
  );
  const at = wrong < 0 && outline.length > expected.length ? expected.length : wrong;
  if (at < 0) return [];
  const say = (entry: { title: string; depth: number } | undefined) =>
    entry ? `“${entry.title}” at depth ${entry.depth + 1}` : 'none';
  const message = `Unexpected outline entry ${say(outline[at])}, expected ${say(expected[at])}`;
  return [{ rule: 'outline', message, remedy }];
}

function expectedOutline({ written, placeOf }: Paper): { title: string; depth: number }[] {
  const open: number[] = [];
  const onPages = written.headings.map((heading) => ({ heading, page: placeOf(heading.start).page }));
  onPages.sort((one, other) => one.page - other.page);
  return onPages.map(({ heading: { title, rank } }) => {
    while (open.length > 0 && open.at(-1)! >= rank) open.pop();
    open.push(rank);
    return { title, depth: open.length - 1 };
  });
}

const plain = (text: string) => comparable(text).join('');

/** Headings are tagged with their relative level. */
export function checkLevels(paper: Paper): Finding[] {
  return paper.written.headings.flatMap(({ start, level }) => {
    let element = paper.elementOf(start);
    while (element && !/^H[1-6]?$/.test(element.type)) element = element.parent;
    if (!element || element.type === `H${level}`) return [];
    const problem = `is tagged ${element.type}, expected H${level}`;
    return [findingAt(paper, start, { rule: 'tag', problem, remedy })];
  });
}
