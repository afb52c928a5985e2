import { contextUnit } from './context-units.js';
import { formTable } from './form-table.js';
import { kept } from './kept-tables.js';
import { newTrie, none, type Trie } from './trie.js';

/** 语境: likelihood of each Traditional form of a Simplified character beside its neighbours. */
export interface FormModel {
  /** The forms of each character, the commonest first, each with its bias before neighbours are considered. */
  characters: ReadonlyMap<number, { forms: string[]; biases: number[] }>;
  /** 1 for the units of these characters. */
  isKnown: Uint8Array;
  /** Character, neighbours of a window → index into `weights`. */
  places: Trie;
  /** The weight there of each form but the first. */
  weights: Float32Array;
}

/** The windows of context: numbers of neighbours to the left and to the right. */
export const windows: readonly (readonly [left: number, right: number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [0, 2],
  [2, 1],
  [1, 2],
  [3, 0],
  [0, 3],
];

/** A weight is one letter of the table: 52 of them, from `(` to `[`, a fifth of a unit of log-odds apart. */
export const weightOf = (letter: number) => (letter - zero) / 5;
export const zero = 66;

let model: FormModel | undefined;

/** Read once, when a Traditional edition is first made (a tenth of a second, 15 MB). */
export function getFormModel(): FormModel {
  model ??= kept('forms', () => readFormModel(formTable));
  return model;
}

/**
 * Lines of the table: `=` a character, its forms, and a bias each but the first; `+` a form and a window (a letter
 * each) and all neighbours with their weights, without gaps.
 */
export function readFormModel(table: string): FormModel {
  const characters = new Map<number, { forms: string[]; biases: number[] }>();
  const places = newTrie(table.length + 4096);
  const weights: number[] = [];
  let char = '';
  let others = 0;
  for (const line of table.split('\n')) {
    if (line[0] === '=') {
      const [forms = '', ...biases] = line.slice(2).split(' ');
      char = line[1]!;
      // Forms of several letters, such as readings, are separated by commas.
      const list = forms.includes(',') ? forms.split(',').filter(Boolean) : [...forms];
      others = list.length - 1;
      characters.set(char.charCodeAt(0), { forms: list, biases: [0, ...biases.filter(Boolean).map(Number)] });
    } else if (line[0] === '+') readLine(line, char, { places, weights, others });
  }
  const isKnown = new Uint8Array(65_536);
  for (const unit of characters.keys()) isKnown[unit] = 1;
  return { characters, isKnown, places, weights: Float32Array.from(weights) };
}

/** Separates the characters before from those behind. */
const behind = '\u0001';

/**
 * Reads the weights of a line. Keys are the character, those before it, then those behind; the nearest come first, so that
 * windows share their beginnings.
 */
function readLine(
  line: string,
  char: string,
  { places, weights, others }: { places: Trie; weights: number[]; others: number },
): void {
  const form = line.charCodeAt(1) - 0x30;
  const [left, right] = windows[line.charCodeAt(2) - 0x30]!;
  const length = left + right;
  for (let at = 3; at + length < line.length; at += length + 1) {
    let key = char;
    for (let before = left - 1; before >= 0; before--) key += line[at + before]!;
    if (right > 0) key += behind + line.slice(at + left, at + length);
    let place = places.get(key);
    if (place === none) {
      place = weights.length;
      places.add(key, place);
      for (let index = 0; index < others; index++) weights.push(0);
    }
    weights[place + form - 1] = weightOf(line.charCodeAt(at + length));
  }
}

const separator = behind.charCodeAt(0);
const farthest = 3;
/** The place in `windows` of each number of neighbours before and behind, if there is one. */
const windowOf = Array.from({ length: farthest + 1 }, (_, left) =>
  Array.from({ length: farthest + 1 }, (_, right) =>
    windows.findIndex(([before, after]) => before === left && after === right),
  ),
);
/** The most neighbours behind that are looked at beside so many before. */
const mostBehind = windowOf.map((list) => list.findLastIndex((window) => window >= 0));

const found = new Float64Array(windows.length);

/** The log-odds of each form of the character at an offset of a text, against its commonest one. */
export function scoreForms(model: FormModel, text: string, at: number): number[] {
  const { weights } = model;
  const scores = model.characters.get(text.charCodeAt(at))!.biases.slice();
  findPlaces(model, text, at);
  for (let form = 1; form < scores.length; form++)
    for (const place of found) if (place !== none) scores[form]! += weights[place + form - 1]!;
  return scores;
}

/** Fills `found` with the place of each window around an offset. */
function findPlaces({ places }: FormModel, text: string, at: number): void {
  found.fill(none);
  let node = places.step(1, text.charCodeAt(at));
  for (let left = 0; left <= farthest && node !== 0; left++) {
    if (left > 0) {
      node = places.step(node, contextUnit(text, at - left));
      found[windowOf[left]![0]!] = places.valueAt(node);
    }
    const most = mostBehind[left]!;
    let next = most > 0 ? places.step(node, separator) : 0;
    for (let right = 1; right <= most && next !== 0; right++) {
      next = places.step(next, contextUnit(text, at + right));
      found[windowOf[left]![right]!] = places.valueAt(next);
    }
  }
}
