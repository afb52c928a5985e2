import { bodyAndFood } from './body-and-food.js';
import { dryOrDo } from './dry-or-do.js';
import { making } from './making.js';
import { measures } from './measures.js';
import { type FormRule, readRules } from './read-rules.js';
import { states } from './states.js';

export type { FormRule };

/** The rules of each character, in order. */
const formRules = readRules([measures, dryOrDo, bodyAndFood, making, states].join(''));

/** Characters of Cantonese only: some words differ in such a text. */
const cantonese = /[唔嘅咗哋佢喺啲咁嚟嘢冇乜睇畀噉]/;

const cantoneseRules = readRules('系 係\n  _(?![列统数])\n晒 晒\n  _\n吓 吓\n  _\n');

/** The rules that apply to a text, by character; those of its language first. */
export function rulesFor(text: string): (readonly [string, readonly FormRule[]])[] {
  return cantonese.test(text) ? [...cantoneseRules, ...formRules] : [...formRules];
}

/** Characters that a rule may decide. */
export const ruledCharacters: readonly string[] = [...formRules.keys(), ...cantoneseRules.keys()];
