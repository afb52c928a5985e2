import { searchNumbers } from '../numbers/fit.js';
import { joinFit, lastFit } from './fit.js';
import { headingIndent, indentWeight } from './indents.js';
import { headingAfterHeading, type Page, runChange } from './page.js';
import { type Setting, settings } from './settings.js';
import type { Window } from './window.js';

const { none } = searchNumbers;

/** Front of the search: scores of the three roles of a line, per setting of its window, and the start of its present run. */
export interface Front {
  first: Float64Array;
  inner: Float64Array;
  heading: Float64Array;
  firstFrom: Int32Array;
  innerFrom: Int32Array;
}

export function newFront(size: number): Front {
  const scores = () => new Float64Array(size);
  const froms = () => new Int32Array(size);
  return { first: scores(), inner: scores(), heading: scores(), firstFrom: froms(), innerFrom: froms() };
}

/** The best ways of ending a block with a line, and of leaving its paragraph open. */
export interface Best {
  score: number;
  setting: Setting;
  from: number;
  open: number;
  openSetting: Setting;
  openFrom: number;
}

export function bestEnd(page: Page, front: Front, window: Window, index: number): Best {
  const [any] = settings as [Setting];
  const best: Best = {
    score: none * 2,
    setting: any,
    from: 0,
    open: none * 2,
    openSetting: any,
    openFrom: 0,
  };
  const { first, inner, heading, firstFrom, innerFrom } = front;
  const end = page.evidence.end[index]!;
  const isFlush = page.evidence.flush[index] === 1;
  const { rulers } = window;
  for (let c = 0; c < rulers.length; c++) {
    // A fit only lowers a score: it is needed only where the score without it is better.
    const most = Math.max(first[c]!, inner[c]!);
    if (most <= best.open && most + end <= best.score && heading[c]! <= best.score) continue;
    const ruler = rulers[c]!;
    const asFirst = first[c]! + lastFit(ruler, index, isFlush ? 0 : ruler.indent);
    const asInner = inner[c]! + lastFit(ruler, index, 0);
    const open = Math.max(asFirst, asInner);
    const openFrom = asFirst >= asInner ? firstFrom[c]! : innerFrom[c]!;
    if (open > best.open) {
      best.open = open;
      best.openSetting = window.settings[c]!;
      best.openFrom = openFrom;
    }
    const score = Math.max(open + end, heading[c]!);
    if (score > best.score) {
      best.score = score;
      best.setting = window.settings[c]!;
      best.from = heading[c]! > open + end ? firstFrom[c]! : openFrom;
    }
  }
  return best;
}

/** Weights of a line as the first of a paragraph, a later one, a heading; with lost and with visible indents. */
interface LineWeights {
  first: readonly [number, number];
  inner: readonly [number, number];
  heading: readonly [number, number];
}

function weigh({ lines, evidence }: Page, index: number): LineWeights {
  const line = lines[index]!;
  const gap = evidence.gap[index]!;
  const stay = index > 0 ? evidence.stay[index - 1]! : 0;
  const first = (shown: boolean) => gap + evidence.start[index]! + indentWeight(line, shown, true);
  const inner = (shown: boolean) => stay + indentWeight(line, shown, false);
  const heading = (shown: boolean) => gap + evidence.heading[index]! + headingIndent(line, shown);
  return {
    first: [first(false), first(true)],
    inner: [inner(false), inner(true)],
    heading: [heading(false), heading(true)],
  };
}

/** The front at the first line. */
export function beginFront(page: Page, front: Front, window: Window): void {
  const weights = weigh(page, 0);
  window.settings.forEach(({ prior, indentShown }, c) => {
    front.first[c] = prior + weights.first[indentShown ? 1 : 0];
    front.heading[c] = prior + weights.heading[indentShown ? 1 : 0];
    front.inner[c] = none;
    front.firstFrom[c] = 0;
  });
}

