import { type PDFArray, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../scripts/prepress/preflight.js';
import { dictOf, entry, type PdfFile } from '../../scripts/prepress/read/pdf-file.js';
import { editContent, editGlyph, mutate } from './mutate.js';
import { findings, glyph, rules, sample } from './preflight-sample.js';
import { sampleBook } from './sample-book.js';

/** Moves the rest of the line to the left, by pixels; text is 14 px high. */
const left = (pixels: number) => `[${(pixels * 1000) / 14}] TJ`;

describe('preflight of numbers and ways', () => {
  /** The glyphs outside of any mark: heads, folios, the numbers in the contents. */
  const exchangeArtifact = (file: PdfFile, page: number, from: string, to: string) =>
    editContent(file, page, (operators) =>
      operators.replace(/\/Artifact BMC[\s\S]*?EMC/g, (sequence) =>
        sequence.replace(`<${codeOf(from)}> Tj`, `<${codeOf(to)}> Tj`),
      ),
    );
  const codeOf = (text: string) => sample.glyphs.find((one) => one.text === text && one.page > 1)!.code;

  it('sees a wrong folio', async () => {
    const [finding, ...more] = await findings((file) => exchangeArtifact(file, 3, '2', '3'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'folio', page: 4, characters: '3' });
  });

  it('sees a folio that is missing', async () => {
    const change = (file: PdfFile) =>
      editContent(file, 3, (text) =>
        text.replace(/(\/Artifact BMC[\s\S]*)<[0-9A-F]{4}> Tj([\s\S]*?)$/, '$1$2'),
      );
    expect(await rules(change)).toEqual(['folio']);
  });

  it('sees a number in the contents that is missing, and one without its link', async () => {
    const drop = (file: PdfFile) =>
      editContent(file, 1, (text) =>
        text.replace(/\/Artifact BMC[\s\S]*?EMC/g, (sequence) => sequence.replace(`<${codeOf('2')}> Tj`, '')),
      );
    const unlink = (file: PdfFile) => (entry(file.getPage(1).node, 'Annots') as PDFArray).remove(1);
    for (const change of [drop, unlink]) expect(await rules(change)).toEqual(['page-reference']);
  });

  it('knows folios, heads and the type area of a file alone', async () => {
    expect(await preflight(sample.pdf, { ...sampleBook, runningHead: '金昌日报' })).toEqual([]);
    const found = async (change: (file: PdfFile) => void) =>
      (await preflight(await mutate(sample.pdf, change), { ...sampleBook, runningHead: '金昌日报' })).map(
        ({ rule, page }) => `${rule} ${page}`,
      );
    expect(await found((file) => exchangeArtifact(file, 3, '2', '3'))).toEqual(['folio 4']);
    expect(await found((file) => exchangeArtifact(file, 3, '昌', '报'))).toEqual(['running-head 4']);
    const astray = (show: string) => `${left(-300)} ${show} ${left(300)}`;
    expect(await found((file) => editGlyph(file, glyph(2, '第'), astray))).toContain('outside-type-area 3');
  });

  it('sees a heading that the outline lacks', async () => {
    const change = (file: PdfFile) => {
      const last = dictOf(dictOf(file.catalog, 'Outlines'), 'Last')!;
      last.delete(PDFName.of('First'));
      last.delete(PDFName.of('Last'));
    };
    const [finding] = await findings(change);
    expect(finding).toMatchObject({ rule: 'outline', characters: '今年更好' });
  });

  it('sees a wrong number in the contents', async () => {
    const [finding, ...more] = await findings((file) => exchangeArtifact(file, 1, '2', '1'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'page-reference', page: 2, characters: '1' });
    expect(finding?.message).toContain('expected 2, the folio of the page it leads to');
  });

  it('sees page labels that are not the folios', async () => {
    const change = (file: PdfFile) =>
      file.catalog.set(PDFName.of('PageLabels'), file.context.obj({ Nums: [0, { S: 'D' }] }));
    expect(await rules(change)).toEqual(expect.arrayContaining(['page-label', 'page-reference']));
  });

  it('sees folios that do not run on', async () => {
    const change = (file: PdfFile) =>
      file.catalog.set(
        PDFName.of('PageLabels'),
        file.context.obj({ Nums: [0, { S: 'D' }, 2, { S: 'D', St: 7 }] }),
      );
    expect((await findings(change)).some(({ message }) => message.includes('are not consecutive'))).toBe(
      true,
    );
  });

  it.each<[string, (file: PdfFile, target: PDFArray) => void]>([
    ['to another page', (file, target) => target.set(0, file.getPage(0).ref)],
    ['to a lower place of the page', (_, target) => target.set(3, PDFNumber.of(100))],
    ['nowhere', (file, target) => target.set(0, file.context.nextRef())],
  ])('sees an outline entry that leads %s', async (_, change) => {
    const found = await findings((file) => change(file, lastDestination(file)));
    expect(found.map(({ rule }) => rule)).toEqual(['outline']);
    expect(found[0]?.characters).toBe('今年更好');
  });

  it('sees a link that leads nowhere', async () => {
    const change = (file: PdfFile) => dictOf(file.catalog, 'Dests')?.delete(PDFName.of('a2'));
    expect(await rules(change)).toEqual(['page-reference']);
  });
});

/** Target of the last entry of the outline. */
function lastDestination(file: PdfFile): PDFArray {
  let item = dictOf(dictOf(file.catalog, 'Outlines'), 'Last');
  while (dictOf(item, 'Last')) item = dictOf(item, 'Last');
  return entry(item, 'Dest') as PDFArray;
}
