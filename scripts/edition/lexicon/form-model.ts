import { han } from '../../text/characters.js';
import { formTable } from './form-table.js';
import { kept } from './kept-tables.js';
import { newTrie, none, type Trie } from './trie.js';

/** 语境: likelihood of each Traditional form of a Simplified character beside its neighbours. */
export interface FormModel {
  /** The forms of each character, the commonest first, each with its bias before neighbours are considered. */
  characters: ReadonlyMap<number, { forms: string[]; biases: number[] }>;
  /** Character, form and window, neighbours → weight. */
  weights: Trie;
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
  const weights = newTrie(table.length + 4096);
  let char = '';
  for (const line of table.split('\n')) {
    if (line[0] === '=') {
      const [forms = '', ...biases] = line.slice(2).split(' ');
      char = line[1]!;
      // Forms of several letters, such as readings, are separated by commas.
      const list = forms.includes(',') ? forms.split(',').filter(Boolean) : [...forms];
      characters.set(char.charCodeAt(0), { forms: list, biases: [0, ...biases.filter(Boolean).map(Number)] });
    } else if (line[0] === '+') readWeights(weights, char, line);
  }
  return { characters, weights };
}

function readWeights(weights: Trie, char: string, line: string): void {
  const window = line.charCodeAt(2) - 0x30;
  const [left, right] = windows[window]!;
  const head = char + String.fromCharCode(stepOf(line.charCodeAt(1) - 0x30, window));
  const length = left + right;
  for (let at = 3; at + length < line.length; at += length + 1) {
    // Nearest first, so that windows share their beginnings.
    const before = [...line.slice(at, at + left)].reverse().join('');
    weights.add(head + before + line.slice(at + left, at + length), weightOf(line.charCodeAt(at + length)));
  }
}

/** Code of form and window in the trie. */
const stepOf = (form: number, window: number) => 1 + form * windows.length + window;

const other = new RegExp(`[^${han}0A“ ]`, 'gu');

/** A text whose characters other than Han are reduced to kinds: digits, letters, quotes and brackets, spaces, marks. */
export function contextText(text: string): string {
  return text
    .replace(/[0-9０-９]/g, '0')
    .replace(/[A-Za-zＡ-Ｚａ-ｚ]/g, 'A')
    .replace(/[“”‘’「」『』《》〈〉（）()[\]【】〔〕"]/g, '“')
    .replace(/\s/g, ' ')
    .replace(other, (char) => '，'.repeat(char.length));
}

/** Character assumed before and after a text: a mark. */
const outside = '，'.charCodeAt(0);

/**
 * The log-odds of each form of the character at an offset, against its commonest one.
 *
 * @param context the text as `contextText` gives it.
 */
export function scoreForms(model: FormModel, context: string, at: number): number[] {
  const { weights } = model;
  const code = context.charCodeAt(at);
  const scores = model.characters.get(code)!.biases.slice();
  const root = weights.step(1, code);
  for (let form = 1; form < scores.length; form++)
    for (let window = 0; window < windows.length; window++) {
      const from = weights.step(root, stepOf(form, window));
      if (from === 0) continue;
      const weight = weightAt(weights, from, windows[window]!, { context, at });
      if (weight !== none) scores[form]! += weight;
    }
  return scores;
}

function weightAt(
  weights: Trie,
  from: number,
  [left, right]: readonly [left: number, right: number],
  { context, at }: { context: string; at: number },
): number {
  let node = from;
  for (let step = 1; step <= left && node !== 0; step++)
    node = weights.step(node, at < step ? outside : context.charCodeAt(at - step));
  for (let step = 1; step <= right && node !== 0; step++)
    node = weights.step(node, at + step >= context.length ? outside : context.charCodeAt(at + step));
  return node === 0 ? none : weights.valueAt(node);
}
