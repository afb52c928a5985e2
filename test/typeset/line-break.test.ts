import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakKind, lineBreaks } from '../../scripts/text/line-break.js';
import { lineEndProhibited, lineStartProhibited } from '../../scripts/text/prohibition.js';
import { breakInto } from '../../scripts/typeset/lines/break-into.browser.js';
import { breakLines } from '../../scripts/typeset/lines/break-lines.browser.js';
import { candidateOf, prefixSums } from '../../scripts/typeset/lines/candidate.browser.js';
import { fitLine } from '../../scripts/typeset/lines/fit-line.browser.js';
import type { Measured } from '../../scripts/typeset/lines/measured.browser.js';

/** The text with `|` wherever a line may end. */
function shown(text: string): string {
  const kinds = lineBreaks(text);
  return [...text.split('')]
    .map((char, at) => (kinds[at] === breakKind.never || kinds[at] === breakKind.torn ? '' : '|') + char)
    .join('');
}

describe('where a line may end', () => {
  it.each([
    ['完成投资309亿元', '|完|成|投|资|309亿元'.slice(1)],
    ['增长13.6%，居第1位', '增|长|13.6%，|居|第1位'],
    ['“2+4”体系', '“2+4”|体|系'],
    ['他说：“好。”众人', '他|说：|“好。”|众|人'],
    ['这是——答案……的', '这|是|——|答|案……|的'],
    ['（记者郭晨阳）说', '（记|者|郭晨阳）|说'],
    ['利用MES系统', '利|用|MES|系|统'],
    ['一家👨‍👩‍👧来', '一|家|👨‍👩‍👧|来'],
    ['好👍🏽的🇨🇳🇭🇰旗', '好|👍🏽|的|🇨🇳|🇭🇰|旗'],
    ['拼音ā在', '拼|音|ā|在'],
  ])('%s', (text, wanted) => {
    expect(shown(text)).toBe(wanted);
  });

  it('knows marks that may not begin or end a line, whatever surrounds them', () => {
    const marks = fc.constantFrom(...'甲乙丙，。、；：！？“”‘’《》（）…—·12%AB 　');
    fc.assert(
      fc.property(fc.string({ unit: marks, maxLength: 40 }), (text) => {
        const kinds = lineBreaks(text);
        for (let at = 1; at < text.length; at++)
          if (kinds[at] !== breakKind.never) {
            expect(lineStartProhibited.has(text[at]!)).toBe(false);
            expect(lineEndProhibited.has(text[at - 1]!)).toBe(false);
          }
      }),
    );
  });
});

/** Full-width text: each mark takes an em, of which it can lose half. */
function measured(text: string): Measured {
  const of = (value: (char: string) => number) => Float64Array.from([...text], value);
  const bytes = (value: (char: string) => number) => Uint8Array.from([...text], value);
  const isMark = (char: string) => '，。、；'.includes(char);
  return {
    widths: of(() => 1),
    joints: of(() => 0),
    extras: of(() => 0),
    pads: of(() => 0),
    breaks: lineBreaks(text),
    startBlank: of(() => 0),
    endBlank: of((char) => (isMark(char) ? 0.5 : 0)),
    spare: of((char) => (isMark(char) ? 0.5 : 0)),
    stretch: of((char) => (isMark(char) ? 1 / 8 : 0)),
    blankSides: bytes(() => 0),
    isHalved: bytes(() => 0),
    gaps: bytes(() => 1),
    tightens: bytes(() => 1),
    figures: bytes(() => 0),
    counts: bytes((char) => (isMark(char) ? 0 : 1)),
    isDash: bytes((char) => ('—…'.includes(char) ? 1 : 0)),
    isBlank: bytes(() => 0),
    isElastic: bytes(() => 0),
  };
}

const linesOf = (text: string, measure: number) =>
  breakLines(measured(text), { measure, indent: 0 })?.map(({ start, end }) => text.slice(start, end));

