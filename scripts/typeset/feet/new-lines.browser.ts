import { breakInto } from '../lines/break-into.browser.js';
import type { Line } from '../lines/measured.browser.js';
import type { SetParagraph } from '../lines/set-lines.browser.js';
import type { Flow } from './page-model.browser.js';

/** A paragraph in a number of lines; undefined where that would show. Each number is tried once. */
export function newLines({ tried }: Flow, set: SetParagraph, count: number): Line[] | undefined {
  const known = tried.get(set) ?? new Map<number, Line[] | undefined>();
  tried.set(set, known);
  if (!known.has(count)) {
    const { paragraph, text, air } = set;
    known.set(count, breakInto(text, { ...paragraph, measure: paragraph.measure - air }, count));
  }
  return known.get(count);
}
