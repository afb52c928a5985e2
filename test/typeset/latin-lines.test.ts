import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLatin, type Segment } from '../../scripts/typeset/lines/break-latin.browser.js';

/** Text whose letters take half an em; `~` is a soft hyphen. */
function segmentsOf(text: string): Segment[] {
  return [...text.matchAll(/[^ ~]*(?: |~|$)/g)]
    .filter(([found]) => found !== '')
    .map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      width: found.replace(/[ ~]$/, '').length / 2,
      blank: found.endsWith(' ') ? 0.25 : 0,
      hyphen: found.endsWith('~') ? 0.3 : 0,
      isBreak: /[ ~]$/.test(found),
    }));
}

const linesOf = (text: string, measure: number, isJustified = true) =>
  breakLatin(segmentsOf(text), { measure, indent: 0, isJustified }).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('lines of English', () => {
  it('gives up a word of one line for even blanks in the next', () => {
    // Filled one after the other, the second line would be “bbbbbbb bb” with one wide blank.
    const lines = linesOf('a a a a a a a a bbbbbbb bb cccccccccccc', 6);
    expect(lines[0]).toBe('a a a a a a a ');
  });

  it('breaks words where blanks would be holes, but not for a ragged edge, nor before a last line', () => {
    expect(linesOf('aaaaaaa bbbb~bbbb cccc cccc', 6.5)[0]).toBe('aaaaaaa bbbb~');
    expect(linesOf('aaaaaaa bbbb~bbbb cccc cccc', 6.5, false)[0]).toBe('aaaaaaa ');
    expect(linesOf('a a a a a a a a a bb~bbbbbb', 8).at(-1)).toBe('bb~bbbbbb');
  });

  it('sets no three hyphens one above the other, whatever else it costs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 4, max: 9 }), { minLength: 4, maxLength: 30 }), (lengths) => {
        const text = lengths.map((length) => `${'a'.repeat(length)}~${'b'.repeat(length)}`).join(' ');
        const lines = linesOf(text, 14);
        const ladders = lines.map((line) => (line.endsWith('~') ? 'h' : '.')).join('');
        expect(ladders).not.toContain('hhh');
      }),
    );
  });

  it('loses nothing, and lets no line be wider than its blanks can give', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'bb', 'ccc', ' ', '~'), maxLength: 80 }),
        fc.integer({ min: 3, max: 30 }),
        (raw, measure) => {
          const text = raw.replace(/^[ ~]+|[ ~]+$/g, '').replace(/[ ~]+/g, ([first]) => first!);
          const lines = breakLatin(segmentsOf(text), { measure, indent: 1, isJustified: true });
          expect(lines.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          for (const { blank } of lines) expect(blank).toBeGreaterThanOrEqual(-0.25 / 4 - 1e-9);
          // However wide the holes: in a narrow cell an overflowing line would widen it.
          for (const [index, { start, end }] of lines.entries()) {
            const line = text.slice(start, end);
            const width = segmentsOf(line).reduce((sum, one) => sum + one.width + one.blank * 0.75, -0.25);
            const isOneWord = !/[ ~](?!$)/.test(line);
            if (!isOneWord) expect(width).toBeLessThanOrEqual(measure - (index === 0 ? 1 : 0) + 0.5);
          }
        },
      ),
    );
  });
});
