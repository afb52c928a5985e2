import { describe, expect, it } from 'vitest';
import { generatedCharacters } from '../../scripts/typeset/compose/generated-characters.js';

describe('the characters that a sheet gives numbers of lists, marks of emphasis and ornaments', () => {
  it.each([
    ['ol { list-style-type: upper-roman }', 'IVX'],
    ['ol { list-style: inside lower-alpha; }', 'abz'],
    ['ol { list-style-type: simp-chinese-formal }', '贰拾'],
    ['ol { list-style-type: cjk-ideographic }', '一十百'],
    ['ol { list-style-type: cjk-heavenly-stem }', '甲癸'],
    ['em { text-emphasis: sesame }', '﹅'],
    ['em { text-emphasis-style: open circle }', '○'],
    ['em { text-emphasis: "※" #c00 }', '※'],
    ['@counter-style own { system: extends lower-roman; prefix: "（"; suffix: "）" }', '（）xv'],
    ['p::before { content: "※" } h1::after { content: "\\25C6  ✦" / "" }', '※◆✦'],
  ])('are in its fonts: %s', (css, characters) => {
    expect([...characters].filter((one) => !generatedCharacters(css).includes(one))).toEqual([]);
  });

  it('are none where it speaks of other things', () => {
    expect(generatedCharacters('p { font-family: "Chinese Roman" } ol { list-style: none }')).toBe('');
  });
});
