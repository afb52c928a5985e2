import { type BlankSide, blankSideOf, hangingMarks, sentencePoints } from '../../text/mark-shape.js';
import type { Measured } from './measured.browser.js';
import type { Run } from './paragraphs.browser.js';

/** Settings for marks in a publication's style. */
export interface MarkStyle {
  /** 开明式: marks inside a sentence are always half an em wide. */
  isKaiming: boolean;
  /** 悬挂: points at the end of a line hang into the margin. */
  isHanging: boolean;
  /** 繁體: points are centred in their em. */
  isCentred: boolean;
  /** 中西间距 that the style adds to the browser's own, in em. */
  latinExtra: number;
  /** 字距: from one character with a reading to the next, in em; 1 in books without readings. */
  pitch: number;
}

/** A mark: its place in its run, and its width without its blank half if the font has such a form. */
interface Mark {
  run: Run;
  at: number;
  halfWidth: number | undefined;
}

/**
 * Space that a mark may gain on each of its sides that are blank: beside half an em of white it is as hard to see as
 * squeezing. An eighth is the most that a gap may have: less, because the browser rounds.
 */
export const mostSpread = 0.12;

/** Records how much a mark can lose at the ends of a line, and lose or gain inside it. */
export function fillMark(result: Measured, { run, at, halfWidth }: Mark, style: MarkStyle): void {
  const char = run.node.data[at]!;
  const place = run.start + at;
  const width = result.widths[place]!;
  const side = blankSideOf(char, style.isCentred);
  result.blankSides[place] = side === 'both' ? 2 : side === 'start' ? 1 : 0;
  // Not every font has half-width forms of all marks.
  const blank = side ? width - (halfWidth ?? 1) * run.size : 0;
  // ！？ in the middle of their em cannot shrink.
  if (side === undefined && sentencePoints.has(char)) result.stretch[place] = mostSpread;
  if (blank < width / 4) return;
  // A centred mark would hang with a gap before it, so no marks hang if points are centred.
  const hangs = style.isHanging && side === 'end' && hangingMarks.has(char);
  // A point gives up its blank half before a closing mark; a browser would remove that of 。 anyway.
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
  const { data } = run.node;
  const before = at > 0 ? blankSideOf(data[at - 1]!, style.isCentred) : sideBefore(result, place);
  const isNextOpening = blankSideOf(data[at + 1] ?? '', style.isCentred) === 'start';
  if (hasLost(result, place, { side, isNextOpening })) return;
  // In ：“ one blank half is left between the two, that of the first.
  if (side === 'start' && before !== undefined) return;
  result.spare[place] = blank;
  result.stretch[place] = side === 'both' ? 2 * mostSpread : mostSpread;
}

/**
 * True for a mark that has lost its blank half to a neighbour: in ”， it is that of ”, in ：“ and in （“ that of “. What
 * the other one has remains.
 */
function hasLost(
  { joints }: Measured,
  place: number,
  { side, isNextOpening }: { side: BlankSide; isNextOpening: boolean },
): boolean {
  if (side === 'start') return joints[place]! < 0;
  return side === 'end' && !isNextOpening && (joints[place + 1] ?? 0) < 0;
}

/** The blank side of the mark before a run, since 。 before bold 《 is in another piece of text. */
function sideBefore({ endBlank, blankSides }: Measured, place: number): BlankSide {
  if ((endBlank[place - 1] ?? 0) > 0) return 'end';
  return blankSides[place - 1] === 2 ? 'both' : undefined;
}
