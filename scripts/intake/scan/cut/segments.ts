import type { Box } from '../../../article/layout.js';
import type { Ink } from '../ink.js';

/** White in a line that is wider, in em, parts two: headlines beside each other, cells of a table. */
const mostWhite = 3;

/** A stretch of ink in a row of cells, and the one that stands for all that touch it. */
interface Stretch {
  from: number;
  to: number;
  row: number;
  up: Stretch;
}

/**
 * Lines of text, or parts of them: ink that touches, or that is beside each other with no barrier between. Lines that
 * touch, and pictures, are one. Boxes in cells.
 */
export function segmentsOf(ink: Ink, barriers: Uint8Array, em: number): Box[] {
  const stretches: Stretch[] = [];
  let above: Stretch[] = [];
  for (let row = 0; row < ink.height; row++) {
    const here = stretchesIn(ink, barriers, { row, most: mostWhite * em });
    for (const one of here)
      for (const other of above)
        if (other.from <= one.to && one.from <= other.to) rootOf(one).up = rootOf(other);
    stretches.push(...here);
    above = here;
  }
  const boxes = new Map<Stretch, Box>();
  for (const one of stretches) {
    const root = rootOf(one);
    const box = boxes.get(root);
    if (!box) boxes.set(root, { left: one.from, right: one.to, top: one.row, bottom: one.row + 1 });
    else {
      box.left = Math.min(box.left, one.from);
      box.right = Math.max(box.right, one.to);
      box.bottom = one.row + 1;
    }
  }
  return [...boxes.values()];
}

function rootOf(one: Stretch): Stretch {
  let root = one;
  while (root.up !== root) root = root.up;
  // A shorter way for the next time.
  for (let at = one; at !== root; ) {
    const next = at.up;
    at.up = root;
    at = next;
  }
  return root;
}

/** The stretches of a row: white between them that is narrow, and no barrier, is filled. */
function stretchesIn({ width, on }: Ink, barriers: Uint8Array, { row, most }: { row: number; most: number }) {
  const found: Stretch[] = [];
  const start = row * width;
  for (let x = 0; x < width; x++) {
    if (!on[start + x]) continue;
    const last = found.at(-1);
    const isNear = last && x - last.to <= most;
    if (isNear && (x === last.to || !barriers.subarray(start + last.to, start + x).includes(1)))
      last.to = x + 1;
    else {
      const one = { from: x, to: x + 1, row } as Stretch;
      one.up = one;
      found.push(one);
    }
  }
  return found;
}
