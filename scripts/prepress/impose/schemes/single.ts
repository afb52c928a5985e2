import type { Scheme } from './scheme.js';

/** 单页: each page on a separate side with bleed and marks, for a printing house that does its own imposition. */
export const single: Scheme = {
  name: ['单页', '單頁', 'single pages'],
  multiple: 1,
  columns: 1,
  rows: 1,
  isDuplex: false,
  isNested: false,
  plan: (task) => ({
    sheets: Array.from({ length: task.pages }, (_, page) => ({
      front: [
        {
          page,
          xMm: (task.sheet.widthMm - task.trim.widthMm) / 2,
          yMm: (task.sheet.heightMm - task.trim.heightMm) / 2,
          turned: false,
          spine: (page % 2 === 0) === (task.binding === 'left') ? 'left' : 'right',
          creepMm: 0,
          isFolded: false,
        },
      ],
      signature: 1,
      layer: page,
    })),
    lines: [],
    ...task.sheet,
  }),
  afterwards: () => [
    '交付印厂，由印厂自行拼版。',
    '交付印刷廠，由印刷廠自行拼版。',
    'Give it to the printing house, which imposes the pages itself.',
  ],
};
