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

/** A page alone, pages in a list, each maybe under `res`: as a list of pages. */
export function asPages(value: unknown): unknown[] {
  const pages = Array.isArray(value) ? value : [value];
  return pages.map((page) => (isObject(page) && isObject(page.res) ? page.res : page));
}
