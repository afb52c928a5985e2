import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactText } from '../../scripts/prepress/finish/compact-text.js';
import { listen } from '../../scripts/prepress/finish/listener.js';
import { rewrite } from '../../scripts/prepress/finish/rewrite.js';
import type { Operand } from '../../scripts/prepress/read/read-operand.js';
import { tokenize } from '../../scripts/prepress/read/tokenize.js';

/** Widths of a made-up font: two kinds of character. */
const width = (code: number) => (code % 3 === 0 ? 1000 : 520);
const fonts = new Map([
  ['/F1', { codeBytes: 2 as const, width }],
  ['/F2', { codeBytes: 1 as const, width }],
]);

/** Places of the codes shown by a stream: an independent interpreter, after ISO 32000-1 §9.4. */
function shown(bytes: Uint8Array): { code: number; x: number; y: number }[] {
  const glyphs: { code: number; x: number; y: number }[] = [];
  let [lineX, lineY, x, gap, size] = [0, 0, 0, 0, 0];
  let font = fonts.get('/F1')!;
  const show = (item: Operand | undefined) => {
    if (typeof item === 'number') x -= (item * size) / 1000;
    if (!(item instanceof Uint8Array)) return;
    for (let at = 0; at < item.length; at += font.codeBytes) {
      const code = font.codeBytes === 2 ? item[at]! * 256 + item[at + 1]! : item[at]!;
      glyphs.push({ code, x, y: lineY });
      x += (width(code) * size) / 1000 + gap;
    }
  };
  tokenize(bytes, (operator, operands) => {
    const [first, second] = operands as [number, number];
    if (operator === 'Tc') gap = first;
    else if (operator === 'Tf') [font, size] = [fonts.get(operands[0] as string)! as typeof font, second];
    else if (operator === 'Tj') show(operands[0]);
    else if (operator === 'TJ') for (const item of operands[0] as Operand[]) show(item);
    else if (operator === 'BT') [lineX, lineY, x] = [0, 0, 0];
    else if (operator === 'Td') [lineX, lineY, x] = [lineX + first, lineY + second, lineX + first];
    else if (operator === 'Tm')
      [lineX, lineY, x] = [operands[4] as number, operands[5] as number, operands[4] as number];
  });
  return glyphs;
}

const hex = (code: number) => code.toString(16).padStart(4, '0');
const code = fc.oneof(fc.nat(0xffff), fc.constantFrom(0x280d, 0x295c, 0x0d0a, 0x5c5c, 0x0028));
const place = fc.double({ min: -40, max: 40, noNaN: true }).map((value) => value.toFixed(5));
const operator = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(place, code).map(([x, one]) => `${x} 0 Td <${hex(one)}> Tj`) },
  fc.array(code, { maxLength: 4 }).map((codes) => `<${codes.map(hex).join('')}> Tj`),
  fc.tuple(place, place).map(([x, y]) => `${x} ${y} Td`),
  fc.tuple(place, place).map(([x, y]) => `1 0 0 1 ${x} ${y} Tm`),
  fc.constantFrom('/F1 14 Tf', '/F2 9 Tf', '/F1 8.5 Tf', 'ET BT', 'EMC', '1 g'),
);
const stream = fc.array(operator, { maxLength: 40 }).map((list) => `/F1 14 Tf BT ${list.join('\n')} ET`);

const compacted = (bytes: Uint8Array) =>
  rewrite(
    bytes,
    listen(
      bytes,
      compactText((name) => fonts.get(name)),
    ),
  );

describe('compactText', () => {
  it('shows the same codes in the same places, whatever the order of operators', () => {
    fc.assert(
      fc.property(stream, (text) => {
        const before = Buffer.from(text);
        const [one, other] = [shown(before), shown(compacted(before))];
        expect(other.map((glyph) => glyph.code)).toEqual(one.map((glyph) => glyph.code));
        for (const [at, { x, y }] of one.entries()) {
          expect(Math.abs(x - other[at]!.x)).toBeLessThan(0.01);
          expect(y).toBeCloseTo(other[at]!.y, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('writes a justified line as one string', () => {
    const line =
      'BT /F1 14 Tf 1 0 0 -1 9 9 Tm <0003> Tj 14.5274353 0 Td <0006> Tj 14.5274506 0 Td <0009> Tj ET';
    const compact = Buffer.from(compacted(Buffer.from(line))).toString('latin1');
    expect(compact).toBe('BT /F1 14 Tf 1 0 0 -1 9 9 Tm .5274 Tc(\0\x03\0\x06\0\t)Tj 0 Tc ET');
  });

  it('leaves a stream alone that sets spacing itself', () => {
    const line = Buffer.from('BT /F1 14 Tf 2 Tc <0003> Tj 14 0 Td <0006> Tj ET');
    expect(compacted(line)).toBe(line);
  });
});
