import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../scripts/intake/read-source.js';

const read = (text: string | Uint8Array, name = 'page.x') =>
  decodeSource(typeof text === 'string' ? Buffer.from(text) : text, name);
const linesOf = ({ text }: { text: string }) => text.split(/[\n\f]+/u).filter((line) => line !== '');

/** Two lines below each other, 20 pixels high, with characters of 20 pixels. */
const [first, second] = ['县水利局昨日派出工作组分赴灌区', '检查渠道，督促各单位按期完成。'];
const boxes = [
  [100, 100, 400, 120],
  [100, 130, 400, 150],
] as const;
const outline = ([x1, y1, x2, y2]: readonly number[]) => `${x1},${y1} ${x2},${y1} ${x2},${y2} ${x1},${y2}`;
const place = ([x1, y1, x2, y2]: readonly number[]) =>
  `HPOS="${x1}" VPOS="${y1}" WIDTH="${x2! - x1!}" HEIGHT="${y2! - y1!}"`;
/** A box for each character, as tight as its ink. */
const chars = (text: string, [left, top]: readonly number[]) =>
  [...text].map((char, at) => ({
    char,
    box: [left! + 20 * at + 2, top! + 1, left! + 20 * at + 18, top! + 19],
  }));

describe('ALTO as programs write it', () => {
  const alto = (lines: string, unit = 'pixel', version = 4) =>
    `<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v${version}#"><Description><MeasurementUnit>${unit}</MeasurementUnit></Description><Layout><Page ID="p" WIDTH="1000" HEIGHT="1400"><TopMargin/><PrintSpace>${lines}</PrintSpace></Page></Layout></alto>`;

  it.each([
    [
      'ABBYY: characters as strings in a composed block, SP between them',
      `<ComposedBlock TYPE="Article"><TextBlock ROTATION="0">${[first, second]
        .map(
          (text, at) =>
            `<TextLine ${place(boxes[at]!)} BASELINE="${boxes[at]![3]}">${chars(text, boxes[at]!)
              .map(({ char, box }) => `<String ${place(box)} CONTENT="${char}" WC="0.6" CC="4"/>`)
              .join('<SP WIDTH="3"/>')}</TextLine>`,
        )
        .join('')}</TextBlock></ComposedBlock>`,
    ],
    [
      'Tesseract: lines whose strings alone have places',
      `<TextBlock>${[second, first]
        .map((text, at) => `<TextLine><String ${place(boxes[1 - at]!)} CONTENT="${text}"/></TextLine>`)
        .join('')}</TextBlock>`,
    ],
    [
      'Kraken: an outline in Shape',
      `<TextBlock>${[second, first]
        .map(
          (text, at) =>
            `<TextLine TAGREFS="t1" BASELINE="100 ${boxes[1 - at]![3]} 400 ${boxes[1 - at]![3]}"><Shape><Polygon POINTS="${outline(boxes[1 - at]!)}"/></Shape><String CONTENT="${text}"><Glyph CONTENT="县"/></String></TextLine>`,
        )
        .join('')}</TextBlock>`,
    ],
    [
      'eScriptorium: a baseline without an outline',
      `<TextBlock>${[second, first]
        .map(
          (text, at) =>
            `<TextLine BASELINE="100 ${boxes[1 - at]![3]} 400 ${boxes[1 - at]![3]}"><String CONTENT="${text}"/></TextLine>`,
        )
        .join('')}</TextBlock>`,
    ],
    [
      'an older program: words hyphenated, an empty line, places below zero',
      `<TextBlock><TextLine HPOS="-3" VPOS="0" WIDTH="10" HEIGHT="0"/>${[first, second]
        .map(
          (text, at) =>
            `<TextLine ${place(boxes[at]!)}><String CONTENT="${text}" SUBS_TYPE="HypPart1" SUBS_CONTENT="${text}…"/></TextLine>`,
        )
        .join('')}</TextBlock>`,
    ],
  ])('%s', async (_, lines) => {
    const source = await read(alto(lines));
    expect(linesOf(source)).toEqual([first, second]);
    expect(source.layout!.lines[0]!.box.top).toBeLessThan(source.layout!.lines[1]!.box.top);
  });

  it('keeps the blank that was set between two characters, and no other', async () => {
    const words = chars('第一条本法，是总则', [100, 100]).map(({ char, box }, at) => ({
      char,
      box: box.map((edge, side) => edge + (at > 2 && side % 2 === 0 ? 20 : 0)),
    }));
    const line = words.map(({ char, box }) => `<String ${place(box)} CONTENT="${char}"/>`).join('<SP/>');
    expect(
      linesOf(
        await read(
          alto(`<TextBlock><TextLine ${place([100, 100, 300, 120])}>${line}</TextLine></TextBlock>`),
        ),
      ),
    ).toEqual(['第一条　本法，是总则']);
  });
});

