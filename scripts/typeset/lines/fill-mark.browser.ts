import { blankSideOf, hangingMarks, sentencePoints } from '../../text/mark-shape.js';
import type { Measured } from './measured.browser.js';
import type { Run } from './paragraphs.browser.js';

/** Settings of a publication's style for marks. */
export interface MarkStyle {
  /** 开明式: marks inside a sentence take half an em everywhere. */
  isKaiming: boolean;
  /** 悬挂: points at a line's end hang beyond it. */
  isHanging: boolean;
  /** 繁體: points are in the middle of their em. */
  isCentred: boolean;
  /** 中西间距 that the style adds to the browser's, in em. */
  latinExtra: number;
}

/** A mark: its place in its run, and its width without its blank half, where the font has that. */
interface Mark {
  run: Run;
  at: number;
  halfWidth: number | undefined;
}

/** Notes what a mark can lose at the ends of a line and inside it. */
export function fillMark(result: Measured, { run, at, halfWidth }: Mark, style: MarkStyle): void {
  const char = run.node.data[at]!;
  const place = run.start + at;
  const width = result.widths[place]!;
  const side = blankSideOf(char, style.isCentred);
  result.blankSides[place] = side === 'both' ? 2 : side === 'start' ? 1 : 0;
  // Not every font has halves of all marks.
  const blank = side ? width - (halfWidth ?? 1) * run.size : 0;
  if (side === undefined && sentencePoints.has(char)) result.isTall[place] = 1;
  if (blank < width / 4) return;
  // A mark in the middle of its em would hang with a gap before it: where points are centred, none hang.
  const hangs = style.isHanging && side === 'end' && hangingMarks.has(char);
  // A point gives up its blank before a closing mark; a browser would remove that of 。 anyway.
  const givesAlways = !sentencePoints.has(char) || blankSideOf(run.node.data[at + 1] ?? '', false) === 'end';
  if (style.isKaiming && givesAlways) {
    result.isHalved[place] = 1;
    result.widths[place] = width - blank;
    if (hangs) result.endBlank[place] = width - blank;
    return;
  }
  if (side === 'start') result.startBlank[place] = blank;
  if (side === 'end') result.endBlank[place] = blank;
  if (hangs) result.endBlank[place] = width;
  // A mark that has lost one half to its neighbour has no other half to lose; ”， has that of ，.
  const hasGiven = (result.joints[place + 1] ?? 0) < 0;
  const isBehind = (result.joints[place] ?? 0) < 0;
  const before = at > 0 ? blankSideOf(run.node.data[at - 1]!, style.isCentred) : sideBefore(result, place);
  if (hasGiven || (isBehind && before !== 'end')) return;
  // Of ：“ one half is left between the two.
  if (side === 'start' && before !== undefined) return;
  result.spare[place] = blank;
}

/** The blank side of the mark before a run: 。 before bold 《 is in another piece of text. */
const sideBefore = ({ endBlank }: Measured, place: number) =>
  (endBlank[place - 1] ?? 0) > 0 ? ('end' as const) : undefined;
