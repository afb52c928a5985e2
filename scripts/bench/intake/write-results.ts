import { hocr } from './hocr.js';
import { escaped, type FoundPage, pixels, type ResultForm, scaled } from './result-form.js';

function cornersOf([x1, y1, x2, y2]: readonly [number, number, number, number]) {
  return [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ];
}

function alto(unit: string, scale: number, version: number): ResultForm {
  const page = ({ width, height, lines }: FoundPage, index: number) =>
    `<Page ID="P${index}" PHYSICAL_IMG_NR="${index + 1}" WIDTH="${Math.round(width * scale)}" HEIGHT="${Math.round(height * scale)}"><PrintSpace><TextBlock ID="B${index}">${lines
      .map(({ text, box }) => {
        const [x1, y1, x2, y2] = scaled(box, scale);
        const place = `HPOS="${x1}" VPOS="${y1}" WIDTH="${x2 - x1}" HEIGHT="${y2 - y1}"`;
        return `<TextLine ${place}><String ${place} CONTENT="${escaped(text)}" WC="0.98"/></TextLine>`;
      })
      .join('\n')}</TextBlock></PrintSpace></Page>`;
  return {
    id: `ALTO ${version} in ${unit}`,
    write: (pages) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v${version}#"><Description><MeasurementUnit>${unit}</MeasurementUnit></Description><Layout>${pages.map(page).join('\n')}</Layout></alto>\n`,
  };
}

function pageXml(date: string): ResultForm {
  return {
    id: `PAGE ${date.slice(0, 4)}`,
    write: (pages) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/${date}">${pages
        .map(
          ({ width, height, lines }, index) =>
            `<Page imageFilename="${index}.png" imageWidth="${Math.round(width * pixels)}" imageHeight="${Math.round(height * pixels)}"><TextRegion id="r"><Coords points="0,0 1,1"/>${lines
              .map(({ text, box }, line) => {
                const points = cornersOf(scaled(box, pixels)).map((point) => point.join(','));
                return `<TextLine id="l${line}"><Coords points="${points.join(' ')}"/><TextEquiv conf="0.97"><Unicode>${escaped(text)}</Unicode></TextEquiv></TextLine>`;
              })
              .join('\n')}</TextRegion></Page>`,
        )
        .join('\n')}</PcGts>\n`,
  };
}

const boxesOf = ({ lines }: FoundPage) => lines.map(({ box }) => scaled(box, pixels));
const textsOf = ({ lines }: FoundPage) => lines.map(({ text }) => text);
const alone = (values: readonly unknown[]) => JSON.stringify(values.length === 1 ? values[0] : values);

const paddle: ResultForm = {
  id: 'PaddleOCR',
  write: (pages) =>
    alone(
      pages.map((page) => ({
        input_path: 'page.png',
        rec_texts: textsOf(page),
        rec_scores: page.lines.map(() => 0.99),
        rec_boxes: boxesOf(page),
      })),
    ),
};

const paddle2: ResultForm = {
  id: 'PaddleOCR 2',
  write: (pages) =>
    JSON.stringify(
      pages.map((page) => page.lines.map(({ text, box }) => [cornersOf(scaled(box, pixels)), [text, 0.99]])),
    ),
};

const structure: ResultForm = {
  id: 'PP-Structure',
  write: (pages) =>
    alone(
      pages.map((page) => ({
        res: {
          width: Math.round(page.width * pixels),
          height: Math.round(page.height * pixels),
          parsing_res_list: [],
          overall_ocr_res: { rec_texts: textsOf(page), rec_boxes: boxesOf(page) },
        },
      })),
    ),
};

const mineru: ResultForm = {
  id: 'MinerU',
  write: (pages) =>
    JSON.stringify({
      pdf_info: pages.map(({ width, height, lines }, page_idx) => ({
        page_idx,
        page_size: [width, height],
        preproc_blocks: [
          {
            type: 'text',
            lines: lines.map(({ text, box }) => {
              const bbox = scaled(box, 1);
              return { bbox, spans: [{ bbox, type: 'text', content: text, score: 0.99 }] };
            }),
          },
        ],
        discarded_blocks: [],
      })),
    }),
};

const umiPage = ({ lines }: FoundPage) => ({
  code: 100,
  data: lines.map(({ text, box }) => ({ text, score: 0.99, box: cornersOf(scaled(box, pixels)), end: '\n' })),
});

const umi: ResultForm = { id: 'Umi-OCR', write: (pages) => alone(pages.map(umiPage)) };
const umiLines: ResultForm = {
  id: 'Umi-OCR, a page a line',
  write: (pages) => pages.map((page) => `${JSON.stringify(umiPage(page))}\n`).join(''),
};

const tesseract: ResultForm = {
  id: 'tesseract TSV',
  write: (pages) => {
    const rows = pages.flatMap(({ width, height, lines }, index) => {
      const page = index + 1;
      const row = (kind: number, line: number, word: number, box: readonly number[], text: string) =>
        [
          kind,
          page,
          1,
          1,
          line,
          word,
          box[0],
          box[1],
          box[2]! - box[0]!,
          box[3]! - box[1]!,
          kind === 5 ? 96.1 : -1,
          text,
        ].join('\t');
      return [
        row(1, 0, 0, [0, 0, Math.round(width * pixels), Math.round(height * pixels)], ''),
        ...lines.flatMap(({ text, box }, line) => [
          row(4, line + 1, 0, scaled(box, pixels), ''),
          row(5, line + 1, 1, scaled(box, pixels), text),
        ]),
      ];
    });
    return `level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n${rows.join('\n')}\n`;
  },
};

/** The supported forms, each in the manner of its programs. */
export const resultForms: readonly ResultForm[] = [
  alto('mm10', 254 / 72, 2),
  alto('inch1200', 1200 / 72, 3),
  alto('pixel', pixels, 4),
  pageXml('2013-07-15'),
  pageXml('2019-07-15'),
  hocr,
  paddle,
  paddle2,
  structure,
  mineru,
  umi,
  umiLines,
  tesseract,
];
