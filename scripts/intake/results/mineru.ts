import { z } from 'zod';
import { type BoxedLine, boxOf } from '../boxed.js';
import type { JsonForm } from './json-form.js';

const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]).rest(z.number());
const span = z.object({ content: z.string().optional(), score: z.number().nullish() });
const line = z.object({ bbox: bbox.optional(), spans: z.array(span) });
const leaf = z.object({ lines: z.array(line).optional() });
/** Tables and pictures contain the blocks of their captions. */
const block = leaf.extend({ blocks: z.array(leaf).optional() });
const page = z.object({
  page_size: z.tuple([z.number(), z.number()]).rest(z.number()).optional(),
  preproc_blocks: z.array(block).optional(),
  para_blocks: z.array(block).optional(),
  discarded_blocks: z.array(block).optional(),
});
const shape = z.object({ pdf_info: z.array(page) });

/** MinerU `middle.json`: lines before they were joined to paragraphs, including discarded ones. */
export const mineru: JsonForm = {
  name: 'MinerU',
  keys: /"pdf_info"\s*:/,
  unwrap: (value) => value,
  shape: shape.transform(({ pdf_info }) =>
    pdf_info.map(({ page_size, preproc_blocks, para_blocks, discarded_blocks }) => ({
      width: page_size?.[0],
      height: page_size?.[1],
      lines: [...(preproc_blocks ?? para_blocks ?? []), ...(discarded_blocks ?? [])].flatMap(linesOf),
    })),
  ),
};

function linesOf({ lines = [], blocks = [] }: z.infer<typeof block>): BoxedLine[] {
  return [...lines, ...blocks.flatMap((one) => one.lines ?? [])].map((own) => {
    const scores = own.spans.flatMap(({ score }) => score ?? []);
    return {
      text: own.spans.map(({ content }) => content ?? '').join(''),
      box: own.bbox && boxOf(own.bbox[0], own.bbox[1], own.bbox[2], own.bbox[3]),
      ...(scores.length > 0 && { confidence: Math.min(...scores) }),
    };
  });
}
