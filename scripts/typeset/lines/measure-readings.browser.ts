import { breakKind } from '../../text/line-break.js';
import { kindOf, mark } from './kinds.browser.js';
import type { Measured } from './measured.browser.js';
import type { Paragraph, Run } from './paragraphs.browser.js';

/** Width of characters with their readings, in px. */
export type ReadingWidths = ReadonlyMap<Element, number>;

/** The browser's unit of layout, in px. */
const roundingPx = 1 / 64;

/**
 * Measures the characters that have readings where they stand, since a long reading makes room beside its character:
 * on one line, which nothing fills. The space beside Latin text is left out: the browser puts it into a character that
 * follows, but not into one before, and joints count it.
 */
export function measureReadings(paragraphs: readonly Paragraph[]): ReadingWidths {
  const blocks = paragraphs.filter(({ hasReadings }) => hasReadings).map(({ block }) => block);
  const former = blocks.map(({ style }) => style.cssText);
  for (const { style } of blocks) {
    style.textAlign = 'start';
    style.whiteSpace = 'nowrap';
    style.setProperty('text-autospace', 'no-autospace');
  }
  const widths = new Map<Element, number>();
  for (const block of blocks) {
    const isVertical = getComputedStyle(block).writingMode.startsWith('vertical');
    for (const ruby of block.querySelectorAll('ruby')) {
      const { width, height } = ruby.getBoundingClientRect();
      // Boxes are rounded up: a line of twenty would seem too wide for its measure of twenty.
      widths.set(ruby, (isVertical ? height : width) - roundingPx);
    }
  }
  for (const [index, { style }] of blocks.entries()) style.cssText = former[index]!;
  return widths;
}

/** A character and its reading is one piece: it has the width of the wider one, and takes no space from another. */
export function fillReadings(
  result: Measured,
  { runs, emPx, hasReadings, text }: Paragraph,
  { widths, pitch }: { widths: ReadingWidths; pitch: number },
): void {
  if (!hasReadings) return;
  let before: Run['ruby'];
  for (const { ruby, start, node } of runs) {
    const end = start + node.length;
    if (ruby) fillReading(result, { start, end, isFirst: ruby !== before, width: widths.get(ruby)! / emPx });
    before = ruby;
  }
  if (pitch > 1) padMarks(result, text, pitch - 1);
}

/** Marks keep the pitch of the characters, and their cell at the end of a line. */
function padMarks(
  { widths, joints, spare, pads, startBlank, endBlank, isDash }: Measured,
  text: string,
  pad: number,
): void {
  for (let at = 0; at < text.length; at++) {
    endBlank[at] = 0;
    const isJoined = joints[at]! < 0 || (joints[at + 1] ?? 0) < 0;
    if (kindOf(text.charCodeAt(at)) !== mark || isDash[at] || isJoined || pads[at]! > 0) continue;
    pads[at] = pad;
    widths[at]! += pad;
    spare[at]! += pad;
    if (startBlank[at]! > 0) startBlank[at]! += pad;
  }
}

interface Piece {
  start: number;
  end: number;
  /** False for a second text of the same piece. */
  isFirst: boolean;
  width: number;
}

function fillReading(result: Measured, { start, end, isFirst, width }: Piece): void {
  const { widths, joints, breaks, extras, spare, stretch, tightens, startBlank, endBlank, pads } = result;
  for (const values of [widths, spare, stretch, startBlank, endBlank, pads]) values.fill(0, start, end);
  tightens.fill(0, start, end + 1);
  extras.fill(0, start, end + 1);
  const inner = isFirst ? start + 1 : start;
  breaks.fill(breakKind.never, inner, end);
  result.gaps.fill(0, inner, end);
  joints.fill(0, inner, end);
  if (isFirst) widths[start] = width;
}
