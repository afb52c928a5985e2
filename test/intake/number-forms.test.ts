import { expect, it } from 'vitest';
import { numberIn } from '../../scripts/intake/office/number-forms.js';

it.each([
  [
    'chineseCounting',
    [1, 10, 11, 20, 105, 110, 1001, 1234],
    '一 十 十一 二十 一百零五 一百一十 一千零一 一千二百三十四',
  ],
  ['chineseLegalSimplified', [3, 10, 205], '叁 壹拾 贰佰零伍'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 甲'],
  ['ideographDigital', [8, 20], '八 二〇'],
  ['lowerRoman', [4, 9, 40], 'iv ix xl'],
  ['upperLetter', [1, 26, 27], 'A Z AA'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
  ['decimalFullWidth', [10], '１０'],
  ['constructor', [7], '7'],
  ['none', [7], ''],
])('writes numbers of lists as %s', (form, values, expected) => {
  expect(values.map((value) => numberIn(form, value)).join(' ')).toBe(expected);
});
