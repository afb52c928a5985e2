import { middleFold, nest } from './nest.js';
import type { Scheme } from './scheme.js';

/** 骑马订: all sheets folded into each other and stapled through the fold. */
export const saddle: Scheme = {
  name: ['骑马订', '騎馬釘', 'saddle stitch'],
  multiple: 4,
  columns: 2,
  rows: 1,
  isDuplex: true,
  isNested: true,
  plan: (task) => ({
    sheets: nest(task, { from: 0, count: task.pages / 4, signature: 1 }),
    lines: [middleFold(task)],
    ...task.sheet,
  }),
  afterwards: () => [
    '印好后不要打乱次序，整叠对折，在折缝上订两钉，再裁齐切口。',
    '印好後不要打亂次序，整疊對摺，在摺縫上釘兩釘，再裁齊切口。',
    'Keep the sheets in order, fold the whole pile once, staple it twice through the fold, and trim the fore-edge.',
  ],
};
