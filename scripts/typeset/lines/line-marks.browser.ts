import { breakKind, isQuoteBreak } from '../../text/line-break.js';
import type { MarkedRange } from './mark-text.browser.js';
import { autospace } from './measure-text.browser.js';
import type { Line, Measured } from './measured.browser.js';

/** Lines that fit by less than this, in em, are not relied upon. */
const margin = 0.02;

/** Input of `lineMarks` about a paragraph. */
interface Setting {
  text: Measured;
  characters: string;
  /** Amount by which each line is shortened, in em. */
  air: number;
}

/** The marks that make a browser break a paragraph into these lines. Only spans, which add no text. */
export function lineMarks(lines: readonly Line[], setting: Setting): MarkedRange[] {
  const marks: MarkedRange[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const kept = before ? startMarks(line, before, { setting, marks }) : line.start;
    const isLast = index === lines.length - 1;
    squeezeMarks(line, setting.text, marks);
    spaceMarks(line, { text: setting.text, kept, marks });
    endMarks(line, { text: setting.text, isLast, marks });
  });
  return marks;
}

/** Keeps the browser from moving the line's beginning to the line before. @returns the end of the kept part. */
function startMarks(
  { start, end, extraShare }: Line,
  { slack }: Line,
  { setting, marks }: { setting: Setting; marks: MarkedRange[] },
): number {
  const { text, characters, air } = setting;
  // After a <wbr> a browser does not trim the mark that opens a line.
  const isForced = isQuoteBreak(characters, start);
  if (isForced) marks.push({ start, end: start, mark: 'wbr' });
  const kept = keepUntil(text, start, slack + air);
  const isKept = kept > start + 1;
  // Before a span, and after a %, a browser leaves the space between Chinese and Latin at the line's end.
  const opensWithSpan = isKept || (extraShare !== 0 && text.extras[start + 1]! > 0);
  const isLeft = text.joints[start]! > 0 && (opensWithSpan || spacedPoint.test(characters[start - 1]!));
  if (isLeft) marks.push(withoutSpace(start, text));
  if (isKept) marks.push({ start, end: Math.min(kept, end), mark: 'keep' });
  if (isForced && text.startBlank[start]) marks.push({ start, end: start + 1, mark: 'halt' });
  return isKept ? Math.min(kept, end) : start;
}

const isWhole = (kind: number) => kind === breakKind.never || kind === breakKind.torn;

const spacedPoint = /[!#%&,.:;?@\\]/;

/** The last character of a line without the space after it; the one before may have its own space. */
function withoutSpace(end: number, { joints }: Measured): MarkedRange {
  const range = { start: end - 1, end };
  return joints[end - 1]! > 0 ? { ...range, mark: 'spaced', space: -autospace } : { ...range, mark: 'tight' };
}

/** The place up to which the characters from `start` are too wide for the rest of the line before. */
function keepUntil(text: Measured, start: number, slack: number): number {
  let width = -text.startBlank[start]!;
  for (let at = start; at < text.widths.length; at++) {
    width += text.widths[at]! + (at > start ? text.joints[at]! : 0);
    if (width - text.endBlank[at]! <= slack + margin) continue;
    // A span that ended inside —— or a word would separate its glyphs.
    let end = at + 1;
    while (end < text.widths.length && isWhole(text.breaks[end]!)) end++;
    return end;
  }
  return text.widths.length;
}

/** 挤压: `halt` removes the blank half of a mark. */
function squeezeMarks({ start, end, compressed }: Line, text: Measured, marks: MarkedRange[]): void {
  const halved = new Set(compressed);
  for (let at = start; at < end; at++) if (text.isHalved[at]) halved.add(at);
  for (const at of halved) marks.push({ start: at, end: at + 1, mark: 'halt' });
}

/** 中西间距 beyond the browser's own, and 紧排. */
function spaceMarks(
  { start, end, extraShare, tightness, track, blank }: Line,
  { text, kept, marks }: { text: Measured; kept: number; marks: MarkedRange[] },
): void {
  const isJoint = (at: number) => text.joints[at]! > 0;
  for (let at = start + 1; at < end; at++) {
    const space = text.extras[at]! * extraShare - (isJoint(at) ? tightness : 0);
    if (space !== 0) marks.push({ start: at - 1, end: at, mark: 'spaced', space });
  }
  for (let at = start + 1; at < end - 1 && blank > 0; at++)
    if (text.isElastic[at]) marks.push({ start: at, end: at + 1, mark: 'spaced', space: blank });
  for (let at = start + 1; at < end && track > 0; at++)
    if (text.figures[at]) marks.push({ start: at - 1, end: at, mark: 'spaced', space: track });
  if (tightness === 0) return;
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    // A span across the border of another would have to be two.
    const isTight = at < end && text.tightens[at] === 1 && !isJoint(at);
    if (isTight && at !== kept) continue;
    const to = isTight ? at : at - 1;
    if (to > from) marks.push({ start: from, end: to, mark: 'spaced', space: -tightness });
    from = at;
  }
}

/** Removes the blank half of a line's last mark, or all of its width where it hangs 悬挂. */
function endMarks(
  { end, slack }: Line,
  { text, isLast, marks }: { text: Measured; isLast: boolean; marks: MarkedRange[] },
): void {
  const last = end - 1;
  const blank = text.endBlank[last]!;
  if (blank === 0 || (isLast && slack >= blank)) return;
  // A font squeezes ’！” in one piece of text; if they are separated, each mark needs a span.
  for (let at = last; at > 0 && text.joints[at]! < 0 && text.endBlank[at - 1]! > 0; at--)
    marks.push({ start: at - 1, end: at, mark: 'halt' });
  const hangs = blank > text.widths[last]! * 0.6;
  marks.push({ start: last, end, ...(hangs ? { mark: 'spaced', space: -blank } : { mark: 'halt' }) });
}
