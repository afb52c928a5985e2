import {
  lineFactors,
  marginalsOf,
  pairFactors,
  passMasses,
  type Weights,
} from '../../restore/parts/chain.js';
import { parts } from '../../restore/parts/part.js';
import type { Random } from '../random.js';

const count = parts.length;

/** A page for fitting: for each line its features with their amounts, and its true part. */
export interface Example {
  features: Uint16Array[];
  amounts: Float32Array[];
  truth: Uint8Array;
}

/** Initial learning rate (Adagrad), strength of regularisation, and number of passes over all pages. */
const rate = 0.2;
const decay = 1e-6;
const rounds = 8;

/**
 * Fits a chain's weights: the likelihood of the true parts grows page by page. The same examples give the same weights.
 */
export function train(examples: readonly Example[], features: readonly string[], random: Random): Weights {
  const weights: Weights = {
    features,
    values: new Float64Array(features.length * count),
    pairs: new Float64Array(count * count),
  };
  const squares = { values: new Float64Array(weights.values.length), pairs: new Float64Array(count * count) };
  const sum = { values: new Float64Array(weights.values.length), pairs: new Float64Array(count * count) };
  for (let round = 0; round < rounds; round++)
    for (const example of shuffled(examples, random)) {
      const gradient = gradientOf(example, weights);
      move(weights.values, squares.values, gradient.values);
      move(weights.pairs, squares.pairs, gradient.pairs);
      if (round < rounds / 2) continue;
      for (const part of ['values', 'pairs'] as const)
        for (let at = 0; at < sum[part].length; at++) sum[part][at]! += weights[part][at]!;
    }
  // The mean over the second half of the steps is steadier than the last.
  const steps = (rounds - Math.ceil(rounds / 2)) * examples.length;
  return {
    features,
    values: sum.values.map((one) => one / steps),
    pairs: sum.pairs.map((one) => one / steps),
  };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = random.integer(0, at);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

function move(weights: Float64Array, squares: Float64Array, gradient: Float64Array): void {
  for (let at = 0; at < weights.length; at++) {
    const slope = gradient[at]!;
    if (slope === 0) continue;
    squares[at]! += slope * slope;
    weights[at]! += (rate * slope) / Math.sqrt(squares[at]! + 1e-6) - decay * weights[at]!;
  }
}

/** Scores of a line's parts. */
export function scoreLine(
  { features, amounts }: Example,
  line: number,
  { values }: Weights,
  scores: Float64Array,
): void {
  scores.fill(0);
  features[line]!.forEach((feature, at) => {
    const amount = amounts[line]![at]!;
    for (let part = 0; part < count; part++) scores[part]! += amount * values[feature * count + part]!;
  });
}

/** Observed minus expected counts of each feature and pair, divided by the root of the page's length. */
function gradientOf(example: Example, weights: Weights): { values: Float64Array; pairs: Float64Array } {
  const lines = example.truth.length;
  const gradient = {
    values: new Float64Array(weights.values.length),
    pairs: new Float64Array(count * count),
  };
  const factors = new Float64Array(lines * count);
  const scores = new Float64Array(count);
  for (let line = 0; line < lines; line++) {
    scoreLine(example, line, weights, scores);
    lineFactors(scores, factors, line * count, undefined);
  }
  const pairs = pairFactors(weights);
  const masses = passMasses(factors, () => pairs);
  const { shares } = marginalsOf(masses);
  const scale = 1 / Math.sqrt(lines);
  for (let line = 0; line < lines; line++) {
    example.features[line]!.forEach((feature, at) => {
      const amount = example.amounts[line]![at]! * scale;
      for (let part = 0; part < count; part++)
        gradient.values[feature * count + part]! -= amount * shares[line * count + part]!;
      gradient.values[feature * count + example.truth[line]!]! += amount;
    });
    if (line > 0) addPairs(gradient.pairs, { example, line, masses, factors, pairs, scale });
  }
  return gradient;
}

interface PairsOf {
  example: Example;
  line: number;
  masses: ReturnType<typeof passMasses>;
  factors: Float64Array;
  pairs: Float64Array;
  scale: number;
}

function addPairs(gradient: Float64Array, { example, line, masses, factors, pairs, scale }: PairsOf): void {
  const at = line * count;
  const expected = new Float64Array(count * count);
  let sum = 0;
  for (let first = 0; first < count; first++)
    for (let second = 0; second < count; second++) {
      const mass =
        masses.forward[at - count + first]! *
        pairs[first * count + second]! *
        factors[at + second]! *
        masses.backward[at + second]!;
      expected[first * count + second] = mass;
      sum += mass;
    }
  for (let pair = 0; pair < expected.length && sum > 0; pair++)
    gradient[pair]! -= (scale * expected[pair]!) / sum;
  gradient[example.truth[line - 1]! * count + example.truth[line]!]! += scale;
}
