import { searchNumbers } from '../numbers/fit.js';
import { mostRagged } from './fit.js';
import { isIndented } from './indents.js';
import type { Page } from './page.js';
import { type Setting, settingRows, settings } from './settings.js';
import type { Shape } from './shape.js';

const { kept, overflowCost } = searchNumbers;
export const { windowLines } = searchNumbers;

/**
 * Settings that are worth searching, for each window of lines: those whose measure many of its lines fill exactly,
 * in the window or in its neighbours. Searching all settings would be wasteful: a line is full in few. Where they are
 * those of the window before, it is the same array.
 */
export function activeSettings({ shape, lines }: Page, lineCount: number): Int32Array[] {
  const windows: Int32Array[] = [];
  // The last indented line before the window that follows.
  let indented = Number.NEGATIVE_INFINITY;
  for (let from = 0, seen = 0; from < lineCount; from += windowLines) {
    const to = Math.min(from + windowLines, lineCount);
    for (; seen < Math.min(to + windowLines, lineCount); seen++)
      if (isIndented(lines[seen]!)) indented = seen;
    windows.push(fullest(shape, { from, to, hasIndents: indented >= from - windowLines }));
  }
  const none = new Int32Array(0);
  let before: Int32Array = none;
  return windows.map((own, index) => {
    const all = union(own, union(windows[index - 1] ?? none, windows[index + 1] ?? none));
    if (!areSame(all, before)) before = all;
    return before;
  });
}

function areSame(one: Int32Array, other: Int32Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** All that are in one of two ascending lists, ascending. */
function union(one: Int32Array, other: Int32Array): Int32Array {
  const all = new Int32Array(one.length + other.length);
  let [at, place, count] = [0, 0, 0];
  while (at < one.length || place < other.length) {
    const [own, its] = [one[at] ?? settings.length, other[place] ?? settings.length];
    if (own <= its) at++;
    if (its <= own) place++;
    all[count++] = Math.min(own, its);
  }
  return all.subarray(0, count);
}

function fullest(
  shape: Shape,
  { from, to, hasIndents }: { from: number; to: number; hasIndents: boolean },
): Int32Array {
  const chosen: number[] = [];
  let best: number[] = [];
  let before: Setting | undefined;
  for (const row of settingRows) {
    const [sample] = row.settings as [{ setting: Setting; index: number }];
    if (sample.setting.indentShown && !hasIndents) continue;
    if (!Number.isFinite(sample.setting.measure)) {
      chosen.push(sample.index);
      continue;
    }
    // Rows that differ in their indents only stand together, and are filled by the same lines.
    const { style, prohibits, isRagged } = sample.setting;
    if (before?.style !== style || before.prohibits !== prohibits || before.isRagged !== isRagged)
      best = bestMeasures(fillScores(shape, row, from, to));
    before = sample.setting;
    for (const at of best) chosen.push(row.settings[at]!.index);
  }
  return Int32Array.from(chosen);
}

/** The indices of the highest scores, ascending. */
function bestMeasures(scores: Float64Array): number[] {
  const chosen: number[] = [];
  while (chosen.length < kept) {
    let best = 0;
    for (let at = 1; at < scores.length; at++) if (scores[at]! > scores[best]!) best = at;
    scores[best] = Number.NEGATIVE_INFINITY;
    chosen.push(best);
  }
  return chosen.sort((a, b) => a - b);
}

/** Reused by one row after another: nearly all of a row's measures are wider than any line. */
let changes = new Float64Array(0);

/** For each measure of a row (one style, one indent): the number of lines that fill it, minus those that overflow. */
function fillScores(shape: Shape, row: (typeof settingRows)[number], from: number, to: number): Float64Array {
  const { setting } = row.settings[0]!;
  const least = setting.measure;
  const count = row.settings.length;
  if (changes.length <= count) changes = new Float64Array(count + 1);
  changes.fill(0, 0, count + 1);
  let widest = 0;
  const width = shape.width[setting.widths]!;
  const hang = shape.hang[setting.widths]!;
  const head = (setting.prohibits ? shape.head : shape.headAlone)[setting.widths]!;
  const add = (measureFrom: number, measureTo: number, score: number) => {
    const low = Math.min(count, Math.max(0, Math.ceil((measureFrom - least) / 2)));
    const high = Math.min(count, Math.max(0, Math.ceil((measureTo - least) / 2)));
    changes[low]! += score;
    changes[high]! -= score;
    if (high > widest) widest = high;
  };
  for (let index = from; index < to; index++) {
    const own = width[index]! - (setting.hangs ? hang[index]! : 0);
    const head1 = index + 1 < width.length ? Math.min(head[index + 1]!, searchNumbers.widestHead) : 4;
    const next = setting.isRagged ? Math.max(head1, mostRagged) : head1;
    add(own, own + next, 1);
    add(0, own, -overflowCost);
  }
  // Beyond the widest line all scores are the same, and the first of them are as good as the others.
  const end = Math.min(count, widest + kept);
  for (let at = 1; at < end; at++) changes[at]! += changes[at - 1]!;
  return changes.subarray(0, end);
}
