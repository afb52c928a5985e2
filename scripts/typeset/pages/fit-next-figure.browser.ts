import { leastShare } from '../feet/fit-figures.browser.js';
import { planAt, type Task } from './note-room.browser.js';

/** Figures that were tried, whether or not they fitted. */
const tried = new WeakSet<Element>();

/**
 * 缩图 in a galley with notes, whose pages are known one by one: a figure at the head of one of the next pages is set
 * smaller, if the page before has nearly enough room for it.
 *
 * @param size height of the text on those pages, in px.
 * @param most the last page that is looked at, from 1, behind the first.
 * @returns true if a figure is smaller now; the flow is then laid out anew.
 */
export function fitNextFigure(task: Task, size: number, most: number): boolean {
  const { flow, grid } = task;
  if (grid <= 1 || getComputedStyle(flow.content).writingMode.startsWith('vertical')) return false;
  for (const figure of flow.content.querySelectorAll<HTMLElement>('figure:not(.plate)')) {
    const box = figure.getClientRects()[0];
    const before =
      figure.previousElementSibling && [...figure.previousElementSibling.getClientRects()].at(-1);
    if (!box || !before || tried.has(figure) || isInColumns(figure)) continue;
    const page = flow.columnOf(box);
    if (page > most) return false;
    if (page < 1 || flow.columnOf(before) !== page - 1) continue;
    tried.add(figure);
    const lower = Math.ceil((box.height - (size - flow.endOf(before))) / grid) * grid;
    if (shrink(figure, lower)) {
      planAt(task, size);
      const now = figure.getClientRects()[0];
      if (now && flow.columnOf(now) === page - 1) return true;
      for (const { style } of figure.querySelectorAll('img')) style.maxBlockSize = '';
      planAt(task, size);
    }
  }
  return false;
}

/** In columns beside each other the white below the text is not all that a figure could have. */
const isInColumns = (figure: Element) => Number(getComputedStyle(figure.parentElement!).columnCount) > 1;

function shrink(figure: Element, lower: number): boolean {
  const pictures = [...figure.querySelectorAll('img')];
  const heights = pictures.map((picture) => picture.getBoundingClientRect().height);
  if (lower <= 0 || !heights.every((height) => height - lower >= height * leastShare)) return false;
  for (const [at, { style }] of pictures.entries()) style.maxBlockSize = `${heights[at]! - lower}px`;
  return true;
}
