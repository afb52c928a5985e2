import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../scripts/intake/read-source.js';

const prose = '县水利局昨日派出五个工作组分赴各灌区检查渠道和水库，督促有关单位在月底以前完成清淤任务。';
const names = 'xmlns:w="w" xmlns:mc="mc" xmlns:v="v" xmlns:wps="wps"';
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;

function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${names}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
const read = (bytes: Uint8Array | string) =>
  decodeSource(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'source');
const textOf = async (bytes: Uint8Array | string) => (await read(bytes)).text.trim();

describe('a DOCX', () => {
  it('keeps its notes, each with a sign', async () => {
    const note = (id: number, text: string) =>
      `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`;
    const body = paragraph(`${run(prose)}<w:r><w:footnoteReference w:id="2"/></w:r>`);
    const footnotes = `<w:footnotes ${names}>${note(0, '')}${note(2, '据《县志》卷三。')}</w:footnotes>`;
    expect(await textOf(docx(body, { 'word/footnotes.xml': footnotes }))).toBe(
      `${prose}①\n\n①　据《县志》卷三。`,
    );
  });

  it('has a text box once, though files have it in two forms', async () => {
    const box = `<w:txbxContent>${paragraph(run('框里的话。'))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent>`;
    expect(await textOf(docx(paragraph(`<w:r>${both}</w:r>${run(prose)}`)))).toBe(`${prose}\n\n框里的话。`);
  });

  it('has moved words at their new place, no deleted ones, and no readings over characters', async () => {
    const changed = `<w:moveFrom>${run('移动的话。')}</w:moveFrom><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins>${run('加上的话。')}</w:ins><w:moveTo>${run('移动的话。')}</w:moveTo>`;
    const ruby = `<w:r><w:ruby><w:rt>${run('chuān')}</w:rt><w:rubyBase>${run('川')}</w:rubyBase></w:ruby></w:r>`;
    expect(await textOf(docx(paragraph(run(prose) + changed + ruby)))).toBe(`${prose}加上的话。移动的话。川`);
  });

  it('tells that its headers are left out', async () => {
    const header = `<w:hdr ${names}>${paragraph(run('永昌县水利局文件'))}</w:hdr>`;
    const { told } = await read(docx(paragraph(run(prose)), { 'word/header1.xml': header }));
    expect(told?.join()).toContain('永昌县水利局文件');
  });
});

describe('a saved web page', () => {
  const body = `<p>　　${prose}</p><p>　　${prose}</p>`;
  const wanted = `# 全县动员做好春耕\n\n${prose}\n\n${prose}`;

  it.each([
    [
      'saved by a browser',
      `<!-- saved from url=(0014)about:internet -->\n<HTML><BODY><h1>全县动员做好春耕</h1>${body}</BODY></HTML>`,
    ],
    [
      'as XHTML',
      `<?xml version="1.0" encoding="utf-8"?>\n<html><body><founder-title><p>全县动员做好春耕</p></founder-title><founder-content>${body}</founder-content></body></html>`,
    ],
    [
      'with its headline in a comment',
      `<html><body><div><!--enpproperty <title>全县动员做好春耕</title>/enpproperty--><!--enpcontent-->${body}<!--/enpcontent--></div></body></html>`,
    ],
    ['as a part', `<div><h1>全县动员做好春耕</h1><!--enpcontent-->${body}<!--/enpcontent--></div>`],
  ])('%s is read', async (_, html) => {
    expect(await textOf(html)).toBe(wanted);
  });

  it('keeps the cells of its tables, and the places that a cell takes over columns and rows', async () => {
    const table =
      '<table><tr><td colspan=2>县区</td><td>产值</td></tr><tr><td rowspan=2>东部</td><td>金川</td><td>546</td></tr><tr><td>永昌</td><td></td></tr></table>';
    expect(
      await textOf(`<html><body><h1>全县动员做好春耕</h1>${body}${table}<p>完。</p></body></html>`),
    ).toBe(`${wanted}\n\n| 县区 |  | 产值 |\n|---|---|---|\n| 东部 | 金川 | 546 |\n|  | 永昌 |  |\n\n完。`);
  });

  it('keeps lines that were broken as the paper breaks them, and the other lines as paragraphs', async () => {
    const page = (...lines: string[]) =>
      `<html><body><h1>题</h1><div>${lines.join('<br>\n')}</div></body></html>`;
    const broken = [
      '　　县水利局昨日派出五个工作组',
      '分赴各灌区检查渠道和水库，督促',
      '有关单位完成清淤任务。',
      '　　今年以来，全县共清淤渠道二',
      '十公里。',
    ];
    expect(await textOf(page(...broken))).toBe(`# 题\n\n${broken.join('\n')}`);
    const verse = [
      '床前明月光，疑是地上',
      '霜。举头望明月，低头',
      '思故乡，千里共婵娟，',
      '但愿人长久，何日再见。',
    ];
    for (const lines of [
      [prose, `${prose}今`, prose],
      verse,
      [`${prose.slice(0, -1)}，其中`, '一是清淤；', '二是检查。'],
    ])
      expect(await textOf(page(...lines))).toBe(`# 题\n\n${lines.join('\n\n')}`);
  });

  it('in UTF-8 is read though it declares what it was before it was saved', async () => {
    const html = `<html><head><meta charset="gb2312"></head><body><p>${prose}</p></body></html>`;
    expect(await textOf(html)).toBe(prose);
    expect(await textOf(iconv.encode(html, 'gbk'))).toBe(prose);
  });

  it('in GBK without a declaration is read, and so are the parts of its title', async () => {
    const html = `<html><body><founder-pretitle><p>备耕在即</p></founder-pretitle><founder-title><p>全县动员做好春耕</p></founder-title><founder-author><p>李强</p></founder-author><founder-content>${body}</founder-content></body></html>`;
    const text = await textOf(iconv.encode(html, 'gbk'));
    expect(text).toBe(`备耕在即\n\n# 全县动员做好春耕\n\n李强\n\n${prose}\n\n${prose}`);
  });
});

describe('other shapes of recognition results', () => {
  const box = [
    [10, 10],
    [400, 10],
    [400, 30],
    [10, 30],
  ];
  it.each([
    ['RapidOCR', [[box, prose, 0.98]]],
    ['RapidOCR with words for scores', [[box, prose, '0.98']]],
    ['EasyOCR', [{ boxes: box, text: prose, confident: 0.98 }]],
    ['PPOCRLabel', [{ transcription: prose, points: box, difficult: false }]],
  ])('of %s are read', async (_, value) => {
    expect(await textOf(JSON.stringify(value))).toBe(prose);
  });

  it('without a text are refused', async () => {
    await expect(read('[null]')).rejects.toThrow('no text');
  });
});
