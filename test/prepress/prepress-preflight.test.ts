import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../scripts/prepress/preflight.js';
import { editContent, editGlyph } from './mutate.js';
import { findings, glyph, pages, rules, sample } from './preflight-sample.js';
import { sampleBook } from './sample-book.js';

/** Moves the rest of the line to the left, by pixels; text is 14 px high. */
const left = (pixels: number) => `[${(pixels * 1000) / 14}] TJ`;

describe('preflight of a good file', () => {
  it('finds nothing, with the book and without', async () => {
    expect(await preflight(sample.pdf, sampleBook, { pages })).toEqual([]);
    expect(await preflight(sample.pdf)).toEqual([]);
  });

  it('still finds nothing when the file was only saved again', async () => {
    expect(await findings(() => undefined)).toEqual([]);
  });
});

describe('preflight of a changed glyph', () => {
  it('names a dropped one with article, page, place and what stands before it', async () => {
    const [finding, ...more] = await findings((file) => editGlyph(file, glyph(2, '届'), () => '<> Tj'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'lost', page: 3, passage: '01.md', characters: '届' });
    expect(finding?.position?.xMm).toBeGreaterThan(21);
    expect(finding?.message).toContain(
      'Lost “届” U+5C4A of 01.md after “5日，金昌市第九”, expected on page 3',
    );
  });

  it.each<[string, string, (show: string) => string]>([
    ['doubled', 'doubled', (show) => `${show} ${show}`],
    ['off the page', 'outside-page', (show) => `${left(-5000)} ${show} ${left(5000)}`],
    ['in the margin', 'outside-type-area', (show) => `${left(-300)} ${show} ${left(300)}`],
    ['invisible', 'hidden', (show) => `3 Tr ${show} 0 Tr`],
    ['only clipping', 'hidden', (show) => `7 Tr ${show} 0 Tr`],
    ['white', 'hidden', (show) => `1 1 1 rg ${show} 0 0 0 rg`],
    ['nearly white', 'hidden', (show) => `.98 g ${show} 0 g`],
    ['tiny', 'hidden', (show) => `/F5 .1 Tf ${show} /F5 14 Tf`],
    ['off its line', 'out-of-order', (show) => `30 Ts ${show} 0 Ts`],
    ['without a width', 'hidden', (show) => `0 Tz ${show} 100 Tz`],
    ['without a picture', 'missing-glyph', () => '<0000> Tj'],
    ['on the one before', 'covered', (show) => `${left(14)} ${show} ${left(-14)}`],
    ['cut off', 'clipped', (show) => `ET q 0 0 1 1 re W n BT 1 0 0 -1 200 1700 Tm ${show} ET Q BT`],
    ['not embedded as text', 'lost', (show) => `EMC /Artifact BMC ${show} EMC /P <</MCID 1>> BDC`],
  ])('sees one that is %s', async (_, rule, change) => {
    expect(await rules((file) => editGlyph(file, glyph(2, '第'), change))).toContain(rule);
  });

  it('sees one that is another one', async () => {
    const other = glyph(2, '市').code;
    const [finding, ...more] = await findings((file) =>
      editGlyph(file, glyph(2, '届'), () => `<${other}> Tj`),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'wrong', page: 3, passage: '01.md', characters: '届' });
    expect(finding?.message).toContain('Unexpected “市” U+5E02, expected “届” U+5C4A');
  });

  it('sees two that have changed places in the text', async () => {
    const [one, other] = [glyph(2, '第'), glyph(2, '九')];
    const [finding, ...more] = await findings((file) => {
      editGlyph(file, one, () => `<${other.code}> Tj`);
      editGlyph(file, other, () => `<${one.code}> Tj`);
    });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'swapped', page: 3, passage: '01.md' });
  });

  it('sees two that have changed places on paper only', async () => {
    const found = await rules((file) => {
      editGlyph(file, glyph(2, '第'), (show) => `${left(-14.5)} ${show} ${left(14.5)}`);
      editGlyph(file, glyph(2, '九'), (show) => `${left(14.5)} ${show} ${left(-14.5)}`);
    });
    expect(found).toEqual(['out-of-order']);
  });

  it('sees some that are covered by a fill, even by a white one', async () => {
    const cover = 'q 1 g 60 480 200 30 re f Q';
    const found = await rules((file) => editContent(file, 2, (text) => `q\n${text}\nQ Q Q\n${cover}`));
    expect(found).toContain('covered');
  });

  it('catches every glyph that is dropped, doubled, hidden or exchanged, wherever it stands', async () => {
    const seen = sample.glyphs.filter(({ text }) => text.trim() !== '');
    const changes: Record<string, (show: string, code: string) => string> = {
      dropped: () => '<> Tj',
      doubled: (show) => `${show} ${show}`,
      hidden: (show) => `3 Tr ${show} 0 Tr`,
      exchanged: (_, code) =>
        `<${code === glyph(0, '金').code ? glyph(0, '日').code : glyph(0, '金').code}> Tj`,
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seen),
        fc.constantFrom(...Object.keys(changes)),
        async (place, kind) => {
          expect(await rules((file) => editGlyph(file, place, changes[kind]!))).not.toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
