import { isSentenceEnd } from '../../../text/prohibition.js';
import type { Line } from '../../measure/lines.js';
import { furnitureNumbers } from '../../numbers/forms.js';

/** Reasons for 版面杂质. Each is the id of a rule that a person can turn off. */
export type FurnitureKind = 'page-number' | 'running-head' | 'imprint';

/** Facts about a file's lines for the search for furniture. */
export interface PageView {
  lines: readonly Line[];
  /** A form feed lies before the line. */
  opensPage: boolean[];
  /** The line ends in the middle of a sentence, as wide as those around it. */
  isOpen: boolean[];
  /** How many characters its lines have. */
  usual: number;
}

export function newPageView(source: string, lines: readonly Line[]): PageView {
  const usual = medianOf(lines.map(({ text }) => text.length));
  return {
    lines,
    usual,
    opensPage: lines.map(
      ({ start }, index) => index > 0 && source.slice(lines[index - 1]!.end, start).includes('\f'),
    ),
    isOpen: lines.map(
      ({ text }) =>
        text.length >= Math.max(usual * furnitureNumbers.openShare, furnitureNumbers.leastOpen) &&
        !isSentenceEnd(text.charCodeAt(text.length - 1)) &&
        !/[”’」』）：；]$/u.test(text),
    ),
  };
}

/** True if a page begins or ends at a line: at the file's ends, at a form feed, beside other furniture. */
export function isAtEdge({ lines, opensPage }: PageView, index: number, kinds: readonly unknown[]): boolean {
  return (
    index < 2 ||
    index >= lines.length - 2 ||
    opensPage[index] === true ||
    opensPage[index + 1] === true ||
    kinds[index - 1] !== undefined ||
    kinds[index + 1] !== undefined
  );
}

/** The middle one of some numbers; 0 of none. */
export function medianOf(numbers: readonly number[]): number {
  return Float64Array.from(numbers).sort()[numbers.length >> 1] ?? 0;
}
