import type { Box } from '../../article/layout.js';
import { hocr } from './hocr.js';
import { cornersOf, type Evidence, type FoundPage, pixels, type ResultForm, scaled } from './result-form.js';
import { alto, pageXml } from './xml-forms.js';

/** Recognition of lines knows their words and places. */
const wordsOnly: readonly Evidence[] = ['weight', 'rules', 'pictures'];

const boxesOf = ({ lines }: FoundPage) => lines.map(({ box }) => scaled(box, pixels));
const textsOf = ({ lines }: FoundPage) => lines.map(({ text }) => text);
const alone = (values: readonly unknown[]) => JSON.stringify(values.length === 1 ? values[0] : values);

const paddle: ResultForm = {
  id: 'PaddleOCR',
  lacks: wordsOnly,
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
  lacks: wordsOnly,
  write: (pages) =>
    JSON.stringify(
      pages.map((page) => page.lines.map(({ text, box }) => [cornersOf(scaled(box, pixels)), [text, 0.99]])),
    ),
};

const blockOf = (block_label: string, box: Box, block_content: string) => ({
  block_label,
  block_content,
  block_bbox: scaled(box, pixels),
});

/** It tells titles from text, by a model of the whole page. */
const structure: ResultForm = {
  id: 'PP-Structure',
  lacks: ['rules'],
  write: (pages) =>
    alone(
      pages.map((page) => ({
        res: {
          width: Math.round(page.width * pixels),
          height: Math.round(page.height * pixels),
          parsing_res_list: [
            ...page.lines
              .filter(({ isBold }) => isBold)
              .map(({ text, box }) => blockOf('paragraph_title', box, text)),
            ...(page.pictures ?? []).map((box) => blockOf('image', box, '')),
          ],
          overall_ocr_res: { rec_texts: textsOf(page), rec_boxes: boxesOf(page) },
        },
      })),
    ),
};

const mineruBlock = (type: string, lines: FoundPage['lines']) => ({
  type,
  lines: lines.map(({ text, box }) => {
    const bbox = scaled(box, 1);
    return { bbox, spans: [{ bbox, type: 'text', content: text, score: 0.99 }] };
  }),
});

const mineru: ResultForm = {
  id: 'MinerU',
  lacks: ['rules'],
  write: (pages) =>
    JSON.stringify({
      pdf_info: pages.map(({ width, height, lines, pictures = [] }, page_idx) => ({
        page_idx,
        page_size: [width, height],
        preproc_blocks: [
          mineruBlock(
            'text',
            lines.filter(({ isBold }) => !isBold),
          ),
          ...lines.filter(({ isBold }) => isBold).map((line) => mineruBlock('title', [line])),
          ...pictures.map((box) => {
            const bbox = scaled(box, 1);
            return {
              type: 'image',
              bbox,
              blocks: [
                {
                  type: 'image_body',
                  bbox,
                  lines: [{ bbox, spans: [{ bbox, type: 'image', image_path: 'a.jpg' }] }],
                },
              ],
            };
          }),
        ],
        discarded_blocks: [],
      })),
    }),
};

const umiPage = ({ lines }: FoundPage) => ({
  code: 100,
  data: lines.map(({ text, box }) => ({ text, score: 0.99, box: cornersOf(scaled(box, pixels)), end: '\n' })),
});

const umi: ResultForm = { id: 'Umi-OCR', lacks: wordsOnly, write: (pages) => alone(pages.map(umiPage)) };
const umiLines: ResultForm = {
  id: 'Umi-OCR, a page a line',
  lacks: wordsOnly,
  write: (pages) => pages.map((page) => `${JSON.stringify(umiPage(page))}\n`).join(''),
};

const tesseract: ResultForm = {
  id: 'tesseract TSV',
  lacks: wordsOnly,
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
