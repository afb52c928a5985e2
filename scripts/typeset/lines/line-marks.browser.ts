import { breakKind, isAddressBreak, isQuoteBreak } from '../../text/line-break.js';
import { lastSqueezed, roomOf, shownEnd, sidesOf } from './candidate.browser.js';
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
  /** Given for a paragraph that is led (`Paragraph.isLed`): true for the characters that have readings. */
  hasReading?: (at: number) => boolean;
}

/** The marks that make a browser break a paragraph into these lines. Only spans, which add no text. */
export function lineMarks(lines: readonly Line[], setting: Setting): MarkedRange[] {
  const marks: MarkedRange[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const kept = before ? startMarks(line, before, { setting, marks }) : line.start;
    // A browser trims such a mark only at the start of its piece of text.
    if (setting.text.startBlank[line.start])
      marks.push({ start: line.start, end: line.start + 1, mark: 'halt' });
    const isLast = index === lines.length - 1;
    halveMarks(line, setting.text, marks);
    spaceMarks(line, { ...setting, kept, marks });
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
  const { text, characters, air, hasReading } = setting;
  const isForced = hasReading || isQuoteBreak(characters, start) || isAddressBreak(characters, start);
  if (isForced) marks.push({ start, end: start, mark: 'wbr' });
  const kept = hasReading ? start : keepUntil(text, start, slack + air);
  const isKept = kept > start + 1;
  // Before a span, and after a %, a browser leaves the space between Chinese and Latin at the line's end.
  const opensWithSpan = isKept || hasReading || (extraShare !== 0 && text.extras[start + 1]! > 0);
  const isLeft = text.joints[start]! > 0 && (opensWithSpan || spacedPoint.test(characters[start - 1]!));
  if (isLeft) marks.push(withoutSpace(start, text));
  if (isKept) marks.push({ start, end: Math.min(kept, end), mark: 'keep' });
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

/** 开明式: `halt` removes the blank half of a mark. */
function halveMarks({ start, end }: Line, text: Measured, marks: MarkedRange[]): void {
  for (let at = start; at < end; at++)
    if (text.isHalved[at]) marks.push({ start: at, end: at + 1, mark: 'halt' });
}

/** 挤压, 中西间距 beyond the browser's own, and 紧排: spans of characters with the same space after each of them. */
function spaceMarks(line: Line, { text, kept, marks, hasReading }: Spacing): void {
  const after = spaceAfter(line, text);
  for (const at of parted(line, text, after)) marks.push({ start: at, end: at + 1, mark: 'halt' });
  // Space behind a character with a reading would be inside of that: it stands before the next one.
  const lead = (at: number) => (at > line.start && hasReading?.(at - 1) ? after[at - 1 - line.start]! : 0);
  for (let from = line.start; from < line.end; ) {
    const space = hasReading?.(from) ? 0 : after[from - line.start]!;
    const before = lead(from);
    let to = from + 1;
    // A span across the border of another one would have to be split.
    while (
      to < line.end &&
      to !== kept &&
      !hasReading?.(to) &&
      after[to - line.start] === space &&
      lead(to) === 0
    )
      to++;
    if (before !== 0) to = from + 1;
    if (space !== 0 || before !== 0)
      marks.push({ start: from, end: to, mark: 'spaced', space, ...(before !== 0 && { before }) });
    from = to;
  }
}

/**
 * Marks that lose their blank half to a neighbour, which a browser sees to only within one piece of text: ” before ，, and
 * “ behind ：. Where a span of its own separates the two, the one that loses needs a span, too; and then the one beside
 * that, as in ：“‘.
 */
function parted({ start, end }: Line, text: Measured, after: Float64Array): Set<number> {
  const { joints, startBlank, endBlank } = text;
  const found = new Set<number>();
  const isApart = (at: number) =>
    after[at - start] !== 0 || found.has(at) || (at === start && startBlank[at]! > 0);
  const look = (at: number) => {
    if (joints[at]! >= 0 || !(isApart(at) || isApart(at - 1))) return;
    if (startBlank[at]! > 0) found.add(at);
    else if (endBlank[at - 1]! > 0) found.add(at - 1);
  };
  // Opening marks lose theirs to the one before, closing ones to the next.
  for (let at = start + 1; at < end; at++) look(at);
  for (let at = end - 1; at > start; at--) look(at);
  return found;
}

interface Spacing extends Pick<Setting, 'text' | 'hasReading'> {
  kept: number;
  marks: MarkedRange[];
}

/** Space that a line adds after each of its characters, in em. */
function spaceAfter(line: Line, text: Measured): Float64Array {
  const { start, end, squeeze, spread, givenBack, extraShare, roomShare, tightness, track, blank } = line;
  const after = new Float64Array(end - start);
  const add = (at: number, space: number) => {
    after[at - start]! += space;
  };
  for (let at = start + 1; at < end; at++) {
    const isJoint = text.joints[at]! > 0;
    if (isJoint) add(at - 1, roomOf(text.joints[at]!) * roomShare);
    add(at - 1, text.extras[at]! * extraShare);
    if (text.tightens[at]) add(at - 1, -tightness);
    if (text.figures[at]) add(at - 1, track);
  }
  const shown = shownEnd(line, text);
  for (let at = start; at < shown; at++) {
    const before = sideBefore(text, at);
    if (at > start) add(at - 1, text.pads[at]! * before);
    add(at, text.pads[at]! * (1 - before));
  }
  const last = lastSqueezed(text, shown);
  for (let at = start + 1; at < last; at++) {
    const sides = sidesOf(text, at);
    if (sides === 0) continue;
    const gained =
      at < shown - 1 ? text.stretch[at]! * spread - sides * givenBack + (text.isElastic[at] ? blank : 0) : 0;
    const space = gained - text.spare[at]! * squeeze;
    const before = sideBefore(text, at);
    add(at - 1, space * before);
    add(at, space * (1 - before));
  }
  return after;
}

/** Share of a mark's white that is before it. */
const sideBefore = ({ blankSides }: Measured, at: number) => [0, 1, 0.5][blankSides[at]!]!;

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
