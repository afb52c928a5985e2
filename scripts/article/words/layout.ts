import type { Sentence } from './sentence.js';

/** Sentences about blocks that no page has room for; a block is named by its first words, in quotation marks. */
export const layout = {
  'table-too-wide': [
    '表格{1}太宽：用小六号字、转向、分段之后仍排不下',
    '表格{1}太寬：用小六號字、轉向、分段之後仍排不下',
    'The table {1} is too wide for the page, even in the smallest type, turned, and split between its columns',
  ],
  'narrow-table': [
    '在长串的数字或字母之间加空格，去掉几列，或换大一些的开本（trim）。',
    '在長串的數字或字母之間加空格，去掉幾欄，或換大一些的開本（trim）。',
    'Put spaces into long figures or words, remove columns, or choose a larger trim size.',
  ],
  'block-too-large': [
    '{1}比版心大，排不下',
    '{1}比版心大，排不下',
    'There is no room on a page for {1}, which is larger than the type area',
  ],
  'smaller-block': [
    '把它分开，或在样式表里把它缩小。',
    '把它分開，或在樣式表裡把它縮小。',
    'Split it, or make it smaller in the style sheet.',
  ],
  'browser-lines': [
    '{1}照重排的断行排不进版心，所在的版改由浏览器断行，行尾和标点不如别处整齐',
    '{1}照重排的斷行排不進版心，所在的版改由瀏覽器斷行，行尾和標點不如別處整齊',
    'The browser broke the lines of this section, less evenly than elsewhere: with those of chongpai, {1} had no room on its page',
  ],
  'other-words': [
    '改一改这一段前后的文字，或换一种开本（trim），再排一次。',
    '改一改這一段前後的文字，或換一種開本（trim），再排一次。',
    'Change a few words before it, or choose another trim size, and build again.',
  ],
} as const satisfies Record<string, Sentence>;
