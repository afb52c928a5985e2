import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineNumbers } from '../../scripts/restore/doubts/line-numbers.js';
import { areBlanksNoise } from '../../scripts/restore/measure/blanks.js';
import { splitLines } from '../../scripts/restore/measure/lines.js';
import { beginsWith, charactersOf, consistsOf, endsWith, isOneOf } from '../../scripts/text/ends.js';
import { isImprint } from '../../scripts/text/press/imprint.js';
import { isCreditInBrackets, isOldAuthor, isPenName } from '../../scripts/text/press/names.js';
import { looksLikeTail } from '../../scripts/text/press/tails.js';
import { remember } from '../../scripts/text/remember.js';

const words = fc
  .array(fc.constantFrom(...'（）【】()[一二〇、，。年月日版转记者0９Aa \u3000\t𠀀\ud840'), { maxLength: 12 })
  .map((characters) => characters.join(''));

describe('glances before patterns', () => {
  const round = charactersOf('（）');
  const digits = charactersOf('0123456789');

  it('finds the characters of a set, folded at the ends and as written inside', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(beginsWith(text, round)).toBe(/^[（）()]/u.test(text));
        expect(endsWith(text, digits)).toBe(/[0-9０-９]$/u.test(text));
        expect(consistsOf(text, round)).toBe(/^[（）]*$/u.test(text));
      }),
    );
    expect(isOneOf(Number.NaN, round)).toBe(false);
    expect(isOneOf(-1, round)).toBe(false);
  });

  const tokens = [
    ...[
      'A2版',
      '第三版',
      'B3',
      '— 4 —',
      '2025年2月26日',
      '民国二十年三月四日',
      '2025-02-26',
      '星期三',
      '周三',
    ],
    ...['农历乙巳年正月廿九', '甲辰年闰二月初三日', '农历腊月三十', 'FRIDAY', 'April 3, 2026', '3 Sep 2026'],
    ...[
      '总第12345期',
      '创刊第3号',
      '今日8版',
      '今天本报共四大张',
      '金昌日报',
      '金 昌 日 报',
      '中国青年报',
      '要闻',
    ],
  ];
  const blanks = fc.constantFrom(' ', '\u3000', ' | ');
  const row = fc.array(fc.tuple(fc.constantFrom(...tokens), blanks), { minLength: 2, maxLength: 4 });

  it('let every row of tokens pass as imprint, also before the names of the staff', () => {
    fc.assert(
      fc.property(row, (parts) => {
        const text = parts.map(([token, blank], at) => (at > 0 ? blank : '') + token).join('');
        if (text.length > 56) return;
        expect(isImprint(text)).toBe(true);
        const signed = `${text} 编辑 林璐`;
        expect(isImprint(signed)).toBe(true);
      }),
    );
  });

  it.each([
    ['（摄影：高二（3）班　郑凯）', isCreditInBrackets],
    ['【文/图：李文】', isCreditInBrackets],
    ['(图片：李文)', isCreditInBrackets],
    ['　（丹翁）', isPenName],
    ['(丹翁)', isPenName],
    ['李涵秋译', isPenName],
    ['〔明〕李　攀', isOldAuthor],
    ['［智利］胡安·莫拉', isOldAuthor],
    ['(据新华社北京12月30日电)', looksLikeTail],
    ['　（完）', looksLikeTail],
  ])('let pass %s', (text, is) => expect(is(text)).toBe(true));
});

describe('what is remembered', () => {
  it('is what would be answered, however many texts were asked about', () => {
    let asked = 0;
    const known = remember((text) => {
      asked++;
      return `${text.length} ${text}`;
    });
    const texts = Array.from(
      { length: 20_000 },
      (_, number) => `${String.fromCharCode(0x4e00 + number)}是第${number}行`,
    );
    const answers = texts.map((text) => `${text.length} ${text}`);
    expect(texts.map(known)).toEqual(answers);
    expect(known('')).toBe('0 ');
    const first = asked;
    expect(texts.map(known)).toEqual(answers);
    // Texts that had no room beside others like them are asked about again.
    expect(asked - first).toBeLessThan(texts.length);
  });

  it('is right for rows alike, for a question in a question, and when all texts have been forgotten', () => {
    const length = remember((text) => text.length);
    const half = remember((text) => (text.length % 2 === 0 ? length(text) / 2 : undefined));
    // More texts than are remembered, of which only the middle differs.
    for (let number = 0; number < 270_000; number += 1) {
      const text = `1952　${number}　合计一百二十户`;
      const own = text.length % 2 === 0 ? text.length / 2 : undefined;
      if (half(text) !== own || half(text) !== own) expect(half(text)).toBe(own);
    }
    expect(half('一二三')).toBeUndefined();
    expect(half('一二三四')).toBe(2);
  });
});

describe('numbers of lines', () => {
  it('count every line end once', () => {
    const text = fc
      .array(fc.constantFrom('\n', '\r', '\r\n', '字', '\f'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(30), (source, place) => {
        const ends = source.slice(0, place).match(/\r|(?<!\r)\n/gu)?.length ?? 0;
        expect(lineNumbers(source)(place)).toBe(ends + 1);
      }),
    );
  });
});

describe('blanks between Han', () => {
  const line = (blank: string) => `今${blank}天${blank}上${blank}午大${blank}会${blank}开幕了`;

  it.each([
    ['one', ' ', true],
    ['two', '\u00a0\t', true],
    ['none', '', false],
    ['a letter', 'a', false],
  ])('are noise if most lines have them: %s', (_, blank, isNoise) => {
    const text = Array.from({ length: 9 }, () => line(blank)).join('\n');
    // A line with a tab says nothing.
    expect(areBlanksNoise(splitLines(text))).toBe(isNoise && !blank.includes('\t'));
  });
});
