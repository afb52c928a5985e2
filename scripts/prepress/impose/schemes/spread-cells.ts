import type { Cell, Task } from './sheet.js';

/**
 * Two pages side by side in the middle of a sheet. `spine` tells where they touch: at the spine, as in a folded sheet
 * of a book, or at the fore-edge, as in a leaf of a thread-bound one.
 *
 * @param pages left and right, as seen.
 */
export function spreadCells(
  task: Pick<Task, 'trim' | 'sheet'>,
  [left, right]: readonly [number | undefined, number | undefined],
  { gapMm, creepMm, touch }: { gapMm: number; creepMm: number; touch: 'spine' | 'fore-edge' },
): Cell[] {
  const { trim, sheet } = task;
  const xMm = (sheet.widthMm - 2 * trim.widthMm - gapMm) / 2;
  const yMm = (sheet.heightMm - trim.heightMm) / 2;
  const shared = { yMm, turned: false, creepMm, isFolded: touch === 'spine' && gapMm === 0 };
  const inner = touch === 'spine';
  return [
    { ...shared, page: left, xMm, spine: inner ? 'right' : 'left' },
    { ...shared, page: right, xMm: xMm + trim.widthMm + gapMm, spine: inner ? 'left' : 'right' },
  ];
}

/** Left and right in a book that is bound at the right. */
export function mirrored<T>([left, right]: readonly [T, T], binding: Task['binding']): readonly [T, T] {
  return binding === 'left' ? [left, right] : [right, left];
}
