import { z } from 'zod';
import { rowsOfHtml } from '../office/html-text.js';
import type { JsonForm } from './json-form.js';

const strings = z.union([z.array(z.string()), z.string().transform((one) => [one])]);
const entry = z.object({
  type: z.string(),
  text: z.string().optional(),
  text_level: z.number().optional(),
  list_items: strings.optional(),
  table_body: z.string().optional(),
  table_caption: strings.optional(),
  table_footnote: strings.optional(),
  image_caption: strings.optional(),
  img_caption: strings.optional(),
  image_footnote: strings.optional(),
  img_footnote: strings.optional(),
  page_idx: z.number().optional(),
});

/** MinerU `content_list.json`: paragraphs joined by the program itself, with heading levels. */
export const contentList: JsonForm = {
  name: 'MinerU',
  keys: /"page_idx"\s*:/,
  unwrap: (value) => value,
  shape: z.array(entry).transform((entries) => `${entries.flatMap(blocksOf).join('\n\n')}\n`),
};

function blocksOf(one: z.infer<typeof entry>): string[] {
  const level = Math.min(Math.max(one.text_level ?? 0, 0), 6);
  const words = one.text?.replace(/\s*\n\s*/gu, ' ').trim() ?? '';
  return [
    words && level > 0 ? `${'#'.repeat(level)} ${words}` : words,
    ...(one.list_items ?? []),
    ...(one.table_caption ?? []),
    one.table_body ? rowsOfHtml(one.table_body).join('\n') : '',
    ...(one.table_footnote ?? []),
    ...(one.image_caption ?? one.img_caption ?? []),
    ...(one.image_footnote ?? one.img_footnote ?? []),
  ].filter((block) => block.trim() !== '');
}
