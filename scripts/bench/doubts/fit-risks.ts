import { hasNeighbours, riskKeys } from '../../edition/lexicon/form-risk.js';
import type { Spot } from './collect-spots.js';

/** Spots with the same keys and nearly the same margin. */
interface Group {
  keys: readonly number[];
  margin: number;
  count: number;
  wrong: number;
}

/** Neighbours are told apart if they were beside errors, or so often beside none that this says something. */
const leastWrong = 2;
const leastSeen = 200;

/** Half a wrong spot speaks against each number: what was seldom seen stays near what is usual. */
const shrinkage = 0.5;
const rounds = 600;
const rate = 0.5;

/**
 * A logistic fit of a form's being wrong: an intercept, and a slope over the margin of its neighbours, for each way of
 * finding a form, each form of a character, both together, and each form in its surroundings (`riskKeys`). By gradients over
 * all spots (AdaGrad).
 *
 * @returns the text that `readRisks` reads.
 */
export function fitRisks(spots: readonly Spot[]): string {
  const { names, groups } = groupSpots(spots);
  const weights = new Float64Array(names.length * 2);
  const squares = new Float64Array(weights.length).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((weight) => 2 * shrinkage * weight);
    for (const group of groups) addSlopes(slopes, group, weights);
    for (const [at, slope] of slopes.entries()) {
      squares[at]! += slope * slope;
      weights[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
    }
  }
  return names.map((name, id) => wordOf(name, weights[2 * id]!, weights[2 * id + 1]!)).join(' ');
}

function groupSpots(spots: readonly Spot[]): { names: string[]; groups: Group[] } {
  const ids = new Map<string, number>();
  const groups = new Map<string, Group>();
  const isTold = toldNeighbours(spots);
  for (const spot of spots) {
    const margin = Math.round(spot.margin * 5) / 5;
    const keys = riskKeys(spot).filter((key) => !hasNeighbours(key) || isTold.has(key));
    const name = `${keys.slice(2).join(' ')} ${margin}`;
    let group = groups.get(name);
    if (!group) {
      group = { keys: keys.map(idOf), margin, count: 0, wrong: 0 };
      groups.set(name, group);
    }
    group.count++;
    if (spot.isWrong) group.wrong++;
  }
  return { names: [...ids.keys()], groups: [...groups.values()] };

  function idOf(key: string): number {
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  }
}

function toldNeighbours(spots: readonly Spot[]): ReadonlySet<string> {
  const counts = new Map<string, [seen: number, wrong: number]>();
  for (const spot of spots)
    for (const key of riskKeys(spot)) {
      if (!hasNeighbours(key)) continue;
      const count = counts.get(key) ?? [0, 0];
      count[0]++;
      if (spot.isWrong) count[1]++;
      counts.set(key, count);
    }
  const isTold = ([, [seen, wrong]]: [string, [number, number]]) => wrong >= leastWrong || seen >= leastSeen;
  return new Set([...counts].filter(isTold).map(([key]) => key));
}

function addSlopes(slopes: Float64Array, { keys, margin, count, wrong }: Group, weights: Float64Array): void {
  let logOdds = 0;
  for (const id of keys) logOdds += weights[2 * id]! + weights[2 * id + 1]! * margin;
  const error = count / (1 + Math.exp(-logOdds)) - wrong;
  for (const id of keys) {
    slopes[2 * id]! += error;
    slopes[2 * id + 1]! += error * margin;
  }
}

const wordOf = (name: string, intercept: number, slope: number) =>
  `${name}:${Math.round(intercept * 100)}:${Math.round(slope * 100)}`;
