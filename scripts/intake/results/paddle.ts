import { z } from 'zod';
import type { BoxedLine, BoxedPage } from '../boxed.js';
import { boxAround, boxOf } from '../boxes.js';
import { asPages, type JsonForm } from './json-form.js';

const point = z.tuple([z.number(), z.number()]).rest(z.number());
export const corners = z.tuple([z.number(), z.number(), z.number(), z.number()]).rest(z.number());
/** Lines as PaddleOCR 3 writes them, a list for each property. */
export const recognised = z.object({
  rec_texts: z.array(z.string()),
  rec_scores: z.array(z.number()).optional(),
  rec_boxes: z.array(corners).optional(),
  rec_polys: z.array(z.array(point)).optional(),
});
export const size = { width: z.number().nullish(), height: z.number().nullish() };
const page = recognised.extend(size);
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

export function linesOf({
  rec_texts,
  rec_scores,
  rec_boxes,
  rec_polys,
}: z.infer<typeof recognised>): BoxedLine[] {
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
