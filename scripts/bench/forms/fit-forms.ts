import { windows } from '../../edition/lexicon/form-model.js';
import { newRandom, type Random } from '../random.js';
import type { Seen } from './collect-windows.js';

/** Result of fitting one character. */
export interface Fitted {
  char: string;
  /** The commonest first. */
  forms: string[];
  biases: number[];
  weights: Weight[];
}

export interface Weight {
  /** Index into `forms`, from 1. */
  form: number;
  /** Index into `windows`. */
  window: number;
  neighbours: string;
  weight: number;
  /** Loss without it. */
  worth: number;
}

/** Minimum counts to learn from. */
export interface Least {
  /** Rarer forms are misprints, or teach nothing. */
  form: number;
  /** Rarer neighbours prove nothing. */
  neighbours: number;
}

const usualLeast: Least = { form: 12, neighbours: 3 };

/** A weight nearer to 0 changes no decision. */
const leastWeight = 0.12;
const rate = 0.3;
const shrinkage = 1e-3;

/** 拟合: multinomial logistic regression over the neighbours of one character, by stochastic gradients (AdaGrad). */
export function fitForms(char: string, seen: Seen, least: Least = usualLeast): Fitted | undefined {
  const order = seen.totals
    .map((total, index) => ({ total, index }))
    .filter(({ total }) => total >= least.form)
    .sort((a, b) => b.total - a.total)
    .map(({ index }) => index);
  if (order.length < 2) return undefined;
  const { names, places } = readPlaces(seen, order, least.neighbours);
  const state = newState(order.length, names.length);
  const random = newRandom(7);
  const rounds = places.length > 60_000 ? 4 : 8;
  for (let round = 0; round < rounds; round++)
    for (const place of shuffle(places, random)) learn(state, place);
  return {
    char,
    forms: order.map((index) => seen.forms[index]!),
    biases: [...state.biases],
    weights: weightsOf(state, names, usesOf(places, names.length)),
  };
}

interface Place {
  features: Int32Array;
  form: number;
  weight: number;
}

function readPlaces(
  seen: Seen,
  order: readonly number[],
  leastNeighbours: number,
): { names: string[]; places: Place[] } {
  const counts = new Map<string, number>();
  for (const [window, byForm] of seen.windows) {
    const total = byForm.reduce((sum, count) => sum + Math.min(3, count ?? 0), 0);
    for (const name of featuresOf(window)) counts.set(name, (counts.get(name) ?? 0) + total);
  }
  const names = [...counts].filter(([, count]) => count >= leastNeighbours).map(([name]) => name);
  const ids = new Map(names.map((name, id) => [name, id]));
  const places: Place[] = [];
  for (const [window, byForm] of seen.windows) {
    const features = Int32Array.from(
      featuresOf(window).flatMap((name) => (ids.has(name) ? [ids.get(name)!] : [])),
    );
    // A phrase repeated 5,000 times in a law is not 5,000 proofs.
    for (const [form, index] of order.entries())
      if (byForm[index]) places.push({ features, form, weight: Math.min(20, byForm[index] ** 0.6) });
  }
  return { names, places };
}

/** The neighbours in each window, after its number. */
function featuresOf(place: string): string[] {
  return windows.map(([left, right], index) => index + place.slice(3 - left, 3) + place.slice(4, 4 + right));
}

interface State {
  forms: number;
  biases: Float64Array;
  biasSquares: Float64Array;
  weights: Float64Array;
  squares: Float64Array;
  scores: Float64Array;
}

function newState(forms: number, features: number): State {
  const size = features * (forms - 1);
  return {
    forms,
    biases: new Float64Array(forms),
    biasSquares: new Float64Array(forms).fill(1e-6),
    weights: new Float64Array(size),
    squares: new Float64Array(size).fill(1e-6),
    scores: new Float64Array(forms),
  };
}

function learn(state: State, { features, form, weight }: Place): void {
  const { forms, biases, biasSquares, weights, squares, scores } = state;
  for (let index = 0; index < forms; index++) {
    scores[index] = biases[index]!;
    if (index > 0) for (const id of features) scores[index]! += weights[id * (forms - 1) + index - 1]!;
  }
  const best = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - best), 0);
  for (let index = 1; index < forms; index++) {
    const slope = (Math.exp(scores[index]! - best) / sum - (index === form ? 1 : 0)) * weight;
    if (Math.abs(slope) < 1e-4) continue;
    biasSquares[index]! += slope * slope;
    biases[index]! -= (rate * slope) / Math.sqrt(biasSquares[index]!);
    for (const id of features) {
      const at = id * (forms - 1) + index - 1;
      const own = slope + shrinkage * weights[at]!;
      squares[at]! += own * own;
      weights[at]! -= (rate * own) / Math.sqrt(squares[at]!);
    }
  }
}

function shuffle(places: Place[], random: Random): Place[] {
  for (let at = places.length - 1; at > 0; at--) {
    const other = random.integer(0, at);
    [places[at], places[other]] = [places[other]!, places[at]!];
  }
  return places;
}

function usesOf(places: readonly Place[], features: number): Float64Array {
  const uses = new Float64Array(features);
  for (const { features: ids, weight } of places) for (const id of ids) uses[id]! += weight;
  return uses;
}

function weightsOf({ forms, weights }: State, names: readonly string[], uses: Float64Array): Weight[] {
  const kept: Weight[] = [];
  for (const [id, name] of names.entries())
    for (let form = 1; form < forms; form++) {
      const weight = weights[id * (forms - 1) + form - 1]!;
      if (Math.abs(weight) < leastWeight) continue;
      kept.push({
        form,
        window: Number(name[0]),
        neighbours: name.slice(1),
        weight,
        worth: Math.abs(weight) * Math.sqrt(uses[id]!),
      });
    }
  return kept;
}
