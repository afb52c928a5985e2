import { activeSettings, windowLines } from './active.js';
import { advance, type Best, beginFront, bestEnd, carryFront, newFront } from './front.js';
import type { Page, Run } from './page.js';
import { windowMaker } from './window.js';

/**
 * Cuts the page into runs by maximum likelihood: Viterbi over all settings at once, in which each keeps, instead of
 * its whole path, only the start of its present run; so memory stays linear in the lines.
 */
export function findRuns(page: Page): Run[] {
  const total = page.lines.length;
  if (total === 0) return [];
  const active = activeSettings(page, total);
  const most = active.reduce((size, { length }) => Math.max(size, length), 0);
  let now = newFront(most);
  let next = newFront(most);
  const newWindow = windowMaker(page.shape);
  let window = newWindow(active[0]!);
  const bests: Best[] = new Array(total);
  beginFront(page, now, window);
  for (let index = 0; index + 1 < total; index++) {
    const best = bestEnd(page, now, window, index);
    bests[index] = best;
    const following = active[Math.floor((index + 1) / windowLines)]!;
    if (following !== window.indices) {
      const after = newWindow(following);
      carryFront(now, next, { before: window, after });
      [now, next, window] = [next, now, after];
    }
    advance(page, { now, next, best, window, index });
    [now, next] = [next, now];
  }
  bests[total - 1] = bestEnd(page, now, window, total - 1);
  return traceRuns(bests);
}

function traceRuns(bests: readonly Best[]): Run[] {
  const runs: Run[] = [];
  let to = bests.length;
  let open = false;
  while (to > 0) {
    const best = bests[to - 1]!;
    const setting = open ? best.openSetting : best.setting;
    const mark: number = open ? best.openFrom : best.from;
    const from = Math.abs(mark);
    open = mark < 0;
    runs.push({ from, to, setting, isInner: open });
    to = from;
  }
  return runs.reverse();
}
