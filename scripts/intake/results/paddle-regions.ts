import { z } from 'zod';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, headingName, weightOf } from '../boxed.js';
import { rowsOfHtml } from '../office/html-text.js';
import { underEachOther } from '../under-each-other.js';
import { anyBox } from './any-box.js';
import type { JsonForm } from './json-form.js';

const line = z.object({
  text: z.string(),
  confidence: z.coerce.number().optional(),
  text_region: z.unknown().optional(),
});
const table = z.object({ html: z.string() });
const region = z.object({
  type: z.string(),
  bbox: z.unknown(),
  img_idx: z.number().nullish(),
  res: z.union([table, z.array(line), z.unknown()]),
});
/** Lines that a server sends have no regions. */
const entry = z.union([region, line]);
type Entry = z.infer<typeof entry>;

/** PP-Structure 2: regions with their lines, or the HTML of a table; a list for each page, or the pages' numbers. */
export const paddleRegions: JsonForm = {
  name: 'PP-Structure 2',
  keys: /"text_region"\s*:|"bbox"\s*:[^{}"]{0,200}(?:"(?:img|score)[^{}]{0,200})?"res"\s*:/,
  unwrap: (value) => {
    const results = typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
    const all = Array.isArray(results) ? results : [results];
    return Array.isArray(all[0]) ? all : byPage(all);
  },
  shape: z.array(z.array(entry)).transform((pages) => pages.map(pageOf)),
};

function byPage(regions: readonly unknown[]): unknown[][] {
  const pages = new Map<unknown, unknown[]>();
  for (const one of regions) {
    const number = (one as { img_idx?: unknown } | null)?.img_idx;
    pages.set(number, [...(pages.get(number) ?? []), one]);
  }
  return [...pages.values()];
}

function pageOf(entries: readonly Entry[]): BoxedPage {
  const boxOf = (one: Entry) => ('bbox' in one ? anyBox(one.bbox) : undefined);
  return {
    lines: entries.flatMap((one) => ('res' in one ? linesIn(one, boxOf(one)) : [lineOf(one)])),
    pictures: entries.flatMap((one) =>
      'type' in one && /^figure$/iu.test(one.type) ? (boxOf(one) ?? []) : [],
    ),
  };
}

function linesIn({ type, res }: z.infer<typeof region>, box: Box | undefined): BoxedLine[] {
  const found = z.union([table, z.array(line)]).safeParse(res);
  if (!found.success) return [];
  if ('html' in found.data) return underEachOther(rowsOfHtml(found.data.html), box);
  const isHead = headingName.test(type);
  return found.data.map((one) => ({ ...lineOf(one), ...(isHead && { weight: weightOf(true) }) }));
}

const lineOf = ({ text, confidence, text_region }: z.infer<typeof line>): BoxedLine => ({
  text,
  box: anyBox(text_region),
  ...(confidence !== undefined && { confidence }),
});
