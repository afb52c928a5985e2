import { activeSettings, windowLines } from './active.js';
import type { Evidence } from './evidence.js';
import { joinFit, lastFit } from './fit.js';
import type { Line } from './lines.js';
import { changePrior, type Setting, settings } from './settings.js';
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
export const runChange = { border: 3.5, inner: 8 } as const;
/** A heading follows a heading more readily than a paragraph. */
export const headingAfterHeading = 1.5;
const none = -1e9;

/**
 * Cuts the page into runs by maximum likelihood: Viterbi over all settings at once, in which each keeps, instead of
 * its whole path, only where its present run began; so memory stays linear in the lines.
 */
export function findRuns(page: Page): Run[] {
  const total = page.lines.length;
  if (total === 0) return [];
  const windows = activeSettings(page.shape, total);
  let now = newFront();
  let next = newFront();
  const bests: Best[] = new Array(total);
  for (const c of windows[0]!)
    startLine(page, now, { c, index: 0, start: settings[c]!.prior, heading: none, from: 0 });
  for (let index = 0; index + 1 < total; index++) {
    const active = windows[Math.floor((index + 1) / windowLines)]!;
    const best = bestEnd(page, now, windows[Math.floor(index / windowLines)]!, index);
    bests[index] = best;
    if ((index + 1) % windowLines === 0) forget(now, windows[Math.floor(index / windowLines)]!, active);
    for (let at = 0; at < active.length; at++) advance(page, { now, next, best, c: active[at]!, index });
    [now, next] = [next, now];
  }
  bests[total - 1] = bestEnd(page, now, windows.at(-1)!, total - 1);
  return traceRuns(bests);
}

/** Scores of the three things a line may be, per setting, and where the setting's present run began. */
interface Front {
  first: Float64Array;
  inner: Float64Array;
  heading: Float64Array;
  firstFrom: Int32Array;
  innerFrom: Int32Array;
}

function newFront(): Front {
  const scores = () => new Float64Array(settings.length).fill(none);
  const froms = () => new Int32Array(settings.length);
  return { first: scores(), inner: scores(), heading: scores(), firstFrom: froms(), innerFrom: froms() };
}

/** A setting that becomes active has no past of its own. */
function forget(front: Front, before: Int32Array, after: Int32Array): void {
  const known = new Set(before);
  for (const c of after) {
    if (known.has(c)) continue;
    front.first[c] = none;
    front.inner[c] = none;
    front.heading[c] = none;
  }
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

function bestEnd(page: Page, front: Front, active: Int32Array, index: number): Best {
  const best: Best = { score: none * 2, setting: 0, from: 0, open: none * 2, openSetting: 0, openFrom: 0 };
  const end = page.evidence.end[index]!;
  for (let at = 0; at < active.length; at++) {
    const c = active[at]!;
    const setting = settings[c]!;
    const first = front.first[c]! + lastFit(page.shape, setting, index, setting.indent);
    const inner = front.inner[c]! + lastFit(page.shape, setting, index, 0);
    const open = Math.max(first, inner);
    const openFrom = first >= inner ? front.firstFrom[c]! : front.innerFrom[c]!;
    if (open > best.open) {
      best.open = open;
      best.openSetting = c;
      best.openFrom = openFrom;
    }
    const heading = front.heading[c]!;
    const score = Math.max(open + end, heading);
    if (score > best.score) {
      best.score = score;
      best.setting = c;
      best.from = heading > open + end ? front.firstFrom[c]! : openFrom;
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

/** From line `index` to the next in one setting. */
function advance(page: Page, step: Step): void {
  const { now, next, best, c, index } = step;
  const setting = settings[c]!;
  const { shape, evidence } = page;
  const first = now.first[c]!;
  const inner = now.inner[c]!;
  const heading = now.heading[c]!;
  let start = best.score - runChange.border + changePrior(settings[best.setting]!, setting);
  let from = index + 1;
  const changed = best.open - runChange.inner + changePrior(settings[best.openSetting]!, setting);
  let score = changed;
  let innerFrom = -(index + 1);
  if (first > none / 2) {
    const end = first + lastFit(shape, setting, index, setting.indent) + evidence.end[index]!;
    if (end >= start) {
      start = end;
      from = now.firstFrom[c]!;
    }
    const via = first + joinFit(shape, setting, index, setting.indent);
    if (via > score) {
      score = via;
      innerFrom = now.firstFrom[c]!;
    }
  }
  if (inner > none / 2) {
    const end = inner + lastFit(shape, setting, index, 0) + evidence.end[index]!;
    if (end > start) {
      start = end;
      from = now.innerFrom[c]!;
    }
    const via = inner + joinFit(shape, setting, index, 0);
    if (via > score) {
      score = via;
      innerFrom = now.innerFrom[c]!;
    }
  }
  if (heading > start) {
    start = heading;
    from = now.firstFrom[c]!;
  }
  startLine(page, next, { c, index: index + 1, start, heading, from });
  next.inner[c] = score + evidence.stay[index]! + indentWeight(page.lines[index + 1]!, setting, false);
  next.innerFrom[c] = innerFrom;
}

interface Start {
  c: number;
  index: number;
  /** Score of a block having begun here, and of the line before having been a heading. */
  start: number;
  heading: number;
  from: number;
}

function startLine(page: Page, front: Front, { c, index, start, heading, from }: Start): void {
  const { lines, evidence } = page;
  const setting = settings[c]!;
  const line = lines[index]!;
  const gap = evidence.gap[index]!;
  front.first[c] = start + gap + evidence.start[index]! + indentWeight(line, setting, true);
  front.firstFrom[c] = from;
  const begun = Math.max(start, heading + headingAfterHeading) + gap;
  front.heading[c] = begun + evidence.heading[index]! + headingIndent(line, setting);
  front.inner[c] = none;
}

/** Log probability of the white space (or none) before a line: shown or lost indents, first line or not, blank or none. */
const shownIndent = {
  first: [Math.log(0.04), Math.log(0.96)],
  inner: [Math.log(0.996), Math.log(0.004)],
} as const;
const lostIndent = {
  first: [Math.log(0.97), Math.log(0.03)],
  inner: [Math.log(0.993), Math.log(0.007)],
} as const;
const centred = { shown: [Math.log(0.7), Math.log(0.3)], lost: [Math.log(0.94), Math.log(0.06)] } as const;

/** The weight of a line's leading white space if it is a paragraph's first, or a later, line. */
export function indentWeight(line: Line, setting: Setting, isFirst: boolean): number {
  const table = setting.indentShown ? shownIndent : lostIndent;
  return (isFirst ? table.first : table.inner)[line.indent >= 2 ? 1 : 0];
}

/** The same for a heading: centred or flush, so blanks before it say little. */
export function headingIndent(line: Line, setting: Setting): number {
  return (setting.indentShown ? centred.shown : centred.lost)[line.indent >= 2 ? 1 : 0];
}

function traceRuns(bests: readonly Best[]): Run[] {
  const runs: Run[] = [];
  let to = bests.length;
  let open = false;
  while (to > 0) {
    const best = bests[to - 1]!;
    const setting = settings[open ? best.openSetting : best.setting]!;
    const mark: number = open ? best.openFrom : best.from;
    const from = Math.abs(mark);
    runs.push({ from, to, setting });
    open = mark < 0;
    to = from;
  }
  return runs.reverse();
}
