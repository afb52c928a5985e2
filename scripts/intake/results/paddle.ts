import { z } from 'zod';
import type { BoxedLine, BoxedPage } from '../boxed.js';
import { boxAround, boxOf } from '../boxes.js';
import { asPages, type JsonForm } from './json-form.js';

const point = z.tuple([z.number(), z.number()]).rest(z.number());
export const corners = z.tuple([z.number(), z.number(), z.number(), z.number()]).rest(z.number());
/** Lines as PaddleOCR 3 writes them, a list for each property. */
export const recognised = z.object({
  rec_texts: z.array(z.string()),
  rec_scores: z.array(z.number()).nullish(),
  rec_boxes: z.array(corners).nullish(),
  rec_polys: z.array(z.array(point)).nullish(),
});
export const size = { width: z.number().nullish(), height: z.number().nullish() };
const page = recognised.extend(size);
/** PaddleOCR 3: `rec_texts` with `rec_boxes`, or with `rec_polys` where boxes were not requested. */
export const paddle: JsonForm = {
  name: 'PaddleOCR',
  keys: /"(?:rec_texts?|txts)"\s*:\s*[[(]/,
  unwrap: (value) => asPages(value).map(withNames),
  shape: z.array(page).transform((pages) => pages.map(pageOf)),
};

/** Names of the lists in PaddleX before 3.0, and in RapidOCR 3. */
const names: Readonly<Record<string, string>> = {
  rec_text: 'rec_texts',
  rec_score: 'rec_scores',
  txts: 'rec_texts',
  scores: 'rec_scores',
  boxes: 'rec_polys',
};

/** A page with the names of today; the outlines that were found are those of the lines if there are as many. */
function withNames(page: unknown): unknown {
  if (typeof page !== 'object' || page === null || Array.isArray(page)) return page;
  const own: Record<string, unknown> = { ...page };
  for (const [old, name] of Object.entries(names)) if (old in own && !(name in own)) own[name] = own[old];
  const [texts, outlines] = [own.rec_texts, own.dt_polys];
  const areSame = Array.isArray(texts) && Array.isArray(outlines) && texts.length === outlines.length;
  return areSame && !own.rec_polys && !own.rec_boxes ? { ...own, rec_polys: outlines } : own;
}

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
  keys: /^\s*\[\s*null\s*\]\s*$|^\s*(?:[[(]\s*){3,5}(?:array\(\[+\s*)?(?:np\.\w+\()?-?[\d.]+\)?\s*,|ppocr INFO: \[\[\[/,
  unwrap: (value) => {
    if (oldLine.safeParse(value).success) return [[value]];
    return isLine(value) ? [value] : Array.isArray(value) ? value.map((page) => page ?? []) : value;
  },
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
