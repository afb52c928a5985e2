import type { z } from 'zod';
import type { BoxedPage } from '../boxed.js';

/** A program's JSON: its shape and its meaning. */
export interface JsonForm {
  /** Name of the program, for messages. */
  name: string;
  /** Keys in its files that texts in braces do not have. */
  keys: RegExp;
  /** From the value to what `shape` describes: a list of pages, whether the file has one or many. */
  unwrap(value: unknown): unknown;
  /** Pages of lines; or text, if the program joined lines itself. */
  shape: z.ZodType<BoxedPage[] | string>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The lists of pages in what PaddleOCR's own server answers, under `result`. */
const served = ['ocrResults', 'layoutParsingResults'] as const;

/** A page alone, pages in a list or in a server's answer, each maybe under `res` or `prunedResult`: as a list of pages. */
export function asPages(value: unknown): unknown[] {
  const answer = isObject(value) && isObject(value.result) ? value.result : value;
  const list = isObject(answer) ? served.map((key) => answer[key]).find(Array.isArray) : undefined;
  const pages: unknown[] = list ?? (Array.isArray(value) ? value : [value]);
  return pages.map((page) => {
    const inner = isObject(page) ? (page.res ?? page.prunedResult) : undefined;
    return isObject(inner) ? inner : page;
  });
}
