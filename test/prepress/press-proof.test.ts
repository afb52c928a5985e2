import { type PDFDict, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../scripts/prepress/finish.js';
import { checkPress } from '../../scripts/prepress/impose/check-press.js';
import { coverSheet } from '../../scripts/prepress/impose/cover-sheet.js';
import { type Imposed, impose } from '../../scripts/prepress/impose/impose.js';
import { type Press, pressOf } from '../../scripts/prepress/impose/press.js';
import { openPdf } from '../../scripts/prepress/read/open-pdf.js';
import { entry, listOf } from '../../scripts/prepress/read/pdf-file.js';
import { contentBytes, streamBytes } from '../../scripts/prepress/read/pdf-streams.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { printDocuments } from './print-sample.js';
import { sampleBook, sampleFolios, sampleHtml } from './sample-book.js';

const trim = { widthMm: 148, heightMm: 210 };
const modified = new Date('2025-02-26T00:00:00Z');
const saddle = pressOf({ scheme: 'saddle', gsm: 120 });
const task = (press: Press) => ({ trim, binding: 'left' as const, press, title: '金昌日报', modified });
let reading: Uint8Array;
let pressed: Imposed;

beforeAll(async () => {
  const [printed] = await printDocuments([sampleHtml]);
  reading = await finish(printed!, sampleBook, { modified, labels: sampleFolios });
  pressed = await impose(reading, task(saddle));
});

/** Findings of the proof about a press file, optionally with its first side changed. */
async function proof(change?: (content: string) => string): Promise<string[]> {
  const file = await openPdf(pressed.pdf);
  if (change) {
    const page = file.getPage(0).node;
    const content = change(Buffer.from(contentBytes(page)).toString('latin1'));
    page.set(PDFName.of('Contents'), file.context.register(file.context.flateStream(content)));
  }
  const findings = checkPress({
    reading: await readPdf(reading),
    pages: [0, 1, 2, 3],
    pressed: await readPdf(await file.save()),
    plan: pressed.plan,
    press: saddle,
    binding: 'left',
    trim,
  });
  return findings.map(({ message }) => message);
}

describe('the proof of a press file', () => {
  it('has nothing against the file as it was made', async () => {
    expect(await proof()).toEqual([]);
  });

  it.each([
    [
      'two pages exchanged',
      (content: string) =>
        content.replace('/P4 Do', '/X').replace('/P1 Do', '/P4 Do').replace('/X', '/P1 Do'),
      /Page 1 of the folded book says/,
    ],
    [
      'a page left out',
      (content: string) => content.replace('/P1 Do', ''),
      /Page 1 of the folded book says “”/,
    ],
    [
      'a page twice',
      (content: string) => content.replace('/P4 Do', '/P1 Do'),
      /Page 4 of the folded book says “金昌日报/,
    ],
    [
      'a page on its head',
      (content: string) =>
        content.replace(/q 1 0 0 1 ([\d.]+) ([-\d.]+) cm ([^q]*\/P4 Do)/, 'q -1 0 0 -1 420 595 cm $3'),
      /Page 4 of the folded book is upside down/,
    ],
    [
      'a page half a millimetre aside',
      (content: string) => content.replace(/q 1 0 0 1 ([\d.]+) /, (_, x) => `q 1 0 0 1 ${Number(x) + 1.42} `),
      /outer margin of page 4 is 0\.50 mm off/,
    ],
  ])('finds %s', async (_, change, message) => {
    expect((await proof(change)).join('\n')).toMatch(message);
  });
});

describe('a glued book', () => {
  it.each([0, 1, 3])('is in order where milling removes %d mm, and cut alike', async (mill) => {
    const press = pressOf({ scheme: 'signatures', mill, sheets: 2, gsm: 300 });
    const made = await impose(reading, task(press));
    const said = checkPress({
      reading: await readPdf(reading),
      pages: [0, 1, 2, 3],
      pressed: await readPdf(made.pdf),
      plan: made.plan,
      press,
      binding: 'left',
      trim,
    });
    expect(said).toEqual([]);
  });
});

describe('a press file', () => {
  it('is the same bytes for the same book, and hardly larger than the reading PDF', async () => {
    expect(Buffer.from((await impose(reading, task(saddle))).pdf).equals(Buffer.from(pressed.pdf))).toBe(
      true,
    );
    expect(pressed.pdf.length).toBeLessThan(1.1 * reading.length);
  });

  it('is PDF/X-4 where the book is black: intent, label, no RGB, no tags, boxes', async () => {
    const file = await openPdf(pressed.pdf);
    const [intent] = listOf(file.catalog, 'OutputIntents');
    expect(String(entry(intent, 'S'))).toBe('/GTS_PDFX');
    expect(streamBytes(entry(intent, 'DestOutputProfile')).subarray(12, 20).toString()).toBe(
      Buffer.from('prtrGRAY').toString(),
    );
    const { xmp, structure, outline } = await readPdf(pressed.pdf);
    expect(xmp).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4<');
    expect({ structure, outline }).toEqual({ structure: undefined, outline: [] });
    for (const page of file.getPages()) {
      const objects = entry(entry(page.node, 'Resources'), 'XObject') as PDFDict;
      for (const key of objects.keys())
        expect(Buffer.from(streamBytes(entry(objects, key.decodeText()))).toString('latin1')).not.toMatch(
          / (?:rg|RG)\b/,
        );
      const [trimBox, bleedBox] = [page.getTrimBox(), page.getBleedBox()];
      expect(trimBox.width).toBeCloseTo((296 / 25.4) * 72, 2);
      expect(bleedBox.width).toBeGreaterThanOrEqual(trimBox.width);
    }
  });

  it('says why it has no label: colours without a profile', async () => {
    const { unlabelled, pdf } = await impose(reading, task({ ...saddle, colourBar: true }));
    expect(unlabelled).toMatch(/colours/);
    expect((await readPdf(pdf)).xmp).not.toContain('PDF/X');
  });

  it('takes the profile of a printing house, and refuses one for a screen', async () => {
    const profile = (kind: string) => ({
      name: 'house.icc',
      bytes: Buffer.from(`${'\0'.repeat(12)}${kind}${'\0'.repeat(108)}`, 'latin1'),
    });
    const coloured = { ...task({ ...saddle, colourBar: true }), profile: profile('prtrCMYK') };
    expect((await impose(reading, coloured)).unlabelled).toBeUndefined();
    const screen = { ...task(saddle), profile: profile('mntrRGB ') };
    expect((await impose(reading, screen)).unlabelled).toMatch(/no output profile/);
  });

  it('has a cover of its own with a spine as thick as the book', async () => {
    const made = await coverSheet(reading, { front: 0, back: 3 }, { ...task(saddle), inside: 200 });
    expect(made.spineMm).toBeCloseTo(15);
    const { pages } = await readPdf(made.pdf);
    const [left, , right] = pages[0]!.trim;
    expect(((right - left) / 72) * 25.4).toBeCloseTo(2 * 148 + 15, 1);
    const text = pages[0]!
      .content()
      .glyphs.map((glyph) => glyph.text)
      .join('');
    expect(text).toContain('金昌日报2025年2月26日');
    expect(text).toContain('新车间见闻');
  });
});
