import { beforeAll, describe, expect, it } from 'vitest';
import { uaStates } from '../../scripts/prepress/check/check-accessibility.js';
import { finish } from '../../scripts/prepress/finish.js';
import { dictOf, listOf } from '../../scripts/prepress/read/pdf-file.js';
import { type PdfReading, readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { descendants } from '../../scripts/prepress/read/read-structure.js';
import { printDocuments } from './print-sample.js';
import { documentOf, sampleBook } from './sample-book.js';
import { treeOf } from './tree-of.js';

/** Two notes at the feet of two pages, the second one cut by the page break as layout does it. */
const html = documentOf([
  {
    html: `<article data-fragment="1" data-split-to><h1>注</h1>
<p data-fragment="2" data-split-to>甲<sup class="note-call"><a href="#s-n1">1</a></sup>乙<sup class="note-call"><a href="#s-n2">2</a></sup>丙</p></article>
<div><aside class="note" id="s-n1"><p>1 注一。</p></aside>
<aside class="note" id="s-n2" data-fragment="3" data-split-to><p data-fragment="4" data-split-to>2 注二的上半，</p></aside></div>`,
    folio: '1',
  },
  {
    html: `<article data-fragment="1" data-split-from><p data-fragment="2" data-split-from class="rest">丁<sup class="note-call"><a href="#s-n1">1</a></sup>。</p></article>
<div><aside class="note" id="s-n2-c" data-fragment="3" data-split-from><p data-fragment="4" data-split-from class="rest">下半。</p><p>另一段。</p></aside></div>`,
    folio: '2',
  },
]);

let reading: PdfReading;

beforeAll(async () => {
  const [printed] = await printDocuments([html]);
  const options = { modified: new Date(0), labels: ['1', '2'] };
  reading = await readPdf(await finish(printed!, sampleBook, options));
});

describe('footnotes in the structure', () => {
  it('are one Note each, over page breaks, and references lead to them', () => {
    expect(treeOf(reading)).toBe(`Document
  Art
    H1 “注”
    P “甲|乙|丙|丁|。”
      Reference
        Link “1” →
      Reference
        Link “2” →
      Reference
        Link “1” →
  Note
    P “1注一。”
  Note
    P “2注二的上半，|下半。”
    P “另一段。”`);
  });

  it('have names by which they are found', () => {
    const notes = [...descendants(reading.structure!)].filter(({ type }) => type === 'Note');
    expect(notes.map(({ id }) => id)).toEqual(['note-1', 'note-2']);
    const [leaf] = listOf(dictOf(reading.structure!.dict, 'IDTree')!, 'Kids');
    const names = listOf(leaf as Parameters<typeof listOf>[0], 'Names');
    expect(names.filter((_, index) => index % 2 === 1)).toEqual(notes.map(({ dict }) => dict));
  });

  it('keep PDF/UA-1', () => {
    const states = uaStates(reading, { unmarked: [], misnested: [] });
    expect(states.filter(({ breaches }) => breaches.length > 0).map(({ point }) => point.id)).toEqual([]);
  });
});
