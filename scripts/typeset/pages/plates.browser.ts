import { type Task, wholeLines } from './note-room.browser.js';
import { footSize } from './page-notes.browser.js';

/** Share of the page that a plate keeps, however long the notes of its caption: they go on overleaf. */
const leastShare = 0.5;

/** 整页图: a plate whose caption calls notes leaves them the foot of its page. */
export function fitPlates({ flow, foot, pending, grid }: Task): void {
  for (const plate of flow.content.querySelectorAll<HTMLElement>('.plate')) {
    const notes = pending.filter(({ call }) => plate.contains(call)).map(({ note }) => note);
    if (notes.length === 0) continue;
    foot.list.append(...notes);
    const left = Math.max(flow.fullSize - footSize(foot), leastShare * flow.fullSize);
    for (const note of notes) note.remove();
    plate.style.blockSize = `${wholeLines(left, grid)}px`;
  }
}
