import { type Task, wholeLines } from './note-room.browser.js';
import { footSize } from './page-notes.browser.js';
import { setPlateSize } from './spreads.browser.js';

/** Share of the page that a plate keeps, however long the notes of its caption: they go on overleaf. */
const leastShare = 0.5;

/** 整页图: a plate whose caption calls notes leaves them the foot of its page. */
export function fitPlates(task: Task): void {
  for (const plate of task.flow.content.querySelectorAll<HTMLElement>('.plate:not([data-split-from])'))
    fitPlate(task, plate);
}

/**
 * A plate that begins the next page also leaves room for the rest of an earlier page's notes. True if its size has
 * changed.
 */
export function fitNextPlate(task: Task): boolean {
  const plate = task.flow.content.querySelector<HTMLElement>('.plate');
  const box = plate?.getClientRects()[0];
  if (!plate || !box || box.height === 0 || task.flow.columnOf(box) > 0) return false;
  // The second half of a picture has the height of the first.
  if (plate.hasAttribute('data-split-from')) return false;
  const before = plate.style.cssText;
  fitPlate(task, plate);
  return plate.style.cssText !== before;
}

function fitPlate({ flow, foot, pending, grid }: Task, plate: HTMLElement): void {
  const notes = pending.filter(({ call }) => plate.contains(call)).map(({ note }) => note);
  foot.list.append(...notes);
  const taken = footSize(foot);
  for (const note of notes) note.remove();
  const left = Math.max(flow.fullSize - taken, leastShare * flow.fullSize);
  setPlateSize(plate, taken === 0 ? undefined : wholeLines(left, grid));
}
