import type { Evidence } from './evidence.js';
import { joinFit, lastFit } from './fit.js';
import type { Line } from './lines.js';
import { type Setting, settings } from './settings.js';
import type { Shape } from './shape.js';

/** Run: consecutive lines set in one measure. */
export interface Run {
  /** First line and the one after the last. */
  from: number;
  to: number;
  setting: Setting;
}

export interface Page {
  lines: readonly Line[];
  shape: Shape;
  evidence: Evidence;
}

/** −log of how often the setting changes at a paragraph's border, and in mid-paragraph (text round a picture). */
export const runChange = { border: 3.5, inner: 9 } as const;
const none = -1e9;

/**
 * Cuts the page into runs by maximum likelihood: Viterbi over all settings at once, in which each keeps, instead of
 * its whole path, only where its present run began; so memory stays linear in the lines.
 */
export function findRuns(page: Page, candidates: readonly Setting[] = settings): Run[] {
  const count = candidates.length;
  const total = page.lines.length;
  if (total === 0) return [];
  let now = newFront(count);
  let next = newFront(count);
  const bests: Best[] = new Array(total);
  for (let c = 0; c < count; c++)
    startLine(page, now, {
      c,
      setting: candidates[c]!,
      index: 0,
      start: candidates[c]!.prior,
      heading: none,
      from: 0,
    });
  for (let index = 0; index + 1 < total; index++) {
    const best = bestEnd(page, now, candidates, index);
    bests[index] = best;
    for (let c = 0; c < count; c++) advance(page, candidates[c]!, { now, next, best, c, index });
    [now, next] = [next, now];
  }
  bests[total - 1] = bestEnd(page, now, candidates, total - 1);
  return traceRuns(candidates, bests);
}

/** Scores of the three things a line may be, per setting, and where the setting's present run began. */
interface Front {
  first: Float64Array;
  inner: Float64Array;
  heading: Float64Array;
  firstFrom: Int32Array;
  innerFrom: Int32Array;
  headingFrom: Int32Array;
}

function newFront(count: number): Front {
  const scores = () => new Float64Array(count).fill(none);
  const froms = () => new Int32Array(count);
  return {
    first: scores(),
    inner: scores(),
    heading: scores(),
    firstFrom: froms(),
    innerFrom: froms(),
    headingFrom: froms(),
  };
}

interface Best {
  score: number;
  setting: number;
  from: number;
  /** The same without the paragraph having ended. */
  open: number;
  openSetting: number;
  openFrom: number;
}

function bestEnd(page: Page, front: Front, candidates: readonly Setting[], index: number): Best {
  const best: Best = { score: none * 2, setting: 0, from: 0, open: none * 2, openSetting: 0, openFrom: 0 };
  const end = page.evidence.end[index]!;
  for (let c = 0; c < candidates.length; c++) {
    const setting = candidates[c]!;
    const first = front.first[c]! + lastFit(page.shape, setting, index, setting.indent);
    const inner = front.inner[c]! + lastFit(page.shape, setting, index, 0);
    const open = Math.max(first, inner);
    if (open > best.open) {
      best.open = open;
      best.openSetting = c;
      best.openFrom = first >= inner ? front.firstFrom[c]! : front.innerFrom[c]!;
    }
    const heading = front.heading[c]!;
    const score = Math.max(open + end, heading);
    if (score > best.score) {
      best.score = score;
      best.setting = c;
      best.from =
        heading > open + end
          ? front.headingFrom[c]!
          : first >= inner
            ? front.firstFrom[c]!
            : front.innerFrom[c]!;
    }
  }
  return best;
}

interface Step {
  now: Front;
  next: Front;
  best: Best;
  c: number;
  index: number;
}

function advance(page: Page, setting: Setting, { now, next, best, c, index }: Step): void {
  const { shape, evidence } = page;
  const first = now.first[c]!;
  const inner = now.inner[c]!;
  const heading = now.heading[c]!;
  const end = evidence.end[index]!;
  const endFirst = first + lastFit(shape, setting, index, setting.indent) + end;
  const endInner = inner + lastFit(shape, setting, index, 0) + end;
  let start = best.score - runChange.border + setting.prior;
  let from = index + 1;
  if (endFirst >= start) [start, from] = [endFirst, now.firstFrom[c]!];
  if (endInner > start) [start, from] = [endInner, now.innerFrom[c]!];
  if (heading > start) [start, from] = [heading, now.headingFrom[c]!];
  startLine(page, next, { c, setting, index: index + 1, start, heading, from });
  const viaFirst = first + joinFit(shape, setting, index, setting.indent);
  const viaInner = inner + joinFit(shape, setting, index, 0);
  const changed = best.open - runChange.inner + setting.prior;
  let score = viaFirst;
  let innerFrom = now.firstFrom[c]!;
  if (viaInner > score) [score, innerFrom] = [viaInner, now.innerFrom[c]!];
  if (changed > score) [score, innerFrom] = [changed, -(index + 1)];
  next.inner[c] = score + evidence.stay[index]! + indentWeight(page.lines[index + 1]!, setting, false);
  next.innerFrom[c] = innerFrom;
}

interface Start {
  c: number;
  setting: Setting;
  index: number;
  /** Score of a block having begun here, and of the line before having been a heading. */
  start: number;
  heading: number;
  from: number;
}

/** A heading follows a heading more readily than a paragraph. */
export const headingAfterHeading = 1.5;

function startLine(page: Page, front: Front, { c, setting, index, start, heading, from }: Start): void {
  const { lines, evidence } = page;
  const base = start + evidence.gap[index]!;
  front.first[c] = base + evidence.start[index]! + indentWeight(lines[index]!, setting, true);
  front.firstFrom[c] = from;
  const begun = Math.max(start, heading + headingAfterHeading) + evidence.gap[index]!;
  front.heading[c] = begun + evidence.heading[index]! + headingIndent(lines[index]!, setting);
  front.headingFrom[c] = from;
  front.inner[c] = none;
}

const shownIndent = {
  first: [Math.log(0.04), Math.log(0.96)],
  inner: [Math.log(0.996), Math.log(0.004)],
} as const;
const lostIndent = {
  first: [Math.log(0.97), Math.log(0.03)],
  inner: [Math.log(0.993), Math.log(0.007)],
} as const;

/** The same for a heading: centred or flush, so blanks before it say little. */
export function headingIndent(line: Line, setting: Setting): number {
  const share = setting.indentShown ? 0.3 : 0.06;
  return Math.log(line.indent >= 2 ? share : 1 - share);
}

/** Log probability of the white space (or none) before a line, given whether it begins a paragraph. */
export function indentWeight(line: Line, setting: Setting, isFirst: boolean): number {
  const shown = line.indent >= 2 ? 1 : 0;
  const table = setting.indentShown ? shownIndent : lostIndent;
  return (isFirst ? table.first : table.inner)[shown]!;
}

function traceRuns(candidates: readonly Setting[], bests: readonly Best[]): Run[] {
  const runs: Run[] = [];
  let to = bests.length;
  let open = false;
  while (to > 0) {
    const best = bests[to - 1]!;
    const setting = candidates[open ? best.openSetting : best.setting]!;
    const mark: number = open ? best.openFrom : best.from;
    const from = Math.abs(mark);
    runs.push({ from, to, setting });
    open = mark < 0;
    to = from;
  }
  return runs.reverse();
}
