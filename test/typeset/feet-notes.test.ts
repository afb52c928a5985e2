import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { type Laid, layOut, type Piece } from './lay-out.js';

const [ems, lines] = [26, 14];

/** A story of paragraphs of so many lines, some of which call a note of so many characters. */
function story(id: string, lengths: readonly number[], notes: Readonly<Record<number, number>>): Piece {
  const texts: string[] = [];
  const noted: string[] = [];
  const passages: Piece['passages'] = [];
  const html = lengths.map((count, at) => {
    const text = `${String.fromCodePoint(0x4e00 + at)}${'字'.repeat(count * ems - 8)}`;
    const size = notes[at];
    texts.push(`${text}${size ? noted.length + 1 : ''}。`);
    if (!size) return `<p>${text}。</p>`;
    const key = `${id}-n${noted.length + 1}`;
    const note = `${noted.length + 1}${'注'.repeat(size)}。`;
    noted.push(`<aside class="note" id="${key}"><p>${note}</p></aside>`);
    passages.push({ id: key, name: key, text: note });
    return `<p>${text}<sup class="note-call"><a href="#${key}">${noted.length}</a></sup>。</p>`;
  });
  return {
    html: `<article id="${id}"><div class="story-body">${html.join('')}</div>${noted.join('')}</article>`,
    passages: [{ id, name: id, text: texts.join('') }, ...passages],
    side: 'verso',
  };
}

const short = [
  5, 3, 2, 2, 2, 5, 3, 2, 2, 2, 6, 2, 2, 2, 2, 5, 2, 3, 2, 2, 2, 7, 2, 2, 2, 5, 3, 2, 4, 2, 2, 3,
];
const pieces = [
  story('a', short, { 3: 12, 9: 12, 17: 40, 24: 12 }),
  story(
    'b',
    short.map(() => 2),
    { 5: 12, 6: 50, 14: 12, 22: 30, 23: 12 },
  ),
  story('c', short.toReversed(), { 2: 60, 12: 180, 20: 12, 27: 100 }),
];

describe('stories with notes', () => {
  const pool = newBrowserPool();
  afterAll(() => pool.close());
  let laid: Laid;
  let feet: number[][];
  beforeAll(async () => {
    laid = await layOut(pieces, { ems, lines }, pool);
    const { pages } = await readPdf(laid.pdf);
    const lowest = pages.map((page) => {
      const glyphs = page.content().glyphs.filter(({ isArtifact, mcid }) => !isArtifact && mcid >= 0);
      return Math.round(Math.min(...glyphs.map(({ y }) => y)));
    });
    feet = [];
    for (const { pages: own } of laid.pages) feet.push(lowest.splice(0, own.length));
  }, 60_000);

  it.each([0, 1, 2])('end facing pages of piece %i on one line', (index) => {
    const own = feet[index]!;
    expect(own.length).toBeGreaterThan(4);
    // Notes are in smaller type, whose last base line is not quite that of text.
    for (let at = 0; at + 2 < own.length; at += 2) expect(Math.abs(own[at]! - own[at + 1]!)).toBeLessThan(6);
  });

  it('prints all text', () => {
    expect(laid.findings).toEqual([]);
  });
});
