import { type Ruler, rulerOf } from './fit.js';
import { changeOfRow, changeWithinRow, type Setting, settings } from './settings.js';
import type { Shape } from './shape.js';

/** Window: the settings that are searched for some lines, with what the search asks of each, side by side. */
export interface Window {
  settings: Setting[];
  rulers: Ruler[];
  /** Their places in the list of all settings; they ascend. */
  indices: Int32Array;
  /** 1 where first-line indents are still in the source. */
  isShown: Uint8Array;
  rows: Int32Array;
  /** Log probability after another setting of the row, and of another row. */
  withinRow: Float64Array;
  ofRow: Float64Array;
  /** The first setting of the window in which a paragraph's first, or later, line goes on as well as in this one. */
  alikeFirst: Int32Array;
  alikeLater: Int32Array;
}

/** Makes the windows of a page; a ruler is made once, for the settings of many windows are the same. */
export function windowMaker(shape: Shape): (indices: Int32Array) => Window {
  const rulers: (Ruler | undefined)[] = new Array(settings.length).fill(undefined);
  return (indices) =>
    newWindow(indices, (index) => {
      const known = rulers[index];
      if (known) return known;
      const ruler = rulerOf(shape, settings[index]!);
      rulers[index] = ruler;
      return ruler;
    });
}

function newWindow(indices: Int32Array, rulerAt: (index: number) => Ruler): Window {
  const { length } = indices;
  const window: Window = {
    settings: [],
    rulers: [],
    indices,
    isShown: new Uint8Array(length),
    rows: new Int32Array(length),
    withinRow: new Float64Array(length),
    ofRow: new Float64Array(length),
    alikeFirst: new Int32Array(length),
    alikeLater: new Int32Array(length),
  };
  for (let c = 0; c < length; c++) {
    const index = indices[c]!;
    const setting = settings[index]!;
    window.settings.push(setting);
    window.rulers.push(rulerAt(index));
    window.isShown[c] = setting.indentShown ? 1 : 0;
    window.rows[c] = setting.row;
    window.withinRow[c] = withinRow[index]!;
    window.ofRow[c] = ofRow[index]!;
    window.alikeFirst[c] = firstPlace(firstLines, indices, c);
    window.alikeLater[c] = firstPlace(laterLines, indices, c);
  }
  return window;
}

const withinRow = Float64Array.from(settings, changeWithinRow);
const ofRow = Float64Array.from(settings, changeOfRow);

/** Settings in which a line goes on equally well have the same number; with the place of the last one seen. */
interface Alike {
  numbers: Int32Array;
  places: Int32Array;
}

/** The place among some settings of the first that is like the one at a place; asked from the first place on. */
function firstPlace({ numbers, places }: Alike, indices: Int32Array, c: number): number {
  const number = numbers[indices[c]!]!;
  const known = places[number]!;
  // A place of another window: it holds another setting, or comes only later.
  if (known >= c || numbers[indices[known]!] !== number) places[number] = c;
  return places[number]!;
}

function newAlike(keyOf: (setting: Setting, index: number) => number): Alike {
  const known = new Map<number, number>();
  const numbers = Int32Array.from(settings, (setting, index) => {
    const key = keyOf(setting, index);
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
  return { numbers, places: new Int32Array(known.size) };
}

/** More than any finite measure or indent, in quarter ems. */
const beyond = 1 << 12;

/**
 * A later line has no indent; and what is left of indents in the source is not the line's width. The keys are numbers:
 * to write and to compare thirteen thousand words took a sixth of the program's start.
 */
const laterLines = newAlike(({ widths, measure, hangs, prohibits, isRagged }) => {
  const flags = [hangs, prohibits, isRagged];
  const style = flags.reduce((sum, flag) => sum * 2 + (flag ? 1 : 0), widths);
  return style * beyond + Math.min(measure, beyond - 1);
});
const firstLines = newAlike(({ indent }, index) => laterLines.numbers[index]! * beyond + indent);