describe('PAGE as programs write it', () => {
  const page = (regions: string, date = '2013-07-15', prefix = '') =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${prefix}PcGts xmlns${prefix && `:${prefix.slice(0, -1)}`}="http://schema.primaresearch.org/PAGE/gts/pagecontent/${date}"><${prefix}Metadata/><${prefix}Page imageFilename="a.jpg" imageWidth="1000" imageHeight="1400">${regions}</${prefix}Page></${prefix}PcGts>`;
  const line = (text: string, place: string, extra = '') =>
    `<TextLine custom="readingOrder {index:0;}">${place}${extra}<TextEquiv><Unicode>${text}</Unicode></TextEquiv></TextLine>`;
  const coords = (at: number) => `<Coords points="${outline(boxes[at]!)}"/>`;
  const baseline = (at: number) => `<Baseline points="100,${boxes[at]![3]} 400,${boxes[at]![3]}"/>`;

  it.each([
    [
      'Transkribus: the region repeats its lines',
      page(
        `<TextRegion type="paragraph">${coords(0)}${line(second, coords(1), baseline(1))}${line(first, coords(0), baseline(0))}<TextEquiv><Unicode>${second}\n${first}</Unicode></TextEquiv></TextRegion>`,
      ),
    ],
    [
      'Transkribus: the lines of a table are in its cells',
      page(
        `<TableRegion>${coords(0)}<TableCell row="0" col="0">${coords(0)}${line(first, coords(0))}</TableCell><TableCell row="1" col="0">${coords(1)}${line(second, coords(1))}</TableCell></TableRegion>`,
      ),
    ],
    [
      'eScriptorium: lines by their baselines only',
      page(`<TextRegion>${line(second, baseline(1))}${line(first, baseline(0))}</TextRegion>`, '2019-07-15'),
    ],
    [
      'OCR-D: a prefix, two readings by index, words below',
      page(
        `<TextRegion>${[first, second]
          .map(
            (text, at) =>
              `<TextLine>${coords(at)}<Word>${coords(at)}<TextEquiv index="1"><Unicode>错</Unicode></TextEquiv><TextEquiv index="0" conf="0.9"><Unicode>${text}</Unicode></TextEquiv></Word></TextLine>`,
          )
          .join('')}</TextRegion>`.replace(/<(\/?)(?=[A-Z])/gu, '<$1pc:'),
        '2019-07-15',
        'pc:',
      ),
    ],
    [
      'PAGE 2010: points as elements',
      page(
        `<TextRegion>${[first, second]
          .map(
            (text, at) =>
              `<TextLine><Coords>${outline(boxes[at]!)
                .split(' ')
                .map((pair) => `<Point x="${pair.split(',')[0]}" y="${pair.split(',')[1]}"/>`)
                .join('')}</Coords><TextEquiv><Unicode>${text}</Unicode></TextEquiv></TextLine>`,
          )
          .join('')}</TextRegion>`,
        '2010-03-19',
      ),
    ],
  ])('%s', async (_, text) => {
    expect(linesOf(await read(text))).toEqual([first, second]);
  });
});

describe('hOCR as programs write it', () => {
  const hocr = (body: string) =>
    `<!DOCTYPE html><html><head><meta name='ocr-system' content='x'></head><body>${body}</body></html>`;
  const title = (box: readonly number[]) => `bbox ${box.join(' ')}`;

  it.each([
    [
      'OCRopus: lines without words',
      `<div class='ocr_page' title='file a.png'>${[first, second]
        .map((text, at) => `<span class='ocr_line' title='${title(boxes[at]!)}'>${text}</span>\n`)
        .join('')}</div>`,
    ],
    [
      'Kraken: a word for each character',
      `<div class="ocr_page" title="bbox 0 0 1000 1400; image a;b.png">${[first, second]
        .map(
          (text, at) =>
            `<span class="ocr_line" title="${title(boxes[at]!)}">${chars(text, boxes[at]!)
              .map(
                ({ char, box }) => `<span class="ocrx_word" title="x_conf 0.9; ${title(box)}">${char}</span>`,
              )
              .join(' ')}</span>`,
        )
        .join('')}</div>`,
    ],
    [
      'a program that goes no deeper than paragraphs',
      `<div class="ocr_page"><p class="ocr_par" title="${title([100, 100, 400, 150])}">${first}<br>${second}</p></div>`,
    ],
    [
      'a piece of a file, without a page',
      `<p><span class="ocr_line" title="${title(boxes[1])}">${second}</span><span class="ocr_line" title="${title(boxes[0])}">${first}</span></p>`,
    ],
    [
      'commas in boxes, lines whose words alone have places',
      `<div class='ocr_page'>${[first, second]
        .map(
          (text, at) =>
            `<span class='ocr_line'><span class='ocrx_word' title='bbox ${boxes[at]!.join(', ')}'>${text}</span></span>`,
        )
        .join('')}</div>`,
    ],
  ])('%s', async (_, body) => {
    expect(linesOf(await read(hocr(body)))).toEqual([first, second]);
  });
});

describe('tables', () => {
  const rows = ['| 品种 | 批发价 |', '| 西红柿 | 2.60 |'];
  const html = '<table><tr><th>品种</th><th>批发价</th></tr><tr><td>西红柿</td><td>2.60</td></tr></table>';

  it('come row by row out of MinerU', async () => {
    const middle = {
      pdf_info: [
        {
          page_size: [500, 700],
          preproc_blocks: [
            {
              type: 'table',
              blocks: [
                {
                  type: 'table_body',
                  lines: [{ bbox: [50, 50, 250, 90], spans: [{ type: 'table', html }] }],
                },
              ],
            },
            {
              type: 'list',
              blocks: [{ blocks: [{ lines: [{ bbox: [50, 100, 200, 110], spans: [{ content: first }] }] }] }],
            },
          ],
        },
      ],
    };
    expect(linesOf(await read(JSON.stringify(middle)))).toEqual([...rows, first]);
    expect(linesOf(await read(JSON.stringify([{ type: 'table', table_body: html, page_idx: 0 }])))).toEqual(
      rows,
    );
  });

  it('come row by row out of a DOCX, unless a table sets the page', async () => {
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const table = (cells: string[][]) =>
      `<w:tbl>${cells.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
    const docx = (body: string) =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'word/document.xml': strToU8(`<w:document ${word}><w:body>${body}</w:body></w:document>`),
      });
    const long = `${first}${second}`.repeat(3);
    const { text } = await read(
      docx(
        p(first) +
          table([
            ['品种', '批发价'],
            ['西红柿', '2.60'],
          ]) +
          table([[long, second]]),
      ),
    );
    expect(text).toBe(`${first}\n\n${rows.join('\n')}\n\n${long}\n\n${second}\n`);
  });
});

