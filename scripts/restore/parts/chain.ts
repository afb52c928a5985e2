import { isDisplay, isRow, mayFollow, parts } from './part.js';

const count = parts.length;

/** Weights of a chain: one per feature and part, and one per pair of neighbouring parts (row first, column second). */
export interface Weights {
  /** Feature names in the order of `values`. */
  features: readonly string[];
  /** `values[feature * parts.length + part]` */
  values: Float64Array;
  /** `pairs[first * parts.length + second]` */
  pairs: Float64Array;
}

/** A person's decision about a line: it begins a block, continues, or undecided. */
export type Decided = 'begins' | 'goes on' | undefined;

/** Marginal probabilities: `shares[line * parts.length + part]`; and of continuing the line before. */
export interface Marginals {
  shares: Float64Array;
  goesOn: Float64Array;
}

const allowed = parts.flatMap((first) => parts.map((second) => mayFollow(first, second)));
const begins = parts.map((part) => !isRow(part));
/** The parts that may stand before each part, and behind it: a third of all pairs never occurs. */
const placesOf = (is: (place: number) => boolean) => parts.flatMap((_, place) => (is(place) ? [place] : []));
const firstsOf = parts.map((_, second) => placesOf((first) => allowed[first * count + second]!));
const secondsOf = parts.map((_, first) => placesOf((second) => allowed[first * count + second]!));

/** exp of the weights of neighbours; 0 where a part may not follow another. */
export function pairFactors({ pairs }: Pick<Weights, 'pairs'>): Float64Array {
  return Float64Array.from(pairs, (weight, at) => (allowed[at] ? Math.exp(weight) : 0));
}

/** The factors between a line and the one before it. */
export type Links = (line: number) => Float64Array;

/** The same, where a display line that breaks off in mid-sentence has to go on in a row of its block. */
export function linksOf(pairs: Float64Array, isOpen: (line: number) => boolean): Links {
  const open = pairs.map((factor, at) => {
    const [first, second] = [parts[Math.floor(at / count)]!, parts[at % count]!];
    return !isDisplay(first) || isRow(second) ? factor : 0;
  });
  return (line) => (isOpen(line - 1) ? open : pairs);
}

/** exp of the scores of one line's parts, the best of them 1; written to `factors` from `at` on. */
export function lineFactors(scores: Float64Array, factors: Float64Array, at: number, decided: Decided): void {
  let best = Number.NEGATIVE_INFINITY;
  for (let part = 0; part < count; part++) if (scores[part]! > best) best = scores[part]!;
  for (let part = 0; part < count; part++) {
    const isOut = decided !== undefined && begins[part] !== (decided === 'begins');
    factors[at + part] = isOut ? 0 : Math.exp(scores[part]! - best);
  }
}

/** Masses of forward and backward, normalized line by line. */
export interface Masses {
  forward: Float64Array;
  backward: Float64Array;
}

/** Forward–backward over the lines' factors; a first line begins a block. */
export function passMasses(factors: Float64Array, links: Links): Masses {
  const lines = factors.length / count;
  const forward = new Float64Array(factors.length);
  const backward = new Float64Array(factors.length).fill(1);
  for (let line = 0; line < lines; line++) {
    const at = line * count;
    const pairs = links(line);
    for (let second = 0; second < count; second++) {
      const factor = factors[at + second]!;
      // A part that the line cannot be.
      if (factor === 0) continue;
      let mass = line === 0 ? (begins[second] ? 1 : 0) : 0;
      if (line > 0) {
        const firsts = firstsOf[second]!;
        for (let place = 0; place < firsts.length; place++) {
          const first = firsts[place]!;
          mass += forward[at - count + first]! * pairs[first * count + second]!;
        }
      }
      forward[at + second] = mass * factor;
    }
    normalize(forward, at);
  }
  for (let line = lines - 2; line >= 0; line--) {
    const at = line * count;
    const pairs = links(line + 1);
    for (let first = 0; first < count; first++) {
      let mass = 0;
      const seconds = secondsOf[first]!;
      for (let place = 0; place < seconds.length; place++) {
        const second = seconds[place]!;
        const next = at + count + second;
        mass += pairs[first * count + second]! * factors[next]! * backward[next]!;
      }
      backward[at + first] = mass;
    }
    normalize(backward, at);
  }
  return { forward, backward };
}

function normalize(masses: Float64Array, at: number): void {
  let sum = 0;
  for (let part = 0; part < count; part++) sum += masses[at + part]!;
  // A person may ask for the impossible: then everything stays open.
  if (!(sum > 0)) for (let part = 0; part < count; part++) masses[at + part] = 1 / count;
  else for (let part = 0; part < count; part++) masses[at + part]! /= sum;
}

/** Probabilities of each line's parts. */
export function marginalsOf({ forward, backward }: Masses): Marginals {
  const shares = new Float64Array(forward.length);
  const goesOn = new Float64Array(forward.length / count);
  for (let at = 0; at < forward.length; at += count) {
    for (let part = 0; part < count; part++) shares[at + part] = forward[at + part]! * backward[at + part]!;
    normalize(shares, at);
    for (let part = 0; part < count; part++) if (!begins[part]) goesOn[at / count]! += shares[at + part]!;
  }
  return { shares, goesOn };
}

/** The likeliest parts of all lines together (Viterbi), as places in `parts`. */
export function bestParts(factors: Float64Array, links: Links): Uint8Array {
  const lines = factors.length / count;
  const best = new Float64Array(factors.length);
  const from = new Uint8Array(factors.length);
  for (let line = 0; line < lines; line++) {
    const at = line * count;
    const pairs = links(line);
    for (let second = 0; second < count; second++) {
      let mass = line === 0 ? (begins[second] ? 1 : 0) : 0;
      if (line > 0) {
        const firsts = firstsOf[second]!;
        for (let place = 0; place < firsts.length; place++) {
          const first = firsts[place]!;
          const own = best[at - count + first]! * pairs[first * count + second]!;
          if (own <= mass) continue;
          mass = own;
          from[at + second] = first;
        }
      }
      best[at + second] = mass * factors[at + second]!;
    }
    normalize(best, at);
  }
  const found = new Uint8Array(lines);
  let part = 0;
  for (let second = 1; second < count && lines > 0; second++)
    if (best[(lines - 1) * count + second]! > best[(lines - 1) * count + part]!) part = second;
  for (let line = lines - 1; line >= 0; line--) {
    found[line] = part;
    part = from[line * count + part]!;
  }
  return found;
}
