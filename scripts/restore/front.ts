import { joinFit, lastFit } from './fit.js';
import { headingIndent, indentWeight } from './indents.js';
import { headingAfterHeading, type Page, runChange } from './runs.js';
import { changePriors, settings } from './settings.js';

export const none = -1e9;

/** Front of the search: scores of the three things a line may be, per setting, and where its present run began. */
export interface Front {
  first: Float64Array;
  inner: Float64Array;
  heading: Float64Array;
  firstFrom: Int32Array;
  innerFrom: Int32Array;
}

export function newFront(): Front {
  const scores = () => new Float64Array(settings.length).fill(none);
  const froms = () => new Int32Array(settings.length);
  return { first: scores(), inner: scores(), heading: scores(), firstFrom: froms(), innerFrom: froms() };
}

/** The best way to have ended a block with a line, and to have left its paragraph open. */
export interface Best {
  score: number;
  setting: number;
  from: number;
  open: number;
  openSetting: number;
  openFrom: number;
}

export function bestEnd(page: Page, front: Front, active: Int32Array, index: number): Best {
  const best: Best = { score: none * 2, setting: 0, from: 0, open: none * 2, openSetting: 0, openFrom: 0 };
  const end = page.evidence.end[index]!;
  for (let at = 0; at < active.length; at++) {
    const c = active[at]!;
    // A fit only lowers a score: what is not better without one needs none.
    const most = Math.max(front.first[c]!, front.inner[c]!);
    const heading = front.heading[c]!;
    if (most <= best.open && most + end <= best.score && heading <= best.score) continue;
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
    const score = Math.max(open + end, heading);
    if (score > best.score) {
      best.score = score;
      best.setting = c;
      best.from = heading > open + end ? front.firstFrom[c]! : openFrom;
    }
  }
  return best;
}

/** Weights of a line as the first of a paragraph, a later one, a heading; for lost and shown indents. */
interface LineWeights {
  first: readonly number[];
  inner: readonly number[];
  heading: readonly number[];
}

function weightsOf({ lines, evidence }: Page, index: number): LineWeights {
  const line = lines[index]!;
  const gap = evidence.gap[index]!;
  const stay = index > 0 ? evidence.stay[index - 1]! : 0;
  const both = [false, true];
  return {
    first: both.map((shown) => gap + evidence.start[index]! + indentWeight(line, shown, true)),
    inner: both.map((shown) => stay + indentWeight(line, shown, false)),
    heading: both.map((shown) => gap + evidence.heading[index]! + headingIndent(line, shown)),
  };
}

/** The front at the first line. */
export function beginFront(page: Page, front: Front, active: Int32Array): void {
  const weights = weightsOf(page, 0);
  for (const c of active) {
    const { prior, indentShown } = settings[c]!;
    front.first[c] = prior + weights.first[indentShown ? 1 : 0]!;
    front.heading[c] = prior + weights.heading[indentShown ? 1 : 0]!;
    front.inner[c] = none;
    front.firstFrom[c] = 0;
  }
}

interface Advance {
  now: Front;
  next: Front;
  best: Best;
  active: Int32Array;
  index: number;
}

/** From line `index` to the next in each setting: the innermost loop of the search, without allocations. */
export function advance(page: Page, { now, next, best, active, index }: Advance): void {
  const { shape, evidence } = page;
  const weights = weightsOf(page, index + 1);
  const end = evidence.end[index]!;
  const startChange = changePriors(settings[best.setting]!);
  const openChange = changePriors(settings[best.openSetting]!);
  for (let at = 0; at < active.length; at++) {
    const c = active[at]!;
    const setting = settings[c]!;
    const { indent } = setting;
    const first = now.first[c]!;
    const inner = now.inner[c]!;
    const heading = now.heading[c]!;
    let start = best.score - runChange.border + startChange[c]!;
    let from = index + 1;
    let score = best.open - runChange.inner + openChange[c]!;
    let innerFrom = -(index + 1);
    // A fit only lowers a score: it is computed where the score without it would win.
    if (first + end > start) {
      const ended = first + end + lastFit(shape, setting, index, indent);
      if (ended > start) [start, from] = [ended, now.firstFrom[c]!];
    }
    if (first > score) {
      const joined = first + joinFit(shape, setting, index, indent);
      if (joined > score) [score, innerFrom] = [joined, now.firstFrom[c]!];
    }
    if (inner + end > start) {
      const ended = inner + end + lastFit(shape, setting, index, 0);
      if (ended > start) [start, from] = [ended, now.innerFrom[c]!];
    }
    if (inner > score) {
      const joined = inner + joinFit(shape, setting, index, 0);
      if (joined > score) [score, innerFrom] = [joined, now.innerFrom[c]!];
    }
    if (heading > start) [start, from] = [heading, now.firstFrom[c]!];
    const shown = setting.indentShown ? 1 : 0;
    next.first[c] = start + weights.first[shown]!;
    next.heading[c] = Math.max(start, heading + headingAfterHeading) + weights.heading[shown]!;
    next.inner[c] = score + weights.inner[shown]!;
    next.firstFrom[c] = from;
    next.innerFrom[c] = innerFrom;
  }
}
