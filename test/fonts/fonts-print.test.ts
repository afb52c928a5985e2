import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Printer } from '../../scripts/chromium/browser.js';
import { withTab } from '../../scripts/chromium/with-tab.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { subsetFonts } from '../../scripts/typeset/fonts/fonts.js';
import { bold, hei, kai, latin, rare, regular } from './faces.js';

describe('a printed page', () => {
  const faces = [
    ...[regular('SC'), regular('HK'), rare, bold, kai, hei],
    ...[latin(400, 'Regular'), latin(400, 'Regular_Italic', 'italic'), latin(600, 'SemiBold')],
  ];
  const paragraphs = {
    text: '上海，“江山”：（人）。《日报》——长……海',
    bold: '上海，“江山”：（人）。《日报》——长……海',
    hei: '山，“水”。《日报》——长……海',
    kai: '金昌，“楷体”：（人）。《日报》——长……海',
    english: 'The <i>“office” fine</i> <b>bold</b> — 2025',
    vertical: '直排，“人”：（日）。「引」『号』——长……',
    rare: '𨋢𠀋<b>𠀋</b>㐀ㄅㄆˇāǚ',
    mixed: '宋<span>楷体</span>Latin<i>Latin</i><b>粗</b>',
  };
  const html = Object.entries(paragraphs).map(([id, text]) => `<p id="${id}">${text}</p>`);
  const style = `body { font: 20px/1.6 chongpai-serif; font-synthesis: none; text-autospace: no-autospace }
    #bold { font-weight: 700 } #hei { font: 700 20px chongpai-hei, chongpai-serif }
    #kai, span { font-family: chongpai-kai, chongpai-serif }
    #english, i { font-family: chongpai-latin, chongpai-serif } #vertical { writing-mode: vertical-rl; height: 30em }`;
  let printer: Printer | undefined;
  let widths: Record<string, string[]>;
  let mixedHeight: number;
  let pdf: Uint8Array;

  beforeAll(async () => {
    const { css } = await subsetFonts(faces, Object.values(paragraphs));
    printer = await launchBrowser();
    await withTab(printer.browser, async (tab) => {
      await tab.setContent(`<html lang="zh-Hans"><style>${css} ${style}</style><body>${html.join('')}`);
      await tab.evaluate(() => document.fonts.ready.then(() => undefined));
      widths = await tab.evaluate(measure);
      mixedHeight = await tab.$eval('#mixed', (paragraph) => paragraph.getBoundingClientRect().height);
      pdf = await tab.pdf({ tagged: true });
    });
  });
  afterAll(() => printer?.close());

  it('squeezes adjacent marks, though the text has no ；', () => {
    const runs = { '，“': 1.5, '”：（': 2, '）。《': 2 };
    for (const id of ['text', 'bold', 'kai']) expect(markRuns(widths[id]!)).toMatchObject(runs);
    expect(markRuns(widths.hei!)).toMatchObject({ '，“': 1.5, '”。《': 2 });
    expect(markRuns(widths.vertical!)).toMatchObject({ '，“': 1.5, '）。「': 2, '」『': 1.5 });
  });

  it('keeps lines of mixed faces on the grid', () => {
    expect(mixedHeight).toBe(32);
  });

  it('sets dashes and dots two ems wide', () => {
    for (const id of ['text', 'bold', 'kai', 'hei', 'vertical'])
      expect(widths[id]!.filter((entry) => /[—…]/.test(entry))).toEqual(['—1', '—1', '…1', '…1']);
  });

  it('embeds TrueType alone, with the code points that were written', async () => {
    const reading = await readPdf(pdf);
    for (const page of reading.pages) page.content();
    const fonts = [...reading.fonts.values()];
    expect(new Set(fonts.map(({ type, isEmbedded }) => `${type} ${isEmbedded}`))).toEqual(
      new Set(['CIDFontType2 true']),
    );
    expect([...new Set(fonts.map(({ name }) => name.replace(/^\w+\+/, '')))].sort()).toEqual([
      ...[
        'HanaMinB',
        'LXGWWenKai-Regular',
        'NotoSansSC-Bold',
        'NotoSerifHK-Regular',
        'NotoSerifSC-Bold',
        'NotoSerifSC-Regular',
      ],
      ...['SourceSerif4-Italic', 'SourceSerif4-Regular', 'SourceSerif4-SemiBold'],
    ]);
    const written = new Set(Object.values(paragraphs).join('').replace(/<.*?>/g, ''));
    const mapped = fonts.flatMap(({ toUnicode }) => [...toUnicode!.values()]).flatMap((text) => [...text]);
    expect(mapped.filter((character) => !written.has(character))).toEqual([]);
  });
});

/** Runs of marks with their length in em; unsqueezed it would be the number of marks. */
function markRuns(entries: string[]): Record<string, number> {
  const marked = entries.map((entry) => (/[，“”：（）。《》「」『』]/.test(entry) ? entry : ' ')).join('');
  const runs = marked.split(/\s+/).filter(Boolean);
  const sum = (run: string) => run.match(/[\d.]+/g)!.reduce((total, advance) => total + Number(advance), 0);
  return Object.fromEntries(runs.map((run) => [run.replace(/[\d.]/g, ''), sum(run)]));
}

/** In the page: each character of a paragraph with its advance in em. */
function measure(): Record<string, string[]> {
  const advances = (paragraph: Element) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const entries: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let index = 0; index < (node as Text).length; index++) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        const advance = paragraph.id === 'vertical' ? box.height : box.width;
        entries.push((node as Text).data[index]! + Math.round((advance / 20) * 100) / 100);
      }
    return entries;
  };
  return Object.fromEntries([...document.querySelectorAll('p')].map((entry) => [entry.id, advances(entry)]));
}
