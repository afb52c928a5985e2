import type { Book } from '../../scripts/typeset/book/galley.js';

/** Pages like those of layout: one box per page, the type area in it, head and folio hidden from readers. */
const css = `
@page { size: 148mm 210mm; margin: 0 }
html, body { margin: 0; font-family: serif-test; font-size: 10.5pt; line-height: 16pt }
.page { position: relative; width: 148mm; height: 210mm; overflow: hidden; break-after: page }
.page:last-child { break-after: auto }
.area { position: absolute; left: 21mm; top: 24mm; width: 106mm; height: 160mm }
.head, .folio { position: absolute; left: 21mm; width: 106mm; text-align: center; font-size: 8pt }
.head { top: 12mm; border-bottom: .5pt solid; } .folio { bottom: 12mm }
p, ul { margin: 0; text-indent: 2em; text-align: justify } .rest { text-indent: 0 }
ul { list-style: none; padding: 0; text-indent: 0 }
h1, h2 { font-weight: 700; font-size: 14pt; line-height: 16pt; margin: 0 0 16pt } h2 { font-size: 11pt }
a { display: flex; color: inherit; text-decoration: none } a span { margin-left: auto }
`;

export const sampleFolios = ['', 'i', '1', '2'];

interface SamplePage {
  html: string;
  head?: string;
  folio?: string;
}

const pages: SamplePage[] = [
  { html: '<h1>金昌日报</h1><p>2025年2月26日</p>' },
  {
    html: `<nav><h1>目录</h1><ul>
<li><a href="#a1">两会开幕<span aria-hidden="true">1</span></a></li>
<li><a href="#a2">新车间见闻<span aria-hidden="true">2</span></a></li></ul></nav>`,
    folio: 'i',
  },
  {
    html: `<article data-fragment="1" data-split-to><h1 id="a1">两会开幕</h1>
<p>本报讯（记者王明）2月25日，金昌市第九届人民代表大会第五次会议召开。来自全市各条战线的人大代表齐聚一堂，共商发展大计。</p>
<p data-fragment="2" data-split-to>会议指出，过去一年全市上下坚持稳中求进，经济运行总体平稳，民</p></article>`,
    head: '金昌日报',
    folio: '1',
  },
  {
    html: `<article data-fragment="1" data-split-from><p data-fragment="2" data-split-from class="rest">生事业持续改善；“十四五”规划的主要指标好于预期……</p></article>
<article><h1 id="a2">新车间见闻</h1><h2>今年更好</h2>
<p>走进金川区的车间，机器轰鸣，工人们正在赶制订单。负责人说，今年一季度产值预计增长12.5％，用工人数增加到300多人——产品都写着<span lang="en" id="r1">Made in China</span>。</p></article>`,
    head: '金昌日报',
    folio: '2',
  },
];

const page = ({ html, head, folio }: SamplePage) =>
  `<div class="page pagedjs_page">${head ? `<div class="head" aria-hidden="true">${head}</div>` : ''}` +
  `<div class="area">${html}</div>${folio ? `<div class="folio" aria-hidden="true">${folio}</div>` : ''}</div>`;

/** One HTML document with the sample's pages. */
export const sampleHtml = documentOf(pages);

export function documentOf(samplePages: readonly SamplePage[]): string {
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>金昌日报</title>
<style>${css}</style></head><body>${samplePages.map(page).join('')}</body></html>`;
}

/** The sample as a book: the expected text of its pages, copied from above by hand. */
export const sampleBook: Book = {
  issue: 'jinchang',
  edition: 'zh-Hans',
  lang: 'zh-Hans',
  title: '金昌日报',
  author: '金昌日报社',
  subject: '2025年2月26日 <两会>',
  date: '2025-02-26',
  progression: 'ltr',
  trim: { widthMm: 148, heightMm: 210 },
  typeArea: {
    emPt: 10.5,
    linePt: 16,
    ems: 28.6,
    columns: 1,
    lines: 28.4,
    topPt: 68,
    bottomPt: 73,
    innerPt: 59.5,
    outerPt: 59.5,
  },
  pageCss: '',
  css: [],
  fonts: [],
  characters: '',
  runningHead: '',
  galleys: [],
  passages: [
    { id: 't', name: 'cover', text: '金昌日报2025年2月26日' },
    { id: 'c', name: 'contents', text: '目录两会开幕新车间见闻' },
    {
      id: 'a1',
      name: '01.md',
      text:
        '两会开幕本报讯（记者王明）2月25日，金昌市第九届人民代表大会第五次会议召开。来自全市各条战线的人大代表齐聚一堂，共商发展大计。' +
        '会议指出，过去一年全市上下坚持稳中求进，经济运行总体平稳，民生事业持续改善；“十四五”规划的主要指标好于预期……',
    },
    {
      id: 'a2',
      name: '02.md',
      text:
        '新车间见闻今年更好走进金川区的车间，机器轰鸣，工人们正在赶制订单。负责人说，今年一季度产值预计增长12.5％，' +
        '用工人数增加到300多人——产品都写着MadeinChina。',
    },
  ],
};
