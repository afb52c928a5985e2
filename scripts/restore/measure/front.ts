import { searchNumbers } from '../numbers/fit.js';
import { joinFit, lastFit } from './fit.js';
import { headingIndent, indentWeight } from './indents.js';
import { headingAfterHeading, type Page, runChange } from './page.js';
import { changePriors, settings } from './settings.js';

export const { none } = searchNumbers;

/** Front of the search: scores of the three roles of a line, per setting, and the start of its present run. */
export interface Front {
  first: Float64Array;
  inner: Float64Array;
  heading: Float64Array;
  firstFrom: Int32Array;
  innerFrom: Int32Array;
  /** Weights of its line; kept here because they are needed for one line at a time. */
  weights: LineWeights;
}

export function newFront(): Front {
  const scores = () => new Float64Array(settings.length).fill(none);
  const froms = () => new Int32Array(settings.length);
  return {
    first: scores(),
    inner: scores(),
    heading: scores(),
    firstFrom: froms(),
    innerFrom: froms(),
    weights: newWeights(),
  };
}

/** The best ways of ending a block with a line, and of leaving its paragraph open. */
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
    // A fit only lowers a score: it is needed only where the score without it is better.
    const most = Math.max(front.first[c]!, front.inner[c]!);
    const heading = front.heading[c]!;
    if (most <= best.open && most + end <= best.score && heading <= best.score) continue;
    const setting = settings[c]!;
    const first =
      front.first[c]! + lastFit(page.shape, setting, index, page.evidence.flush[index] ? 0 : setting.indent);
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

/** Weights of a line as the first of a paragraph, a later one, a heading; with lost and with visible indents. */
interface LineWeights {
  first: Float64Array;
  inner: Float64Array;
  heading: Float64Array;
}

function newWeights(): LineWeights {
  return { first: new Float64Array(2), inner: new Float64Array(2), heading: new Float64Array(2) };
}

function weigh(weights: LineWeights, { lines, evidence }: Page, index: number): void {
  const line = lines[index]!;
  const gap = evidence.gap[index]!;
  const stay = index > 0 ? evidence.stay[index - 1]! : 0;
  for (let shown = 0; shown < 2; shown++) {
    weights.first[shown] = gap + evidence.start[index]! + indentWeight(line, shown === 1, true);
    weights.inner[shown] = stay + indentWeight(line, shown === 1, false);
    weights.heading[shown] = gap + evidence.heading[index]! + headingIndent(line, shown === 1);
  }
}

/** The front at the first line. */
export function beginFront(page: Page, front: Front, active: Int32Array): void {
  weigh(front.weights, page, 0);
  for (const c of active) {
    const { prior, indentShown } = settings[c]!;
    front.first[c] = prior + front.weights.first[indentShown ? 1 : 0]!;
    front.heading[c] = prior + front.weights.heading[indentShown ? 1 : 0]!;
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
export function advance(page: Page, step: Advance): void {
  const { now, next, best, active, index } = step;
  const { weights } = next;
  weigh(weights, page, index + 1);
  const startChange = changePriors(settings[best.setting]!);
  const openChange = changePriors(settings[best.openSetting]!);
  for (let at = 0; at < active.length; at++) {
    const c = active[at]!;
    next.first[c] = best.score - runChange.border + startChange[c]!;
    next.firstFrom[c] = index + 1;
    next.inner[c] = best.open - runChange.inner + openChange[c]!;
    next.innerFrom[c] = -(index + 1);
    goOn(page, step, c);
    const start = next.first[c]!;
    const shown = settings[c]!.indentShown ? 1 : 0;
    next.first[c] = start + weights.first[shown]!;
    next.heading[c] = Math.max(start, now.heading[c]! + headingAfterHeading) + weights.heading[shown]!;
    next.inner[c] = next.inner[c]! + weights.inner[shown]!;
  }
}

/** Keeps setting `c` where that is better than coming from another. */
function goOn({ shape, evidence }: Page, { now, next, index }: Advance, c: number): void {
  const setting = settings[c]!;
  const indent = evidence.flush[index] ? 0 : setting.indent;
  const end = evidence.end[index]!;
  let start = next.first[c]!;
  let from = next.firstFrom[c]!;
  let score = next.inner[c]!;
  let innerFrom = next.innerFrom[c]!;
  for (let later = 0; later < 2; later++) {
    const own = later ? now.inner[c]! : now.first[c]!;
    const ownFrom = later ? now.innerFrom[c]! : now.firstFrom[c]!;
    // A fit only lowers a score: it is computed where the score without it would win.
    if (own + end > start) {
      const ended = own + end + lastFit(shape, setting, index, later ? 0 : indent);
      if (ended > start) {
        start = ended;
        from = ownFrom;
      }
    }
    if (own > score) {
      const joined = own + joinFit(shape, setting, index, later ? -1 : indent);
      if (joined > score) {
        score = joined;
        innerFrom = ownFrom;
      }
    }
  }
  if (now.heading[c]! > start) {
    start = now.heading[c]!;
    from = now.firstFrom[c]!;
  }
  next.first[c] = start;
  next.firstFrom[c] = from;
  next.inner[c] = score;
  next.innerFrom[c] = innerFrom;
}
