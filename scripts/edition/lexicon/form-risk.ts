import { isHanUnit } from '../../text/characters.js';
import { riskTable } from './risk-table.js';

/** 存疑: how often a form is wrong, by the character, by how the form was found, and by its neighbours. */
export interface Risks {
  /**
   * Intercept and slope over the margin of the neighbours. Keys are a way of finding forms (`2`), a character with its
   * form (`制製`), both (`2制製`), and the form with a neighbour (`制製<自`, `制製>成`); what is found is added up.
   */
  lines: ReadonlyMap<string, readonly [intercept: number, slope: number]>;
  /** The characters that a line speaks of. */
  characters: ReadonlySet<number>;
}

/** Facts about one spot. */
export interface RiskSpot {
  char: string;
  form: string;
  /** A value of `reasons`. */
  why: number;
  /** The characters before and behind; empty where they are not Han. */
  before: string;
  after: string;
  /** As `marginOf` gives it; 0 where nothing was counted. */
  margin: number;
}

/** The keys of a spot, the most general first. */
export function riskKeys({ char, form, why, before, after }: Omit<RiskSpot, 'margin'>): string[] {
  const decided = char + form;
  const keys = [`${why}`, decided, why + decided];
  if (before !== '') keys.push(`${decided}<${before}`);
  if (after !== '') keys.push(`${decided}>${after}`);
  return keys;
}

/** The character at an offset, if it is Han. */
export const neighbourAt = (text: string, at: number): string =>
  isHanUnit(text.charCodeAt(at)) ? text[at]! : '';

let risks: Risks | undefined;

/** The measurements of `npm run bench -- doubts`. */
export function getRisks(): Risks {
  risks ??= readRisks(riskTable);
  return risks;
}

/** Reads a table of words `key:intercept:slope`, both numbers in hundredths. */
export function readRisks(table: string): Risks {
  const lines = new Map<string, readonly [number, number]>();
  const characters = new Set<number>();
  for (const word of table.split(' ').filter(Boolean)) {
    const [key = '', intercept = '0', slope = '0'] = word.split(':');
    lines.set(key, [Number(intercept) / 100, Number(slope) / 100]);
    const first = key.charCodeAt(0);
    if (first > 0x39) characters.add(first);
  }
  return { lines, characters };
}

/** The chance from 0 to 1 that a form is wrong. */
export function riskOf({ lines }: Risks, spot: RiskSpot): number {
  let logOdds = 0;
  for (const key of riskKeys(spot)) {
    const line = lines.get(key);
    if (line) logOdds += line[0] + line[1] * spot.margin;
  }
  return 1 / (1 + Math.exp(-logOdds));
}

/** Beyond these, evidence is no longer told apart: a number seen ten thousand times says nothing of one unseen. */
export function marginOf(scores: readonly number[], decided: number): number {
  let other = Number.NEGATIVE_INFINITY;
  for (let form = 0; form < scores.length; form++)
    if (form !== decided && scores[form]! > other) other = scores[form]!;
  return Math.max(-8, Math.min(9, scores[decided]! - other));
}
