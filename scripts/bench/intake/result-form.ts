import type { Box } from '../../article/layout.js';
import type { PrintedPage } from '../../intake/printed-page.js';

/** A line of a recognition result, in points. */
export interface FoundLine {
  text: string;
  box: Box;
  size: number;
  isBold?: boolean;
}

export interface FoundPage {
  width: number;
  height: number;
  lines: FoundLine[];
  rules?: Box[];
  pictures?: Box[];
}

/** Evidence of a PDF beside words and places, for which a form of results may have no room. */
export type Evidence = 'weight' | 'rules' | 'pictures';

/** A form in which recognition programs write pages. `write` returns a file of one page or of several. */
export interface ResultForm {
  id: string;
  lacks: readonly Evidence[];
  write(pages: readonly FoundPage[]): string;
}

/** A PDF's pages without what a form has no room for: what it then gives must be what the form gives. */
export function without(pages: readonly PrintedPage[], lacks: readonly Evidence[]): PrintedPage[] {
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map(({ weight, ...line }) => ({
      ...line,
      ...(weight !== undefined && !lacks.includes('weight') && { weight }),
    })),
    rules: lacks.includes('rules') ? [] : page.rules,
    pictures: lacks.includes('pictures') ? [] : (page.pictures ?? []),
  }));
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

export type Corners = readonly [number, number, number, number];

/** The four corners of a box, clockwise. */
export function cornersOf([x1, y1, x2, y2]: Corners): [number, number][] {
  return [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ];
}
