import { type PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../scripts/prepress/finding.js';
import { finish } from '../../scripts/prepress/finish.js';
import { pageFacts } from '../../scripts/prepress/page-facts.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { dictOf, entry, nameOf, type PdfFile } from '../../scripts/prepress/read/pdf-file.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { readToUnicode } from '../../scripts/prepress/read/to-unicode.js';
import { editContent, editGlyph, editStreams, mutate } from './mutate.js';
import { printDocuments } from './print-sample.js';
import { sampleBook, sampleFolios, sampleHtml } from './sample-book.js';

const pages = pageFacts(
  sampleBook,
  sampleFolios.map((folio) => ({ folio, isBound: true })),
);
let pdf: Uint8Array;

beforeAll(async () => {
  const [printed] = await printDocuments([sampleHtml]);
  pdf = await finish(printed!, sampleBook, { modified: new Date(0), labels: sampleFolios });
  const reading = await readPdf(pdf);
  glyphs = reading.pages.flatMap((page, at) => {
    const tagged = page.content().glyphs.filter(({ mcid, isArtifact }) => mcid >= 0 && !isArtifact);
    return tagged.map(({ text, code }, index) => ({ page: at, index, text, code: hex(code) }));
  });
});

/** Moves the rest of the line to the left, by pixels; text is 14 px high. */
const left = (pixels: number) => `[${(pixels * 1000) / 14}] TJ`;
const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');

/** The findings on a changed sample. */
async function findings(change: (file: PdfFile) => void): Promise<Finding[]> {
  return preflight(await mutate(pdf, change), sampleBook, { pages });
}

async function rules(change: (file: PdfFile) => void): Promise<string[]> {
  return [...new Set((await findings(change)).map(({ rule }) => rule))];
}

/** Place and code of each glyph of the tagged text, as `editGlyph` counts them. */
interface GlyphPlace {
  page: number;
  index: number;
  text: string;
  code: string;
}
let glyphs: GlyphPlace[];
const glyph = (page: number, text: string) => glyphs.find((one) => one.page === page && one.text === text)!;

describe('preflight of a good file', () => {
  it('finds nothing, with the book and without', async () => {
    expect(await preflight(pdf, sampleBook, { pages })).toEqual([]);
    expect(await preflight(pdf)).toEqual([]);
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
    const seen = glyphs.filter(({ text }) => text.trim() !== '');
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

describe('preflight of fonts and their maps', () => {
  it('names one wrong ToUnicode entry, with the glyph’s own character', async () => {
    const wrong = toUtf16('届');
    const [finding, ...more] = await findings((file) =>
      editStreams(file, (map) => changeEntry(map, wrong, toUtf16('屈'))),
    );
    expect(finding).toMatchObject({ rule: 'wrong-unicode', page: 3, characters: '屈' });
    expect(finding?.message).toContain('its picture is that of “届”');
    expect(more.map(({ rule }) => rule)).toEqual(['wrong']);
  });

  it('sees a radical in the place of its look-alike', async () => {
    const found = await rules((file) =>
      editStreams(file, (map) => changeEntry(map, toUtf16('人'), toUtf16('⼈'))),
    );
    expect(found).toContain('radical');
  });

  it('sees a code without a character', async () => {
    const found = await rules((file) => editStreams(file, (map) => changeEntry(map, toUtf16('届'), '')));
    expect(found).toContain('missing-unicode');
  });

  it('sees a Type 3 font, and says for which characters', async () => {
    const found = await findings((file) => {
      for (const [, object] of file.context.enumerateIndirectObjects())
        if (nameOf(object, 'Subtype') === 'Type0')
          (object as PDFDict).set(PDFName.of('Subtype'), PDFName.of('Type3'));
    });
    expect(found.find(({ rule }) => rule === 'type3-font')?.message).toMatch(
      /^Unexpected Type 3 font .+ for “.+”/,
    );
  });

  it('sees a font that is not in the file', async () => {
    const found = await rules((file) => {
      for (const [, object] of file.context.enumerateIndirectObjects())
        if (object instanceof PDFDict) object.delete(PDFName.of('FontFile2'));
    });
    expect(found).toContain('font-not-embedded');
  });
});

const toUtf16 = (character: string) => hex(character.charCodeAt(0));

/** Changes the entry of one character in a ToUnicode map, in any form. */
function changeEntry(map: string, from: string, to: string): string {
  if (!map.includes('begincmap')) return map;
  const { text } = readToUnicode(Buffer.from(map, 'latin1'));
  const entries = [...text].map(([code, character]) => {
    const points = character === String.fromCharCode(Number.parseInt(from, 16)) ? to : utf16(character);
    return points === '' ? '' : `1 beginbfchar\n<${hex(code)}> <${points}>\nendbfchar\n`;
  });
  const head = 'begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n';
  return `${head}${entries.join('')}endcmap\n`;
}

const utf16 = (text: string) =>
  Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('');

describe('preflight of numbers and ways', () => {
  /** The glyphs outside of any mark: heads, folios, the numbers in the contents. */
  const exchangeArtifact = (file: PdfFile, page: number, from: string, to: string) =>
    editContent(file, page, (operators) =>
      operators.replace(/\/Artifact BMC[\s\S]*?EMC/g, (sequence) =>
        sequence.replace(`<${codeOf(from)}> Tj`, `<${codeOf(to)}> Tj`),
      ),
    );
  const codeOf = (text: string) => glyphs.find((one) => one.text === text && one.page > 1)!.code;

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
    expect(await preflight(pdf, { ...sampleBook, runningHead: '金昌日报' })).toEqual([]);
    const found = async (change: (file: PdfFile) => void) =>
      (await preflight(await mutate(pdf, change), { ...sampleBook, runningHead: '金昌日报' })).map(
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
