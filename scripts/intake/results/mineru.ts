import { z } from 'zod';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, headingName, weightOf } from '../boxed.js';
import { boxOf } from '../boxes.js';
import { rowsOfHtml } from '../office/html-text.js';
import { underEachOther } from '../under-each-other.js';
import type { JsonForm } from './json-form.js';

const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]).rest(z.number());
const span = z.object({
  content: z.string().optional(),
  html: z.string().optional(),
  score: z.number().nullish(),
});
const line = z.object({ bbox: bbox.optional(), spans: z.array(span) });
interface Block {
  type?: string | undefined;
  bbox?: z.infer<typeof bbox> | undefined;
  lines?: z.infer<typeof line>[] | undefined;
  blocks?: Block[] | undefined;
}
/** Tables and pictures contain the blocks of their captions, lists those of their items. */
const block: z.ZodType<Block> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    bbox: bbox.optional(),
    lines: z.array(line).optional(),
    blocks: z.array(block).optional(),
  }),
);
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
    pdf_info.map(({ page_size, preproc_blocks, para_blocks, discarded_blocks }) => {
      const blocks = [...(preproc_blocks ?? para_blocks ?? []), ...(discarded_blocks ?? [])];
      return {
        width: page_size?.[0],
        height: page_size?.[1],
        lines: blocks.flatMap((one) => linesOf(one)),
        pictures: blocks.flatMap((one) => picturesOf(one)),
      };
    }),
  ),
};

/** MinerU never nests blocks more deeply. */
const deepest = 8;

function linesOf({ type = '', lines = [], blocks = [] }: Block, depth = 0): BoxedLine[] {
  const inner = depth < deepest ? blocks.flatMap((one) => linesOf(one, depth + 1)) : [];
  const own = lines.flatMap(rowsOf);
  const isHead = headingName.test(type);
  return [...(isHead ? own.map((line) => ({ ...line, weight: weightOf(true) })) : own), ...inner];
}

/** The boxes of pictures; their captions are blocks beside them. */
function picturesOf({ type, bbox: corners, blocks = [] }: Block, depth = 0): Box[] {
  const inner = depth < deepest ? blocks.flatMap((one) => picturesOf(one, depth + 1)) : [];
  if (inner.length > 0 || !corners || !/^(?:image|chart)(?:_body)?$/u.test(type ?? '')) return inner;
  return [boxOf(corners[0], corners[1], corners[2], corners[3])];
}

/** A line, or the rows of a table, which share the box of the table. */
function rowsOf({ bbox: corners, spans }: z.infer<typeof line>): BoxedLine[] {
  const box = corners && boxOf(corners[0], corners[1], corners[2], corners[3]);
  const scores = spans.flatMap(({ score }) => score ?? []);
  const rows = spans.some(({ html }) => html)
    ? spans.flatMap(({ content, html }) => (html ? rowsOfHtml(html) : (content ?? [])))
    : [spans.map(({ content }) => content ?? '').join('')];
  return underEachOther(rows, box, scores.length > 0 ? { confidence: Math.min(...scores) } : {});
}