/** Carries a front over to the settings of another window: a setting that enters has no past of its own. */
export function carryFront(
  from: Front,
  to: Front,
  { before, after }: { before: Window; after: Window },
): void {
  let at = 0;
  after.indices.forEach((index, c) => {
    while (at < before.indices.length && before.indices[at]! < index) at++;
    const isKnown = before.indices[at] === index;
    to.first[c] = isKnown ? from.first[at]! : none;
    to.inner[c] = isKnown ? from.inner[at]! : none;
    to.heading[c] = isKnown ? from.heading[at]! : none;
    to.firstFrom[c] = isKnown ? from.firstFrom[at]! : 0;
    to.innerFrom[c] = isKnown ? from.innerFrom[at]! : 0;
  });
}

interface Advance {
  now: Front;
  next: Front;
  best: Best;
  window: Window;
  index: number;
}

/** How well the present line goes on in the settings of a window, as a paragraph's first and as a later line. */
const firstJoins = new Float64Array(settings.length);
const laterJoins = new Float64Array(settings.length);

/**
 * From line `index` to the next in each setting, which is kept where that is better than coming from another: the
 * innermost loop of the search, without allocations.
 */
export function advance(page: Page, { now, next, best, window, index }: Advance): void {
  const { first, inner, heading, firstFrom, innerFrom } = now;
  const weights = weigh(page, index + 1);
  const [lastRow, openRow] = [best.setting.row, best.openSetting.row];
  const begun = best.score - runChange.border;
  const opened = best.open - runChange.inner;
  const end = page.evidence.end[index]!;
  const isFlush = page.evidence.flush[index] === 1;
  const { rulers, rows, withinRow, ofRow, isShown } = window;
  const [firstLost, firstShown] = weights.first;
  const [innerLost, innerShown] = weights.inner;
  const [headingLost, headingShown] = weights.heading;
  for (let c = 0; c < rulers.length; c++) {
    const ruler = rulers[c]!;
    const indent = isFlush ? 0 : ruler.indent;
    const own = first[c]!;
    const later = inner[c]!;
    const row = rows[c]!;
    let start = begun + (row === lastRow ? withinRow : ofRow)[c]!;
    let startFrom = index + 1;
    let open = opened + (row === openRow ? withinRow : ofRow)[c]!;
    let openFrom = -(index + 1);
    // A fit only lowers a score: it is computed where the score without it would win.
    if (own + end > start) {
      const ended = own + end + lastFit(ruler, index, indent);
      if (ended > start) {
        start = ended;
        startFrom = firstFrom[c]!;
      }
    }
    if (later + end > start) {
      const ended = later + end + lastFit(ruler, index, 0);
      if (ended > start) {
        start = ended;
        startFrom = innerFrom[c]!;
      }
    }
    if (heading[c]! > start) {
      start = heading[c]!;
      startFrom = firstFrom[c]!;
    }
    const alikeFirst = window.alikeFirst[c]!;
    const alikeLater = window.alikeLater[c]!;
    // NaN: not needed so far.
    if (alikeFirst === c) firstJoins[c] = Number.NaN;
    if (alikeLater === c) laterJoins[c] = Number.NaN;
    if (own > open) {
      let fit = firstJoins[alikeFirst]!;
      if (Number.isNaN(fit)) {
        fit = joinFit(ruler, index, indent);
        firstJoins[alikeFirst] = fit;
      }
      const joined = own + fit;
      if (joined > open) {
        open = joined;
        openFrom = firstFrom[c]!;
      }
    }
    if (later > open) {
      let fit = laterJoins[alikeLater]!;
      if (Number.isNaN(fit)) {
        fit = joinFit(ruler, index, -1);
        laterJoins[alikeLater] = fit;
      }
      const goneOn = later + fit;
      if (goneOn > open) {
        open = goneOn;
        openFrom = innerFrom[c]!;
      }
    }
    const shown = isShown[c] === 1;
    next.first[c] = start + (shown ? firstShown : firstLost);
    next.firstFrom[c] = startFrom;
    next.heading[c] =
      Math.max(start, heading[c]! + headingAfterHeading) + (shown ? headingShown : headingLost);
    next.inner[c] = open + (shown ? innerShown : innerLost);
    next.innerFrom[c] = openFrom;
  }
}
