import { describe, expect, it } from 'vitest';
import type { Finding } from '../../scripts/prepress/finding.js';
import { joinLines } from '../../scripts/prepress/join-lines.js';

const pale = 'can hardly be seen';

/** A finding about a character, in points from the left and from the foot of page 3. */
const hidden = (characters: string, x: number, y: number, rule: Finding['rule'] = 'hidden'): Finding => ({
  rule,
  page: 3,
  position: { xMm: x, yMm: y },
  characters,
  message: `“${characters}” on page 3 ${pale}`,
  remedy: 'Let text be dark.',
  glyph: { problem: pale, x, y, size: 10 },
});

const line = (text: string, y: number, rule?: Finding['rule']) =>
  [...text].map((character, at) => hidden(character, 50 + 10 * at, y, rule));

const told = (findings: readonly Finding[]) => joinLines(findings).map(({ characters }) => characters);

describe('findings about the characters of a line', () => {
  it('are one finding, at its first character', () => {
    const [only, ...others] = joinLines(line('春江水暖鸭先知', 300));
    expect(others).toEqual([]);
    expect(only?.message).toBe(
      '“春江水暖鸭先知” (7 characters) on page 3 (50 mm from the left, 300 mm from the top) can hardly be seen',
    );
    expect(only?.glyph).toBeUndefined();
  });

  it('are one for each line, each place far from the others, and each kind of fault', () => {
    expect(told([...line('春江', 300), ...line('水暖', 282)])).toEqual(['春江', '水暖']);
    expect(told([hidden('春', 50, 300), hidden('江', 150, 300)])).toEqual(['春', '江']);
    expect(told([...line('春江', 300), ...line('春江', 300, 'covered')])).toEqual(['春江', '春江']);
  });

  it('tell a character once that two checks have seen', () => {
    expect(told([...line('春江', 300), ...line('水', 282), ...line('春江', 300)])).toEqual(['春江', '水']);
  });

  it('are one in a vertical line, and shortened in a long one', () => {
    expect(told([hidden('春', 50, 300), hidden('江', 50, 290), hidden('水', 50, 280)])).toEqual(['春江水']);
    expect(told(line('字'.repeat(60), 300))).toEqual([`${'字'.repeat(30)}…`]);
  });

  it('stay as they are where they are about one character, or about no glyph', () => {
    const other: Finding = { rule: 'document', message: 'Unexpected title', remedy: 'Build again.' };
    const [one, two] = joinLines([hidden('春', 50, 300), other]);
    expect([one?.message, two]).toEqual([`“春” on page 3 ${pale}`, other]);
  });
});
