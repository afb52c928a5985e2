import { bodyAndFood } from './body-and-food.js';
import { dryOrDo } from './dry-or-do.js';
import { making } from './making.js';
import { measures } from './measures.js';
import { type FormRule, readRules } from './read-rules.js';
import { states } from './states.js';

export type { FormRule };

/** The rules of each character, in order. */
const formRules = readRules([measures, dryOrDo, bodyAndFood, making, states].join(''));

/** Characters and words of Cantonese only: some words differ in such a text. */
const cantonese =
  /[唔嘅咗哋佢喺啲咁嚟嘢冇乜睇畀噉俾啱冧嗰]|系[咪咩]|呢[个個句支条次单]|点[解样]系|[而宜]家[系仲我佢]|边[个個度位]|梗系|(?<!紧)紧系[咪想都]|阿妈系|成日系|仲[要有系会]|[真话先]系|日头系/;

const cantoneseRules = readRules(`系 !係
  (?<![关体派水学院该本联维星])_(?=[有好个個])
系 係
  _(?![列统数])
晒 晒
  _
吓 吓
  (?<!恐|惊)_(?![死人到阻怕坏壞跑倒一])
`);

type Rules = readonly (readonly [string, readonly FormRule[]])[];

const byRegion = new Map<string, Rules>();

/** The rules that apply to a text of a region, by character; those of its language first. */
export function rulesFor(text: string, region: string): Rules {
  const rules = byRegion.get(region) ?? rulesOf(region);
  byRegion.set(region, rules);
  return cantonese.test(text) ? [...cantoneseRules, ...rules] : rules;
}

const rulesOf = (region: string): Rules =>
  [...formRules].map(
    ([char, rules]) =>
      [char, rules.filter((rule) => rule.region === undefined || rule.region === region)] as const,
  );

/** Characters that a rule may decide. */
export const ruledCharacters: readonly string[] = [...formRules.keys(), ...cantoneseRules.keys()];
