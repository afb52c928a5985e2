import type { Sheet, Task } from './sheet.js';
import { mirrored, spreadCells } from './spread-cells.js';

/**
 * Sheets folded once and nested: the outermost has the first and the last pages.
 *
 * 爬移: a sheet's fold is inside those around it, one thickness of paper each, and its fore-edge protrudes as much
 * before it is cut; so its pages move that far towards the spine, and all outer margins are equal after cutting.
 *
 * @param from index of the first page; @param count number of sheets.
 */
export function nest(
  task: Task,
  { from, count, signature }: { from: number; count: number; signature: number },
): Sheet[] {
  const last = from + 4 * count - 1;
  return Array.from({ length: count }, (_, layer) => {
    const cells = (pages: readonly [number, number]) =>
      spreadCells(task, mirrored(pages, task.binding), {
        gapMm: task.spineGapMm,
        creepMm: layer * task.paperMm,
        touch: 'spine',
      });
    return {
      front: cells([last - 2 * layer, from + 2 * layer]),
      back: cells([from + 2 * layer + 1, last - 2 * layer - 1]),
      signature,
      layer,
    };
  });
}

/** The fold in the middle of a sheet of two pages. */
export const middleFold = ({ sheet }: Task) => ({
  kind: 'fold' as const,
  along: 'x' as const,
  atMm: sheet.widthMm / 2,
});
