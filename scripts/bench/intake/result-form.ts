import type { Box } from '../../article/layout.js';

/** A line of a recognition result, in points. */
export interface FoundLine {
  text: string;
  box: Box;
  size: number;
}

export interface FoundPage {
  width: number;
  height: number;
  lines: FoundLine[];
}

/** A form in which recognition programs write pages. `write` returns a file of one page or of several. */
export interface ResultForm {
  id: string;
  write(pages: readonly FoundPage[]): string;
}

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Pixels per point of a scan at 300 dpi. */
export const pixels = 300 / 72;

export function scaled({ left, top, right, bottom }: Box, scale: number): [number, number, number, number] {
  return [left, top, right, bottom].map((edge) => Math.round(edge * scale)) as [
    number,
    number,
    number,
    number,
  ];
}
