/** Blocks that columns would tear: verse, which is one picture, and a signature below a table. */
const alone = '.verse:only-child, .verses:only-child';

/**
 * Marks bodies of a story that are not parted into columns. A sheet cannot ask for their children: on a page may stand
 * the verse alone of a body in columns that has more on the next one.
 */
export function markUnparted(root: HTMLElement): void {
  for (const body of root.querySelectorAll('.story-body')) {
    const blocks = [...body.children];
    if (blocks.every((block) => block.matches('.signature')) || blocks.some((block) => block.matches(alone)))
      body.classList.add('unparted');
  }
}

/** Keeps blank first paragraphs of a story with its first words: the contents lead to the page of these. */
export function keepBlankStarts(root: HTMLElement): void {
  for (const body of root.querySelectorAll('.story-body'))
    for (const block of body.children) {
      if (!(block instanceof HTMLElement) || block.textContent?.trim() !== '' || block.querySelector('img'))
        break;
      block.style.breakAfter = 'avoid';
    }
}

/**
 * A box that is higher is none for a page. It is measured before our lines are set, which may be more, and notes of
 * its text stand on the same page.
 */
const mostOfPage = 2 / 3;

/**
 * Opens boxes of brief stories that are too high: few characters may be a table of many rows, a list, or large on a
 * small page. A group becomes its stories, each in its box, and a story alone in a box an ordinary one.
 *
 * @param pageSize height of a page's text in px
 */
export function openBoxes(root: HTMLElement, pageSize: number): void {
  const isHigh = (box: HTMLElement) =>
    getComputedStyle(box).breakInside === 'avoid' && box.offsetHeight > mostOfPage * pageSize;
  for (const group of root.querySelectorAll<HTMLElement>('.briefs'))
    if (isHigh(group)) group.replaceWith(...group.childNodes);
  for (const story of root.querySelectorAll<HTMLElement>('.story.brief'))
    if (isHigh(story)) story.classList.remove('brief');
}
