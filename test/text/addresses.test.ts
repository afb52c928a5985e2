import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressBreaks, addressesIn, addressPieces } from '../../scripts/text/addresses.js';

const shown = (text: string) => [...addressesIn(text)].map(({ found }) => addressPieces(found).join('|'));

describe('addresses in a text, and where their lines end', () => {
  it.each([
    [
      '详见https://www.example.gov.cn/a/t_1.html?a=1&b=2，另见',
      'https://|www|.example|.gov|.cn|/a|/t|_1|.html|?a=|1&|b=2',
    ],
    ['网站www.jinchang.gov.cn）', 'www|.jinchang|.gov|.cn'],
    ['投稿邮箱：jinchang_ribao-2025@163.com。', 'jinchang|_ribao|-2025|@163|.com'],
    ['（doi:10.1000/xyz123.456）', 'doi:|10|.1000|/xyz123|.456'],
    ['见people.com.cn/n1/2025', 'people|.com|.cn|/n1|/2025'],
    ['在https://zh.wikipedia.org/wiki/%E9%87%91%E6', 'https://|zh|.wikipedia|.org|/wiki|/%E9|%87|%91|%E6'],
  ])('%s', (text, wanted) => {
    expect(shown(text)).toEqual([wanted]);
  });

  it.each(['圆周率3.14159265358979', '第v1.2.3版', 'E-mail：a@b.cn', 'Mr.Smith', '2025.03.01—2025.04.01'])(
    'finds none to be parted in %s',
    (text) => expect(shown(text)).toEqual([]),
  );

  it('breaks a long word inside, but never leaves one or two characters', () => {
    const address = fc
      .array(fc.constantFrom(...'abc1./-_?=&%#~@:'), { minLength: 8, maxLength: 60 })
      .map((characters) => `http://${characters.join('')}`);
    fc.assert(
      fc.property(address, (text) => {
        for (const { found } of addressesIn(text)) {
          const breaks = addressBreaks(found);
          expect(breaks.every(({ at }) => at >= 3 && at <= found.length - 3)).toBe(true);
          expect(addressPieces(found).join('')).toBe(found);
        }
      }),
    );
    expect(Math.max(...addressPieces(`http://a.cn/${'x'.repeat(40)}`).map(({ length }) => length))).toBe(7);
  });
});
