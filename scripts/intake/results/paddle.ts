import { z } from 'zod';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, headingName, weightOf } from '../boxed.js';
import { boxAround, boxOf, isIn } from '../boxes.js';
import { asPages, type JsonForm } from './json-form.js';

const point = z.tuple([z.number(), z.number()]).rest(z.number());
const corners = z.tuple([z.number(), z.number(), z.number(), z.number()]).rest(z.number());
const lines = z.object({
  rec_texts: z.array(z.string()),
  rec_scores: z.array(z.number()).optional(),
  rec_boxes: z.array(corners).optional(),
  rec_polys: z.array(z.array(point)).optional(),
});
const size = { width: z.number().nullish(), height: z.number().nullish() };
const page = lines.extend(size);
/** PaddleOCR 3: `rec_texts` with `rec_boxes`, or with `rec_polys` where boxes were not requested. */
export const paddle: JsonForm = {
  name: 'PaddleOCR',
  keys: /"rec_texts"\s*:/,
  unwrap: asPages,
  shape: z.array(page).transform((pages) => pages.map(pageOf)),
};

function pageOf({ width, height, ...found }: z.infer<typeof page>): BoxedPage {
  return { width: width ?? undefined, height: height ?? undefined, lines: linesOf(found) };
}

function linesOf({ rec_texts, rec_scores, rec_boxes, rec_polys }: z.infer<typeof lines>): BoxedLine[] {
  return rec_texts.map((text, index) => {
    const box = rec_boxes?.[index];
    const polygon = rec_polys?.[index];
    const confidence = rec_scores?.[index];
    return {
      text,
      box: box
        ? boxOf(box[0], box[1], box[2], box[3])
        : polygon && boxAround(polygon.map(([x, y]) => [x, y])),
      ...(confidence !== undefined && { confidence }),
    };
  });
}

const block = z.object({
  block_bbox: corners,
  block_label: z.string().optional(),
  block_content: z.string(),
});
const structured = lines.partial({ rec_texts: true }).extend({
  parsing_res_list: z.array(block),
  overall_ocr_res: lines.optional(),
  ...size,
});

/** PP-Structure: its lines, if the file has them; else its blocks, which are less reliable. */
export const paddleBlocks: JsonForm = {
  name: 'PP-Structure',
  keys: /"parsing_res_list"\s*:/,
  unwrap: asPages,
  shape: z.array(structured).transform((pages) => pages.map(structuredPage)),
};

function structuredPage({
  parsing_res_list,
  overall_ocr_res,
  width,
  height,
  ...own
}: z.infer<typeof structured>): BoxedPage {
  const found = [overall_ocr_res, own].find((one) => (one?.rec_texts?.length ?? 0) > 0);
  const blocks = parsing_res_list.map((one) => ({ ...one, box: boxOf(...cornersOf(one.block_bbox)) }));
  const named = (name: RegExp) => blocks.filter(({ block_label }) => name.test(block_label ?? ''));
  const headings = named(headingName);
  return {
    width: width ?? undefined,
    height: height ?? undefined,
    lines: (found ? linesOf({ ...found, rec_texts: found.rec_texts ?? [] }) : blocks.flatMap(rowsOf)).map(
      (line) => ({
        ...line,
        ...(headings.some(({ box }) => line.box && isIn(line.box, box)) && { weight: weightOf(true) }),
      }),
    ),
    pictures: named(pictureName).map(({ box }) => box),
  };
}

const pictureName = /^(?:image|figure|chart|seal|header_image|footer_image)$/u;
const cornersOf = ([x1, y1, x2, y2]: z.infer<typeof corners>): [number, number, number, number] => [
  x1,
  y1,
  x2,
  y2,
];

/** Rows of a block share its height. */
function rowsOf({ box, block_content }: { box: Box; block_content: string }): BoxedLine[] {
  const rows = block_content.split('\n').filter((row) => row.trim() !== '');
  const height = (box.bottom - box.top) / Math.max(rows.length, 1);
  return rows.map((text, index) => ({
    text,
    box: { ...box, top: box.top + index * height, bottom: box.top + (index + 1) * height },
  }));
}

const oldLine = z.union([
  z.tuple([z.array(point).length(4), z.tuple([z.string(), z.number()])]),
  // RapidOCR and EasyOCR.
  z
    .tuple([z.array(point).length(4), z.string(), z.coerce.number()])
    .transform(([polygon, text, score]): [typeof polygon, [string, number]] => [polygon, [text, score]]),
]);

/** PaddleOCR 2: [[four corners, [text, score]], …], one list per page; a page without text is null. */
export const paddleLines: JsonForm = {
  name: 'PaddleOCR 2',
  keys: /^\s*\[\s*null\s*\]\s*$|^\s*\[\s*(?:\[\s*)?\[\s*\[\s*\[\s*-?[\d.]+\s*,\s*-?[\d.]+\s*\]/,
  unwrap: (value) =>
    isLine(value) ? [value] : Array.isArray(value) ? value.map((page) => page ?? []) : value,
  shape: z.array(z.array(oldLine)).transform((pages) =>
    pages.map((own) => ({
      lines: own.map(([polygon, [text, confidence]]) => ({
        text,
        confidence,
        box: boxAround(polygon.map(([x, y]) => [x, y])),
      })),
    })),
  ),
};

/** True if a list has lines, and not pages of lines. */
const isLine = (value: unknown) => Array.isArray(value) && oldLine.safeParse(value[0]).success;