describe('how a paragraph is broken', () => {
  it('lets no character be alone on the last line', () => {
    expect(linesOf('一二三四五六七八九十甲乙丙', 12)?.at(-1)).toBe('乙丙');
    expect(linesOf('一二三四五六七八，九十甲乙丙。', 13)?.at(-1)).not.toBe('丙。');
  });

  it('takes the blanks of marks before it makes gaps wide', () => {
    const [first] = breakLines(measured('一二，三，四五六七八九十甲乙丙丁戊己庚辛'), {
      measure: 10,
      indent: 0,
    })!;
    expect(first!.slack / 9).toBeLessThanOrEqual(1 / 8);
  });

  it('makes two lines with gaps that nobody sees sooner than one with gaps that are seen', () => {
    const text = '一123亿元三四五六七八九十甲，丙丁戊己庚辛壬癸子丑寅卯辰巳，未申。';
    const gaps = breakLines(measured(text), { measure: 15, indent: 0 })!.map(({ gap }) => Math.abs(gap));
    expect(gaps.filter((gap) => gap > 0.005)).toHaveLength(2);
    expect(Math.max(...gaps)).toBeLessThan(0.04);
  });

  it('gains a line only where nobody sees the gaps', () => {
    const firstGap = (characters: number) =>
      breakInto(measured('甲'.repeat(characters)), { measure: 28, indent: 0 }, 2)?.[0]?.gap;
    expect(firstGap(29)).toBeCloseTo(1 / 26);
    expect(firstGap(28)).toBeUndefined();
  });

  it('takes and gives space at all marks alike, and leaves Chinese in its columns', () => {
    const of = (text: string, measure: number) => breakLines(measured(text), { measure, indent: 0 })![0]!;
    const tight = of('一二，三四，五六，七八九十甲乙丙丁戊己庚辛', 14.75);
    expect(tight).toMatchObject({ end: 15, squeeze: expect.closeTo(1 / 6), slack: expect.closeTo(0) });
    const text = measured('一二，三四，五六，七八九十甲乙丙');
    const loose = candidateOf(text, prefixSums(text), { start: 0, end: 10, measure: 10.1 });
    expect(fitLine(text, loose, false)!.line).toMatchObject({
      spread: expect.closeTo(0.1 / (3 / 8)),
      slack: expect.closeTo(0),
    });
  });

  it('parts a number from its unit only where the line would have holes', () => {
    expect(linesOf('一二三四五六七八12345亿元甲乙', 14)).toEqual(['一二三四五六七八12345', '亿元甲乙']);
    expect(linesOf('一二三四五六七八九十甲1234亿元甲乙', 12)?.[0]).toBe('一二三四五六七八九十甲');
  });

  it('parts a date behind its year sooner than behind its month', () => {
    expect(linesOf(`${'一'.repeat(20)}2011年10月29日甲乙丙丁戊己`, 28)?.[0]).toMatch(/年$/);
  });

  it('widens a blank before the gaps', () => {
    const text = { ...measured('甲乙 丙丁戊己庚辛12345丑寅'), isElastic: new Uint8Array(16) };
    text.isElastic[2] = text.isBlank[2] = 1;
    const [first] = breakLines(text, { measure: 10.5, indent: 0 })!;
    expect(first).toMatchObject({ blank: expect.closeTo(0.5) });
    expect(first!.slack / 8).toBeLessThanOrEqual(1 / 8);
  });

  it('squeezes a mark in the middle of its em at the line’s end, too', () => {
    const text = measured('一二三四五六七八九，十甲乙丙丁戊己庚辛壬');
    const centred = { ...text, blankSides: text.blankSides.map((_, at) => (text.spare[at]! > 0 ? 2 : 0)) };
    const [first] = breakLines({ ...centred, endBlank: new Float64Array(20) }, { measure: 9.5, indent: 0 })!;
    expect(first).toMatchObject({ end: 10, squeeze: expect.closeTo(1), slack: expect.closeTo(0) });
  });

  it('takes half of a blank of an em before a character is pushed down', () => {
    const text = measured('第一条　二三四五六七八九十甲乙丙丁戊己');
    text.isElastic[3] = 1;
    text.spare[3] = text.stretch[3] = 0.5;
    const [first] = breakLines(text, { measure: 9.5, indent: 0 })!;
    expect(first).toMatchObject({ end: 10, squeeze: expect.closeTo(1), gap: 0 });
  });

  it('loses nothing and keeps its measure, or says that it cannot', () => {
    const chars = fc.constantFrom(...'天地玄黄，宇宙洪荒。日月盈昃、辰宿列张；');
    fc.assert(
      fc.property(
        fc.string({ unit: chars, maxLength: 120 }),
        fc.integer({ min: 10, max: 30 }),
        (text, measure) => {
          const lines = breakLines(measured(text), { measure, indent: 2 });
          if (!lines) return;
          expect(lines.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          for (const { slack } of lines) expect(slack).toBeGreaterThan(-0.01);
        },
      ),
    );
  });
});
