import { bodyAndFood } from './body-and-food.js';
import { dryOrDo } from './dry-or-do.js';
import { everyday } from './everyday.js';
import { findByRules, indexRules, type Rules } from './find-by-rules.js';
import { making } from './making.js';
import { measures } from './measures.js';
import { narrow } from './narrow.js';
import { type FormRule, readRules } from './read-rules.js';
import { states } from './states.js';

export type { FormRule };

/** The rules of each character, in order. */
const formRules = readRules([everyday, narrow, measures, dryOrDo, bodyAndFood, making, states].join(''));

/** Characters and words of Cantonese only: some words differ in such a text. */
const cantonese =
  /[唔嘅咗哋佢喺啲咁嚟嘢冇乜睇畀噉俾啱冧嗰]|系[咪咩]|呢[个個句支条次单]|点[解样]系|[而宜]家[系仲我佢]|边[个個度位]|梗系|(?<!紧)紧系[咪想都]|阿妈系|成日系|仲[要有系会]|[真话先]系|日头系/;

const cantoneseRules = readRules(`系 !係
  (?<![关体派水学院该本联维星])_(?=[有好个個])
系 係
  (?<!(?<!同)学|究|敌|联|体|维|[中美日英俄]关)_(?![列统数]|人马|主任|讲座|内)
晒 晒
  _
吓 吓
  (?<!恐|惊)_(?![死人到阻怕坏壞跑倒一])
`);

/** In other blocks of a story that speaks Cantonese: 系 is 係 unless it is a department or a faction. */
const cantoneseStoryRules = readRules(`系 !係
  [而宜依]家_
  直情_
  一_(?=就|[，。]|[鬼佢我你])
  (?<![关体派水学院该本联维星])_(?=好紧要|有困|有咩|好[多少似])
系 係
  (?<![学科程播传语文法医理机脑达演仪译究设策导作护察哲光教务商体志部本校史该各院派支桂直旁嫡长和润伏轮博洲洋星母父通价政联关])_(?![列统数所科主的副教讲学校友之、，。！？）」”』》]|$)
`);

/** The language of a block: 国语, Cantonese, or 国语 in a story that speaks Cantonese. */
export type Speech = 'mandarin' | 'cantonese' | 'beside-cantonese';

/** Rules of a speech that go before those of all, and those that go after. */
const rulesOfSpeech: Readonly<
  Record<Speech, readonly [ReadonlyMap<string, FormRule[]>, ReadonlyMap<string, FormRule[]>]>
> = {
  mandarin: [new Map(), new Map()],
  cantonese: [cantoneseRules, new Map()],
  'beside-cantonese': [new Map(), cantoneseStoryRules],
};

const made = new Map<string, Rules>();

/** Places of a block where a rule of its region and speech decides, each with the first rule that matches. */
export function findRules(text: string, region: string, speech: Speech): ReadonlyMap<number, FormRule> {
  const key = `${region} ${speech}`;
  const rules = made.get(key) ?? makeRules(region, speech);
  made.set(key, rules);
  return findByRules(text, rules);
}

function makeRules(region: string, speech: Speech): Rules {
  const [before, after] = rulesOfSpeech[speech];
  const ofRegion = (rules: readonly FormRule[]) =>
    rules.filter((rule) => rule.region === undefined || rule.region === region);
  const all = [...before, ...formRules, ...after];
  return indexRules(all.map(([char, rules]) => [char, ofRegion(rules)] as const));
}

/** True if a text has characters or words of Cantonese only. */
export const isCantonese = (text: string): boolean => cantonese.test(text);

/** Characters that a rule may decide. */
export const ruledCharacters: readonly string[] = [...formRules.keys(), ...cantoneseRules.keys()];
