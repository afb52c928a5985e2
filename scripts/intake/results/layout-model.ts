import { z } from 'zod';
import { headingName } from '../boxed.js';
import { rowsOfHtml } from '../office/html-text.js';
import type { JsonForm } from './json-form.js';

const block = z.object({ category: z.string(), text: z.string().optional() });

/**
 * Models that read a page as a whole (dots.ocr): paragraphs that they joined themselves, in reading order, each with its
 * category. They are text, since their boxes do not tell lines.
 */
export const layoutModel: JsonForm = {
  name: 'dots.ocr',
  keys: /"category"\s*:\s*"(?:Text|Title|Section-header|Page-header|Page-footer|Caption|Footnote|List-item|Table|Picture|Formula)"/,
  unwrap: (value) => (Array.isArray(value) ? value.flat() : [value]),
  shape: z.array(block).transform((blocks) => `${blocks.flatMap(textOf).join('\n\n')}\n`),
};

function textOf({ category, text = '' }: z.infer<typeof block>): string[] {
  if (category === 'Picture' || text.trim() === '') return [];
  if (category === 'Table') return [rowsOfHtml(text).join('\n')];
  const words = text.replace(/\s*\n\s*/gu, ' ').trim();
  const isHead = headingName.test(category) && !words.startsWith('#');
  return [isHead ? `${category === 'Title' ? '#' : '##'} ${words}` : words];
}