describe('pages of e-paper sites', () => {
  const body = `${first}${second}`.repeat(2);
  const foot = '版权所有 凉州日报社 未经书面授权不得转载使用 建议使用1024×768浏览器';
  it.each([
    [
      'a title by the page’s own',
      `<html><head><title>东渠昨日放水-凉州日报</title></head><body><table><tr><td class="font01">东渠昨日放水</td></tr><tr><td><div id="ozoom"><p>&nbsp;&nbsp;${body}</p></div></td></tr></table><div>${foot}</div></body></html>`,
    ],
    [
      'the elements of Founder’s system',
      `<html><body><founder-title>东渠昨日放水</founder-title><founder-content><P>${body}</P></founder-content><p>${foot}</p></body></html>`,
    ],
    [
      'a heading',
      `<!DOCTYPE html><html><body><h1>东渠昨日放水</h1><p>${body}</p><footer>${foot}</footer></body></html>`,
    ],
  ])('%s', async (_, html) => {
    const { text, told } = await read(html);
    expect(text).toBe(`# 东渠昨日放水\n\n${body}\n`);
    expect(told?.join()).toContain('版权所有');
  });
});

it('reads a blank between words of hOCR from the white between their boxes, beside marks only from more', async () => {
  const word = (text: string, from: number, to: number) =>
    `<span class="ocrx_word" title="bbox ${from} 0 ${to} 40; x_wconf 96">${text}</span>`;
  const line = [
    word('条', 0, 40),
    word('总', 80, 120),
    word('，', 120, 132),
    word('则', 160, 200),
    word('□', 200, 240),
    word('赵', 280, 320),
  ];
  const html = `<html><body><div class="ocr_page" title="bbox 0 0 400 100"><span class="ocr_line" title="bbox 0 0 320 40">${line.join(' ')}</span></div></body></html>`;
  const { text } = await decodeSource(Buffer.from(html), 'page.hocr');
  expect(text.trim()).toBe('条\u3000总，则□\u3000赵');
});
