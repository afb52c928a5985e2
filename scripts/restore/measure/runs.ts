import { activeSettings, windowLines } from './active.js';
import { advance, type Best, beginFront, bestEnd, type Front, newFront, none } from './front.js';
import type { Page, Run } from './page.js';
import { settings } from './settings.js';

/**
 * Cuts the page into runs by maximum likelihood: Viterbi over all settings at once, in which each keeps, instead of
 * its whole path, only the start of its present run; so memory stays linear in the lines.
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
