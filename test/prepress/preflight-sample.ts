import { beforeAll } from 'vitest';
import type { Finding } from '../../scripts/prepress/finding.js';
import { finish } from '../../scripts/prepress/finish.js';
import { pageFacts } from '../../scripts/prepress/page-facts.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import type { PdfFile } from '../../scripts/prepress/read/pdf-file.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { mutate } from './mutate.js';
import { printDocuments } from './print-sample.js';
import { sampleBook, sampleFolios, sampleHtml } from './sample-book.js';

/** Facts of the sample's pages. */
export const pages = pageFacts(
  sampleBook,
  sampleFolios.map((folio) => ({
    folio,
    running: sampleBook.runningHead,
    isBound: true,
    ids: [],
    opens: false,
  })),
);

/** The finished sample, and the glyphs of its tagged text; there before the tests of a file that imports this. */
export const sample: { pdf: Uint8Array; glyphs: GlyphPlace[] } = { pdf: new Uint8Array(), glyphs: [] };

/** Place and code of a glyph of the tagged text, as `editGlyph` counts them. */
export interface GlyphPlace {
  page: number;
  index: number;
  text: string;
  code: string;
}

beforeAll(async () => {
  const [printed] = await printDocuments([sampleHtml]);
  sample.pdf = await finish(printed!, sampleBook, { modified: new Date(0), labels: sampleFolios });
  const reading = await readPdf(sample.pdf);
  sample.glyphs = reading.pages.flatMap((page, at) => {
    const tagged = page.content().glyphs.filter(({ mcid, isArtifact }) => mcid >= 0 && !isArtifact);
    return tagged.map(({ text, code }, index) => ({ page: at, index, text, code: hex(code) }));
  });
});

export const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** The findings on a changed sample. */
export async function findings(change: (file: PdfFile) => void): Promise<Finding[]> {
  return preflight(await mutate(sample.pdf, change), sampleBook, { pages });
}

/** Their rules, each once. */
export async function rules(change: (file: PdfFile) => void): Promise<string[]> {
  return [...new Set((await findings(change)).map(({ rule }) => rule))];
}

export const glyph = (page: number, text: string): GlyphPlace =>
  sample.glyphs.find((one) => one.page === page && one.text === text)!;
