import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkEntries } from '../../scripts/prepress/check/check-entries.js';
import { finish } from '../../scripts/prepress/finish.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { dictOf, infoOf, nameOf, numbersOf, textOf } from '../../scripts/prepress/read/pdf-file.js';
import { contentBytes } from '../../scripts/prepress/read/pdf-streams.js';
import { type PdfReading, readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { descendants } from '../../scripts/prepress/read/read-structure.js';
import type { Book } from '../../scripts/typeset/book/galley.js';
import { printDocuments } from './print-sample.js';
import { documentOf, sampleBook, sampleFolios, sampleHtml } from './sample-book.js';
import { treeOf } from './tree-of.js';

/** Everything that a manuscript can contain, on one page: the browser's output must become good structure. */
const blocksHtml = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>x</title>
<style>@page { size: 148mm 210mm; margin: 0 } body { font: 8pt serif-test; margin: 15mm } p, ul, ol, table, figure { margin: 0 }
h2, h3, h4 { font-size: 8pt; margin: 0 } hr { margin: 2pt } .half { opacity: .5 } td, th { border: .5pt solid }</style></head><body>
<h2>甲</h2><h4>乙</h4><h4>丙</h4><h3>丁</h3><div>一段<em lang="en" id="e1">em</em></div><p>二<a href="#n1">注</a><br>三</p>
<blockquote><p>引文</p></blockquote><ul><li>戊</li><li><p>己</p></li></ul><ol><li>庚</li></ol>
<table><thead><tr><th scope="col">辛</th><th scope="col">壬</th></tr></thead><tbody><tr><td>癸</td><td></td></tr></tbody></table>
<figure><img alt="图" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==" width="9" height="9"><figcaption>子</figcaption></figure>
<p><ruby>漢<rt>hàn</rt></ruby></p><hr><p class="half">淡</p><p lang="en">English <strong>text</strong></p><div lang="en"><pre><code>x</code></pre></div><p id="n1">注文</p>
<p aria-hidden="true">不读</p></body></html>`;

let printed: Uint8Array[];
let reading: PdfReading;
const options = { modified: new Date('2025-02-26T00:00:00Z'), labels: sampleFolios };

beforeAll(async () => {
  printed = await printDocuments([sampleHtml, blocksHtml, splitHeading]);
  reading = await readPdf(await finish(printed[0]!, sampleBook, options));
});

/** A heading split by a page break, with the entries below it in the outline. */
const splitHeading = documentOf([
  { html: '<article><h1>甲</h1><h2 data-fragment="1" data-split-to>上半</h2></article>', folio: '1' },
  {
    html: '<article><h2 data-fragment="1" data-split-from>下半</h2><h3>丙</h3><h2>乙</h2></article>',
    folio: '2',
  },
]);

describe('finish', () => {
  it('makes one element of one element, over all pages, and keeps heads, folios and numbers out', () => {
    expect(treeOf(reading)).toBe(`Document
  H1 “金昌日报”
  P “2025年2月26日”
  H1 “目录”
  L
    LI
      LBody
        Link “两会开幕” →
    LI
      LBody
        Link “新车间见闻” →
  Art
    H1 “两会开幕”
    P “本报讯（记者王明）2月25日，金昌市第九届人民代表大会第五次会议召开。来自全市各条战线的人大代表齐聚一堂，共商发展大计。”
    P “会议指出，过去一年全市上下坚持稳中求进，经济运行总体平稳，民|生事业持续改善；“十四五”规划的主要指标好于预期……”
  Art
    H1 “新车间见闻”
    H2 “今年更好”
    P “走进金川区的车间，机器轰鸣，工人们正在赶制订单。负责人说，今年一季度产值预计增长12.5％，用工人数增加到300多人——产品都写着|。”
      Span Lang=en “MadeinChina”`);
  });

  it('makes good structure of every kind of block', async () => {
    const blocks = await readPdf(await finish(printed[1]!, sampleBook, { ...options, labels: ['1'] }));
    expect(treeOf(blocks)).toBe(`Document
  H1 “甲”
  H2 “乙”
  H2 “丙”
  H2 “丁”
  P “一段”
    Span Lang=en “em”
  P “二|三”
    Link “注” →
  BlockQuote
    P “引文”
  L
    LI
      LBody “戊”
    LI
      LBody
        P “己”
  L
    LI
      Lbl “1.”
      LBody “庚”
  Table
    TR
      TH “辛”
      TH “壬”
    TR
      TD “癸”
      TD
  Figure Alt=图 “”
    Caption “子”
  P
    Ruby
      RB “漢”
      RT “hàn”
  P “淡”
  P Lang=en “English”
    Span “text”
  P Lang=en
    Code “x”
  P “注文”`);
    expect(await preflight(blocks)).toEqual([]);
  });

  it('gives a heading one entry of the outline, also when a page break has split it', async () => {
    const bytes = await finish(printed[2]!, sampleBook, { ...options, labels: ['1', '2'] });
    const { outline, structure } = await readPdf(bytes);
    expect(outline.map(({ title, depth }) => `${'  '.repeat(depth)}${title}`)).toEqual([
      '甲',
      '  上半下半',
      '    丙',
      '  乙',
    ]);
    const headings = [...descendants(structure!)].filter(({ type }) => type === 'H2');
    expect(outline[1]!.element).toBe(headings[0]!.dict);
    expect(outline[1]!.destination!.page).toBe(0);
  });

  it('keeps every glyph and moves none by a hundredth of a point', async () => {
    for (const raw of printed) {
      const glyphsOf = ({ pages }: PdfReading) => pages.flatMap((page) => page.content().glyphs);
      const before = glyphsOf(await readPdf(raw));
      const after = glyphsOf(await readPdf(await finish(raw, sampleBook, options)));
      expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
      const moves = after.map(({ x, y }, at) => Math.hypot(x - before[at]!.x, y - before[at]!.y));
      expect(Math.max(...moves)).toBeLessThan(0.01);
    }
  });

  it('marks all that is painted', () => {
    for (const page of reading.pages) {
      const { glyphs, shapes, isMisnested } = page.content();
      expect(glyphs.every(({ mcid, isArtifact }) => mcid >= 0 || isArtifact)).toBe(true);
      expect(shapes.every(({ isMarked }) => isMarked)).toBe(true);
      expect(isMisnested).toBe(false);
    }
    const content = Buffer.from(contentBytes(reading.pages[2]!.dict)).toString('latin1');
    expect(content.match(/B[DM]C/g)?.length).toBe(content.match(/EMC/g)?.length);
  });

  it('says what the document is', () => {
    const info = infoOf(reading.file);
    expect(textOf(info, 'Title')).toBe('金昌日报');
    expect(textOf(info, 'Author')).toBe('金昌日报社');
    expect(textOf(info, 'Subject')).toBe('2025年2月26日 <两会>');
    expect(textOf(info, 'Keywords')).toBe('金昌日报, 2025-02-26, jinchang, zh-Hans');
    expect([textOf(info, 'Creator'), textOf(info, 'Producer')]).toEqual(['chongpai', 'chongpai']);
    expect(textOf(info, 'CreationDate')).toBe('D:20250226000000Z');
    expect(textOf(info, 'ModDate')).toBe('D:20250226000000Z');
    expect(reading.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(reading.xmp).toContain('<rdf:li xml:lang="zh-Hans">2025年2月26日 &lt;两会&gt;</rdf:li>');
    expect(reading).toMatchObject({ lang: 'zh-Hans', issue: 'jinchang', edition: 'zh-Hans' });
  });

  it('says how to open it', async () => {
    const { catalog } = reading.file;
    expect(nameOf(catalog, 'PageLayout')).toBe('TwoPageRight');
    expect(dictOf(catalog, 'ViewerPreferences')?.toString()).toContain('/DisplayDocTitle true');
    const rtl = await readPdf(await finish(printed[0]!, { ...sampleBook, progression: 'rtl' }, options));
    expect(nameOf(rtl.file.catalog, 'PageLayout')).toBe('TwoPageLeft');
    expect(nameOf(dictOf(rtl.file.catalog, 'ViewerPreferences'), 'Direction')).toBe('R2L');
    const phone = { ...sampleBook, trim: { ...sampleBook.trim, isScreen: true as const } };
    const single = await readPdf(await finish(printed[0]!, phone, options));
    expect(nameOf(single.file.catalog, 'PageLayout')).toBe('SinglePage');
    const arranged = (book: Book) => checkEntries(single, book, new Map()).map(({ message }) => message);
    expect(arranged(phone)).toEqual([]);
    expect(arranged(sampleBook)).toEqual([
      'Unexpected arrangement of pages SinglePage, expected TwoPageRight',
    ]);
  });

  it('labels the pages with the folios', async () => {
    expect(reading.labels).toEqual(['', 'i', '1', '2']);
    for (const labels of [
      ['i', 'ii', 'iii', 'iv'],
      ['1', '2', '', '4'],
      ['v', 'A', 'B', '12'],
    ])
      expect((await readPdf(await finish(printed[0]!, sampleBook, { ...options, labels }))).labels).toEqual(
        labels,
      );
  });

  it('gives every page the trim size exactly', () => {
    for (const { dict } of reading.pages)
      for (const key of ['MediaBox', 'TrimBox', 'BleedBox']) {
        const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(dict, key);
        expect(right - left).toBeCloseTo((148 * 72) / 25.4, 2);
        expect(top - bottom).toBeCloseTo((210 * 72) / 25.4, 2);
      }
  });

  it('gives the same bytes for the same pages, whenever they were printed', async () => {
    const [again] = await printDocuments([sampleHtml, blocksHtml, splitHeading]);
    const [one, other] = [
      await finish(printed[0]!, sampleBook, options),
      await finish(again!, sampleBook, options),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('leaves nothing behind: every object is in use', () => {
    const { context, catalog } = reading.file;
    const loose = context.enumerateIndirectObjects().filter(([, object]) => {
      const isElement =
        object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('StructElem');
      return isElement && !treeDicts(reading).has(object);
    });
    expect(catalog).toBeDefined();
    expect(loose).toEqual([]);
  });
});

function treeDicts({ structure }: PdfReading): Set<PDFDict | undefined> {
  const all = new Set<PDFDict | undefined>();
  const walk = (element: NonNullable<PdfReading['structure']>) => {
    all.add(element.dict);
    for (const kid of element.kids) if ('kids' in kid) walk(kid);
  };
  if (structure) walk(structure);
  return all;
}
