import { z } from 'zod';
import type { BoxedPage } from '../boxed.js';
import { boxAround } from '../boxes.js';
import type { JsonForm } from './json-form.js';

const corners = z.array(z.tuple([z.number(), z.number()]).rest(z.number()));
const line = z.union([
  z.object({ text: z.string(), score: z.number().optional(), box: corners.optional() }),
  // EasyOCR as JSON, and labels of PPOCRLabel.
  z
    .object({ text: z.string(), boxes: corners, confident: z.coerce.number().optional() })
    .transform(({ text, boxes, confident }) => ({ text, box: boxes, score: confident })),
  z
    .object({ transcription: z.string(), points: corners })
    .transform(({ transcription, points }) => ({ text: transcription, box: points, score: undefined })),
]);
/** `data` is a sentence if nothing was found. */
const page = z.object({ data: z.union([z.array(line), z.string()]) });
/** Pages in a list, one page, or the lines of one. */
function pagesIn(value: unknown): unknown {
  if (!Array.isArray(value)) return [value];
  return line.safeParse(value[0]).success ? [{ data: value }] : value;
}

/** Umi-OCR: a page as JSON, or pages as lines of JSON. */
export const umi: JsonForm = {
  name: 'Umi-OCR',
  keys: /"(?:box|boxes|points)"\s*:\s*\[\s*\[/,
  unwrap: pagesIn,
  shape: z.array(page).transform((pages) =>
    pages.map(
      ({ data }): BoxedPage => ({
        lines: (typeof data === 'string' ? [] : data).map(({ text, score, box }) => ({
          text,
          box: box && boxAround(box.map(([x, y]) => [x, y])),
          ...(score !== undefined && { confidence: score }),
        })),
      }),
    ),
  ),
};
