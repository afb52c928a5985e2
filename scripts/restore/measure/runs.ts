import { activeSettings, windowLines } from './active.js';
import type { Evidence } from './evidence.js';
import { advance, type Best, beginFront, bestEnd, type Front, newFront, none } from './front.js';
import type { Line } from './lines.js';
import { type Setting, settings } from './settings.js';
import type { Shape } from './shape.js';

/** Run: consecutive lines set in one measure. */
export interface Run {
  /** First line and the one after the last. */
  from: number;
  to: number;
  setting: Setting;
  /** It began in the middle of a paragraph: the text runs round a picture. */
  isInner: boolean;
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

/**
 * Cuts the page into runs by maximum likelihood: Viterbi over all settings at once, in which each keeps, instead of
 * its whole path, only where its present run began; so memory stays linear in the lines.
 */
export function findRuns(page: Page): Run[] {
  const total = page.lines.length;
  if (total === 0) return [];
  const windows = activeSettings(page, total);
  let now = newFront();
  let next = newFront();
  const bests: Best[] = new Array(total);
  beginFront(page, now, windows[0]!);
  for (let index = 0; index + 1 < total; index++) {
    const before = windows[Math.floor(index / windowLines)]!;
    const active = windows[Math.floor((index + 1) / windowLines)]!;
    const best = bestEnd(page, now, before, index);
    bests[index] = best;
    if (active !== before) forget(now, before, active);
    advance(page, { now, next, best, active, index });
    [now, next] = [next, now];
  }
  bests[total - 1] = bestEnd(page, now, windows.at(-1)!, total - 1);
  return traceRuns(bests);
}

/** A setting that becomes active has no past of its own. Both lists ascend. */
function forget(front: Front, before: Int32Array, after: Int32Array): void {
  let at = 0;
  for (const c of after) {
    while (at < before.length && before[at]! < c) at++;
    if (before[at] === c) continue;
    front.first[c] = none;
    front.inner[c] = none;
    front.heading[c] = none;
  }
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
    open = mark < 0;
    runs.push({ from, to, setting, isInner: open });
    to = from;
  }
  return runs.reverse();
}
