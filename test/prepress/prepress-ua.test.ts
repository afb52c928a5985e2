import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { uaStates } from '../../scripts/prepress/check/check-accessibility.js';
import { finish } from '../../scripts/prepress/finish.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { listOf, nameOf, type PdfFile } from '../../scripts/prepress/read/pdf-file.js';
import { streamBytes } from '../../scripts/prepress/read/pdf-streams.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { editContent, mutate } from './mutate.js';
import { printDocuments } from './print-sample.js';
import { sampleBook, sampleFolios, sampleHtml } from './sample-book.js';

let pdf: Uint8Array;

beforeAll(async () => {
  const [printed] = await printDocuments([sampleHtml]);
  pdf = await finish(printed!, sampleBook, { modified: new Date(0), labels: sampleFolios });
});

describe('PDF/UA-1', () => {
  it('holds in every point that software can check', async () => {
    const reading = await readPdf(pdf);
    await preflight(reading);
    const states = uaStates(reading, { unmarked: [], misnested: [] });
    expect(
      states.map(({ point, breaches }) => `${point.id} ${breaches.join(', ') || 'holds'}`),
    ).toMatchInlineSnapshot(`
      [
        "7.1-3 holds",
        "7.1-1 holds",
        "6.1-1 holds",
        "7.1-4 holds",
        "6.2-1 holds",
        "7.1-8 holds",
        "5-1 holds",
        "7.1-9 holds",
        "7.1-10 holds",
        "7.2-34 holds",
        "7.20-1 holds",
        "7.10-1 holds",
        "7.11-1 holds",
        "7.15-1 holds",
        "7.18.1-1 holds",
        "7.18.3-1 holds",
        "7.18.5-1 holds",
        "7.18.5-2 holds",
        "7.18.5-1b holds",
        "7.1-11 holds",
        "7.1-12 holds",
        "7.1-5 holds",
        "7.1-7 holds",
        "7.2-29 holds",
        "7.3-1 holds",
        "7.4.2-1 holds",
        "7.4.4-2 holds",
        "7.7-1 holds",
        "7.9-1 holds",
        "7.2-3 holds",
        "7.2-4 holds",
        "7.2-5 holds",
        "7.2-8 holds",
        "7.2-10 holds",
        "7.2-11 holds",
        "7.2-13 holds",
        "7.2-16 holds",
        "7.2-42 holds",
        "7.2-36 holds",
        "7.2-17 holds",
        "7.2-18 holds",
        "7.2-19 holds",
        "7.2-20 holds",
        "7.2-26 holds",
        "7.2-27 holds",
        "7.1 holds",
        "7.5-1 holds",
        "7.21.3.1-1 holds",
        "7.21.3.2-1 holds",
        "7.21.3.3-1 holds",
        "7.21.4.1-1 holds",
        "7.21.4.1-2 holds",
        "7.21.5-1 holds",
        "7.21.7-1 holds",
        "7.21.7-2 holds",
        "7.21.8-1 holds",
      ]
    `);
  });
});

describe('PDF/UA-1 breaches', () => {
  const breached = async (change: (file: PdfFile) => void): Promise<string[]> => {
    const file = await mutate(pdf, change);
    const ids = (await preflight(file)).map(
      ({ message }) => /PDF\/UA-1 \(([^)]+)\)/.exec(message)?.[1] ?? [],
    );
    return ids.flat();
  };
  const firstOf = (file: PdfFile, type: string) =>
    file.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .find((object) => object instanceof PDFDict && nameOf(object, 'S') === type) as PDFDict;
  const name = (key: string) => PDFName.of(key);
  const links = (file: PdfFile) => listOf(file.getPage(1).node, 'Annots') as PDFDict[];
  const fonts = (file: PdfFile) =>
    file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (nameOf(object, 'Subtype') === 'CIDFontType2' ? (object as PDFDict) : []));

  it.each<[string, (file: PdfFile) => void]>([
    ['6.2-1', (file) => file.catalog.delete(name('MarkInfo'))],
    [
      '7.1-3',
      (file) => editContent(file, 0, (text) => text.replace(/\/H1 <<[^>]*>> BDC([\s\S]*?)EMC/, '$1')),
    ],
    [
      '7.1-1',
      (file) =>
        editContent(file, 3, (text) =>
          text
            .replace('BT', '/Artifact BMC BT')
            .replace('ET', 'ET EMC')
            .replace(/\/Artifact BMC/, '/P <</MCID 99>> BDC'),
        ),
    ],
    ['7.1-5', (file) => firstOf(file, 'P').set(name('S'), name('Absatz'))],
    ['7.1-9', (file) => editXmp(file, (xmp) => xmp.replace(/<dc:title>.*<\/dc:title>/, ''))],
    ['7.1-10', (file) => file.catalog.delete(name('ViewerPreferences'))],
    ['7.2-34', (file) => file.catalog.delete(name('Lang'))],
    ['7.2-29', (file) => firstOf(file, 'Span').set(name('Lang'), PDFString.of('en_US.utf8'))],
    ['7.2-20', (file) => firstOf(file, 'LBody').set(name('S'), name('P'))],
    ['7.3-1', (file) => firstOf(file, 'P').set(name('S'), name('Figure'))],
    ['7.4.2-1', (file) => firstOf(file, 'H2').set(name('S'), name('H4'))],
    ['7.9-1', (file) => firstOf(file, 'P').set(name('S'), name('Note'))],
    ['7.18.3-1', (file) => file.getPage(1).node.delete(name('Tabs'))],
    ['7.18.5-1', (file) => firstOf(file, 'Link').set(name('S'), name('Span'))],
    ['7.18.5-2', (file) => links(file)[0]!.delete(name('Contents'))],
    ['7.21.3.2-1', (file) => fonts(file)[0]!.delete(name('CIDToGIDMap'))],
    ['7.21.5-1', (file) => fonts(file)[0]!.set(name('W'), file.context.obj([0, 65535, 777]))],
  ])('%s is seen', async (id, change) => {
    expect(await breached(change)).toContain(id);
  });
});

function editXmp(file: PdfFile, change: (xmp: string) => string): void {
  const xmp = Buffer.from(streamBytes(file.catalog.lookup(PDFName.of('Metadata')))).toString('utf8');
  const stream = file.context.stream(Buffer.from(change(xmp)), { Type: 'Metadata', Subtype: 'XML' });
  file.catalog.set(PDFName.of('Metadata'), file.context.register(stream));
}
