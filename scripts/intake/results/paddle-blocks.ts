import { z } from 'zod';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, headingName, weightOf } from '../boxed.js';
import { boxOf, isIn } from '../boxes.js';
import { rowsOfHtml } from '../office/html-text.js';
import { underEachOther } from '../under-each-other.js';
import { asPages, type JsonForm } from './json-form.js';
import { corners, linesOf, recognised, size } from './paddle.js';

const block = z.object({
  block_bbox: corners,
  block_label: z.string().optional(),
  block_content: z.string(),
});
const structured = recognised.partial({ rec_texts: true }).extend({
  parsing_res_list: z.array(block),
  overall_ocr_res: recognised.optional(),
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
  const lines = found
    ? withTables(linesOf({ ...found, rec_texts: found.rec_texts ?? [] }), blocks)
    : blocks.flatMap(rowsOf);
  return {
    width: width ?? undefined,
    height: height ?? undefined,
    lines: lines.map((line) => ({
      ...line,
      ...(headings.some(({ box }) => line.box && isIn(line.box, box)) && { weight: weightOf(true) }),
    })),
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

interface Region {
  box: Box;
  block_content: string;
}

const isTable = ({ block_content }: Region) => /<t[rd]\b/iu.test(block_content);

function rowsOf(region: Region): BoxedLine[] {
  const rows = isTable(region) ? rowsOfHtml(region.block_content) : region.block_content.split('\n');
  return underEachOther(rows, region.box);
}

/** Lines of which those of a table are its rows, with the empty cells, if these have all the words of the lines. */
function withTables(lines: readonly BoxedLine[], regions: readonly Region[]): BoxedLine[] {
  let all = [...lines];
  for (const region of regions.filter(isTable)) {
    const inside = all.filter(({ box }) => box && isIn(box, region.box));
    const rows = rowsOf(region);
    if (inside.length === 0 || !hasAll(rows, inside)) continue;
    all = [...all.filter((line) => !inside.includes(line)), ...rows];
  }
  return all;
}

function hasAll(rows: readonly BoxedLine[], lines: readonly BoxedLine[]): boolean {
  const counts = new Map<string, number>();
  const count = (all: readonly BoxedLine[], step: number) => {
    for (const char of all.map(({ text }) => text).join('')) counts.set(char, (counts.get(char) ?? 0) + step);
  };
  count(rows, 1);
  count(lines, -1);
  return [...counts].every(([char, left]) => left >= 0 || /\s/u.test(char));
}
