import type { Sentence } from './sentence.js';

/** Sentences about blocks that no page has room for. */
export const layout = {
  'table-too-wide': [
    '表格“{1}”太宽：用小六号字、转向、分段之后仍排不下',
    '表格「{1}」太寬：用小六號字、轉向、分段之後仍排不下',
    'The table {1} is too wide for the page, even in the smallest type, turned, and split between its columns',
  ],
  'narrow-table': [
    '在长串的数字或字母之间加空格，去掉几列，或换大一些的开本（trim）。',
    '在長串的數字或字母之間加空格，去掉幾欄，或換大一些的開本（trim）。',
    'Put spaces into long figures or words, remove columns, or choose a larger trim size.',
  ],
  'block-too-large': [
    '“{1}”比版心大，排不下',
    '「{1}」比版心大，排不下',
    'There is no room on a page for {1}, which is larger than the type area',
  ],
  'smaller-block': [
    '把它分开，或在样式表里把它缩小。',
    '把它分開，或在樣式表裡把它縮小。',
    'Split it, or make it smaller in the style sheet.',
  ],
} as const satisfies Record<string, Sentence>;
