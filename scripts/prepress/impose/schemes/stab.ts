import type { Scheme } from './scheme.js';
import { mirrored, spreadCells } from './spread-cells.js';

/**
 * 线装: a leaf 筒子页 is printed on one side, recto and verso of the same leaf beside each other, and folded at its
 * fore-edge with the print outside; the open ends are stitched through at the side. Any printer can print it.
 */
export const stab: Scheme = {
  name: ['线装（筒子页）', '線裝（筒子頁）', 'stab binding, folded leaves'],
  multiple: 2,
  columns: 2,
  rows: 1,
  isDuplex: false,
  isNested: false,
  plan: (task) => ({
    sheets: Array.from({ length: task.pages / 2 }, (_, leaf) => ({
      front: spreadCells(task, mirrored([2 * leaf, 2 * leaf + 1], task.binding), {
        gapMm: 0,
        creepMm: 0,
        touch: 'fore-edge',
      }),
      signature: 1,
      layer: leaf,
    })),
    lines: [{ kind: 'fold', along: 'x', atMm: task.sheet.widthMm / 2 }],
    ...task.sheet,
  }),
  afterwards: () => [
    '每张字面朝外对折，折边作切口，依次叠齐，在书脊一侧打孔穿线。',
    '每張字面朝外對摺，摺邊作切口，依次疊齊，在書脊一側打孔穿線。',
    'Fold each sheet with the print outside, lay them in order with the folds at the fore-edge, and stitch through the side at the spine.',
  ],
};
