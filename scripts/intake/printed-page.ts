import type { Box, PlacedLine } from '../article/layout.js';

/** A line as a reader found it, before its place in the order is known. */
export interface PrintedLine
  extends Pick<PlacedLine, 'box' | 'direction' | 'size' | 'weight' | 'confidence'> {
  text: string;
}

/** Result of a reader of pages: one page with its lines in any order, and the rules between them. */
export interface PrintedPage {
  width: number;
  height: number;
  lines: PrintedLine[];
  /** 线: horizontal and vertical rules, edges of frames. */
  rules: Box[];
  /** Pictures and tinted boxes without text, where the file has them. */
  pictures?: Box[];
}
