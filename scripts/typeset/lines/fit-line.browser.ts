import { type Candidate, mostBlank } from './candidate.browser.js';
import { mostSpread } from './fill-mark.browser.js';
import type { Line, Measured } from './measured.browser.js';

/** Space that a gap may take: ⅛ em (as in GB/T 9851, and by eye). */
export const mostGap = 1 / 8;
/** Shrinkage of a gap where a character would otherwise be alone: half of the space beside the ink of the type. */
export const mostTight = 1 / 24;
/** Rounding of the browser's layout units. */
export const rounding = 0.004;

/** 疏排: the widest acceptable gap between Chinese characters. */
export const goodGap = 0.06;

/** Costs. The unit is a line whose characters leave their columns by a gap that nobody sees. */
export const costs = {
  /** All marks are squeezed to half an em, or widened as far as they may be. */
  squeezed: 1.2,
  spread: 0.6,
  /** Gaps of ⅛ or ¼ em between Chinese and Latin look nearly as good, but one width is calmer. */
  joint: 0.5,
  /** Characters leave their columns 纵横对齐, with gaps of `goodGap`. */
  gap: 5,
  wide: 1,
  /** Gaps that can be seen, of twice `goodGap`: two lines with narrow ones are better than one with gaps of 1/14 em. */
  seen: 30,
  /** Spaces wider than the gaps */
  blank: 2,
  /** Beyond the limit: only where nothing else is possible. */
  beyond: 1000,
  /** 孤字 */
  lone: 500,
  /** A dash or an ellipsis alone on the last line is worse than gaps of ⅕ em. */
  loneMark: 4000,
  /** A last line shorter than the indent that follows it looks like one. */
  short: 0.5,
};

/**
 * Cost of breaks: a split date costs more than gaps of ⅛ em, which cost 46; one split behind its month, or a number apart
 * from its unit, more than both.
 */
export const costOfBreak: readonly number[] = [0, 0, 50, 100, 4000];

/**
 * Makes a candidate fit. Marks give or take space first, all by the same amount; then joints of Chinese and Latin; then
 * the gaps between characters. @returns undefined if that is not enough.
 */
export function fitLine(
  text: Measured,
  candidate: Candidate,
  isTight: boolean,
): { line: Line; cost: number } | undefined {
  const { start, end, width, measure } = candidate;
  const line: Line = {
    start,
    end,
    squeeze: 0,
    spread: 0,
    givenBack: 0,
    extraShare: 1,
    roomShare: 0,
    tightness: 0,
    track: 0,
    blank: 0,
    slack: measure - width,
    gap: 0,
  };
  const taken = line.slack < -rounding ? shrink(line, candidate, isTight) : 0;
  if (taken === undefined) return undefined;
  if (end === text.widths.length) return { line, cost: taken + lastLineCost(text, line) };
  return { line, cost: taken + stretch(line, candidate) };
}

/** Takes space out of a line. @returns the cost; undefined if it is still too long. */
function shrink(line: Line, { spare, extra, tightens }: Candidate, isTight: boolean): number | undefined {
  let cost = 0;
  if (spare > 0) {
    line.squeeze = Math.min(1, -line.slack / spare);
    line.slack += line.squeeze * spare;
    cost += costs.squeezed * line.squeeze ** 3;
  }
  if (line.slack < -rounding && extra > 0) {
    const share = Math.min(1, -line.slack / extra);
    line.extraShare = 1 - share;
    line.slack += share * extra;
    cost += costs.joint * share;
  }
  if (line.slack >= -rounding) return cost;
  line.tightness = -line.slack / Math.max(1, tightens);
  if (!isTight || line.tightness > mostTight) return undefined;
  line.slack = 0;
  line.gap = -line.tightness;
  return cost + costOfGap(tightLooks * line.tightness);
}

/** Characters that are closer by an amount look as gaps of twice as much: there is little white beside their ink. */
const tightLooks = 2;

/** Cost of gaps of so many em: that there are any, how wide they are, and that they can be seen. */
const costOfGap = (gap: number) =>
  costs.gap + costs.wide * (gap / goodGap) ** 3 + costs.seen * Math.max(0, gap / goodGap - 1);

/**
 * Distributes the rest of a line: marks and spaces gain what they may, then joints up to ¼ em in all. If that is not
 * enough, every gap gets a share, but those at marks and joints grow no further. @returns the cost.
 */
function stretch(line: Line, candidate: Candidate): number {
  const { room, gaps, blanks, figures } = candidate;
  let cost = 0;
  if (line.slack > rounding && candidate.stretch > 0) {
    line.spread = Math.min(1, line.slack / candidate.stretch);
    line.slack -= line.spread * candidate.stretch;
    cost += costs.spread * line.spread ** 2;
  }
  if (line.slack > rounding && room > 0) {
    line.roomShare = Math.min(1, line.slack / room);
    line.slack -= line.roomShare * room;
    cost += costs.joint * line.roomShare;
  }
  if (line.slack <= gaps * unseen) return cost;
  giveBack(line, candidate);
  if (blanks > 0) line.blank = Math.min(mostBlank, Math.max(0, line.slack - gaps * goodGap) / blanks);
  line.slack -= line.blank * blanks;
  if (line.blank > 0) cost += costs.blank;
  if (ratioOf(line.slack, gaps) > 1) {
    line.track = Math.min(mostGap, line.slack / (gaps + figures));
    line.slack -= line.track * figures;
    cost += costs.beyond * line.track * figures;
  }
  const ratio = ratioOf(line.slack, gaps);
  line.gap = ratio * mostGap;
  return cost + (ratio <= 1 ? costOfGap(line.gap) : costs.gap + costs.beyond * ratio ** 2);
}

/** Width of the gaps, relative to the widest allowed. */
const ratioOf = (slack: number, gaps: number) => slack / Math.max(1, gaps) / mostGap;

/** A gap of at most this many em keeps the characters in their columns. */
const unseen = 0.001;

/** Marks and joints give back the amount that every gap will get. */
function giveBack(line: Line, { marks, room, roomy, gaps }: Candidate): void {
  const all = line.slack / Math.max(1, gaps - marks - roomy);
  const isAll = all * roomy <= room;
  const share = Math.min(mostSpread, isAll ? all : (line.slack + room) / Math.max(1, gaps - marks));
  if (marks > 0) line.givenBack = share;
  line.slack += marks * share;
  if (room === 0) return;
  const taken = isAll ? (share * roomy) / room : 1;
  line.roomShare -= taken;
  line.slack += room * taken;
}

/** Least width of the gaps, relative to `mostGap`, after marks, joints and spaces have reached their widest. */
export const stretchOf = ({ measure, width, blanks, stretch, room, gaps }: Candidate) =>
  ratioOf(measure - width - blanks * mostBlank - stretch - room, gaps);

function lastLineCost(text: Measured, { start, end }: Line): number {
  let [count, dashes] = [0, 0];
  for (let at = start; at < end; at++) {
    count += text.counts[at]!;
    dashes += text.isDash[at]!;
  }
  if (start === 0) return 0;
  if (count === 0) return costs.loneMark;
  // With a dash the line is longer than the indent that may follow.
  if (count < 2) return dashes < 2 ? costs.lone : costs.short;
  return count < 3 ? costs.short : 0;
}
