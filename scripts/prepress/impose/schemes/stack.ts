import type { Scheme } from './scheme.js';
import type { Cell, Sheet, Task } from './sheet.js';

const columns = 2;
const rows = 2;

/**
 * 裁叠: four pages on a side; the printed pile is cut into four, and the piles are stacked: upper left, upper right,
 * lower left, lower right. Each leaf follows the one before it in the same place of the next sheet.
 */
export const stack: Scheme = {
  name: ['四拼裁叠', '四拼裁疊', 'four-up cut and stack'],
  multiple: 2,
  columns,
  rows,
  isDuplex: true,
  isNested: false,
  plan: (task) => {
    const leaves = task.pages / 2;
    const count = Math.ceil(leaves / (columns * rows));
    const leafAt = (place: number, sheet: number) => {
      const leaf = place * count + sheet;
      return leaf < leaves ? leaf : undefined;
    };
    const sheets = Array.from({ length: count }, (_, sheet): Sheet => {
      const places = Array.from({ length: columns * rows }, (_, place) => ({
        leaf: leafAt(place, sheet),
        column: place % columns,
        row: Math.floor(place / columns),
      }));
      const isLeft = task.binding === 'left';
      return {
        front: places.map(({ leaf, column, row }) =>
          cell(task, { page: pageOf(leaf, 0), column, row, spine: isLeft ? 'left' : 'right' }),
        ),
        // Seen from behind, left is right.
        back: places.map(({ leaf, column, row }) =>
          cell(task, {
            page: pageOf(leaf, 1),
            column: columns - 1 - column,
            row,
            spine: isLeft ? 'right' : 'left',
          }),
        ),
        signature: 1,
        layer: sheet,
      };
    });
    return {
      sheets,
      lines: [
        { kind: 'cut', along: 'x', atMm: task.sheet.widthMm / 2 },
        { kind: 'cut', along: 'y', atMm: task.sheet.heightMm / 2 },
      ],
      ...task.sheet,
    };
  },
  afterwards: ({ heads }) => [
    `整叠裁成四份，${heads === 'together' ? '上面两份转半圈，' : ''}按左上、右上、左下、右下的次序自上而下相叠，再装订。`,
    `整疊裁成四份，${heads === 'together' ? '上面兩份轉半圈，' : ''}按左上、右上、左下、右下的次序自上而下相疊，再裝訂。`,
    `Cut the pile into four${heads === 'together' ? ', give the upper two half a turn,' : ''} and stack the piles, from the top: upper left, upper right, lower left, lower right; then bind.`,
  ],
};

const pageOf = (leaf: number | undefined, side: 0 | 1) => (leaf === undefined ? undefined : 2 * leaf + side);

function cell(
  { trim, sheet, cutGapMm, heads }: Task,
  {
    page,
    column,
    row,
    spine,
  }: { page: number | undefined; column: number; row: number; spine: Cell['spine'] },
): Cell {
  const leftMm = (sheet.widthMm - columns * trim.widthMm - (columns - 1) * cutGapMm) / 2;
  const topMm = (sheet.heightMm + rows * trim.heightMm + (rows - 1) * cutGapMm) / 2;
  const isTurned = heads === 'together' && row === 0;
  return {
    page,
    xMm: leftMm + column * (trim.widthMm + cutGapMm),
    yMm: topMm - (row + 1) * trim.heightMm - row * cutGapMm,
    // 头对头: heads of both rows lie at the cut in the middle, so that feet bleed at the sheet's edges.
    turned: isTurned,
    spine,
    creepMm: 0,
    isFolded: false,
  };
}
