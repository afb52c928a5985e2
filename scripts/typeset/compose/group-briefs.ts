import type { Element } from 'hast';
import { h } from 'hastscript';
import { EXIT, visit } from 'unist-util-visit';
import type { Part } from '../parts/part.js';

/** A box of more than these would not be sure to fit on a page. */
const mostBriefs = 6;
const mostCharacters = 480;

/**
 * 简讯: brief stories after each other are one group, which a theme may box. The text is the same, in the same order.
 */
export function groupBriefs(parts: readonly Part[]): Part[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const open = groups.at(-1);
    if (open && isBrief(open[0]!) && isBrief(part) && hasRoom([...open, part])) open.push(part);
    else groups.push([part]);
  }
  return groups.flatMap((group) => (group.length > 1 ? [boxed(group)] : group));
}

const boxed = (group: readonly Part[]): Part => ({
  html: [
    h(
      'div.briefs',
      // No column of the box stays empty.
      { style: `--briefs: ${group.length}` },
      group.flatMap(({ html }) => html),
    ),
  ],
  passages: group.flatMap(({ passages }) => passages),
});

const hasRoom = (group: readonly Part[]) =>
  group.length <= mostBriefs &&
  group.flatMap(({ passages }) => passages).reduce((sum, { text }) => sum + text.length, 0) <= mostCharacters;

const isBrief = ({ html: [first] }: Part) =>
  first !== undefined && classesOf(first).includes('brief') && !hasPicture(first);
/** One with a picture has a box for itself: six pictures above each other have no room in one. */
function hasPicture(story: Element): boolean {
  let has = false;
  visit(story, { tagName: 'img' }, () => {
    has = true;
    return EXIT;
  });
  return has;
}
const classesOf = ({ properties }: Element) => [properties.className].flat();
