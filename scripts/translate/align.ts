import { likenessOf } from './evidence.js';
import type { Segment } from './segment.js';

/** A block of the source and its counterpart in the translation, by index. One of the two may be missing. */
export interface Aligned {
  source?: number;
  target?: number;
  /** They belong together, but the translation has them elsewhere. */
  isMoved?: boolean;
}

/** Blocks that are known to belong together, as "source target" by index: from a translation memory. */
export type KnownPairs = ReadonlySet<string>;

/**
 * 对齐: aligns the blocks of an article with those of its translation, in the order of the source. Blocks in order are
 * taken for counterparts unless kinds, lengths, figures and names in them say otherwise.
 */
export function align(
  sources: readonly Segment[],
  targets: readonly Segment[],
  known: KnownPairs = new Set(),
): Aligned[] {
  const score = scorer(sources, targets, known);
  const path = bestPath(sources.length, targets.length, score.whole);
  return findMoved(exchange(path, score.evidence), score.evidence);
}

/** A block that one side lacks costs as much as a pair that two facts speak against. */
const gap = -1.3;

type Score = (source: number, target: number) => number;

function scorer(
  sources: readonly Segment[],
  targets: readonly Segment[],
  known: KnownPairs,
): { whole: Score; evidence: Score } {
  const likeness = likenessOf(
    sources.map(({ text }) => text),
    targets.map(({ text }) => text),
  );
  const lengthOf = (segments: readonly Segment[]) => segments.reduce((sum, { text }) => sum + text.length, 0);
  const ratio = lengthOf(targets) / Math.max(1, lengthOf(sources));
  // A few characters more or less mean nothing in a short block.
  const slack = 12 * Math.max(1, ratio);
  const evidence: Score = (source, target) =>
    known.has(`${source} ${target}`) ? 2 : 2 * likeness(source, target);
  const whole: Score = (source, target) => {
    const [one, other] = [sources[source]!, targets[target]!];
    const isKind = one.kind === other.kind;
    const off = Math.abs(Math.log((other.text.length + slack) / (one.text.length * ratio + slack)));
    return (isKind ? 1 : -3) - Math.min(1.5, off) + evidence(source, target);
  };
  return { whole, evidence };
}

/** The alignment in order with the highest score (Needleman and Wunsch). */
function bestPath(sources: number, targets: number, score: Score): Aligned[] {
  const width = targets + 1;
  // A translation that runs further ahead has no counterpart there; and searching a long one would take minutes.
  const reach = 60 + Math.abs(sources - targets);
  const isNear = (source: number, target: number) => Math.abs(source - target) <= reach;
  const best = new Float64Array((sources + 1) * width);
  const step = new Uint8Array(best.length);
  for (let source = 0; source <= sources; source++)
    for (let target = 0; target <= targets; target++) {
      if (source + target === 0) continue;
      const at = source * width + target;
      const options = [
        source > 0 && target > 0 && isNear(source, target)
          ? best[at - width - 1]! + score(source - 1, target - 1)
          : Number.NEGATIVE_INFINITY,
        source > 0 ? best[at - width]! + gap : Number.NEGATIVE_INFINITY,
        target > 0 ? best[at - 1]! + gap : Number.NEGATIVE_INFINITY,
      ];
      best[at] = Math.max(...options);
      step[at] = options.indexOf(best[at]!);
    }
  const path: Aligned[] = [];
  for (let [source, target] = [sources, targets]; source + target > 0; ) {
    const taken = step[source * width + target]!;
    if (taken !== 2) source--;
    if (taken !== 1) target--;
    path.push({ ...(taken !== 2 && { source }), ...(taken !== 1 && { target }) });
  }
  return path.reverse();
}

/** Score that must be reached for or against a pair that is not in order. */
const plain = 0.5;

/** Swaps the halves of pairs that the evidence contradicts, where they fit each other: they have changed places. */
function exchange(path: readonly Aligned[], evidence: Score): Aligned[] {
  const wrong = path.filter(
    ({ source, target }) => source !== undefined && target !== undefined && evidence(source, target) < -plain,
  );
  const free = new Set(wrong.map(({ target }) => target!));
  const found = new Map<Aligned, number>();
  for (const one of wrong) {
    const scored = [...free].map((target) => ({ target, score: evidence(one.source!, target) }));
    const likeliest = scored.sort((a, b) => b.score - a.score)[0];
    if (!likeliest || likeliest.score <= plain) continue;
    found.set(one, likeliest.target);
    free.delete(likeliest.target);
  }
  // Blocks that are left over keep the remaining places.
  const rest = [...free];
  return path.map((one) => {
    const target = found.get(one);
    if (target !== undefined) return { ...one, target, isMoved: true };
    return wrong.includes(one) ? { ...one, target: rest.shift()! } : one;
  });
}

/** Pairs blocks that are left over on both sides and match each other: they have changed places. */
function findMoved(path: readonly Aligned[], evidence: Score): Aligned[] {
  const lost = path.filter(({ target }) => target === undefined);
  const extra = path.filter(({ source }) => source === undefined);
  const moved = new Map<Aligned, Aligned>();
  for (const one of lost) {
    const candidates = extra.filter((other) => ![...moved.values()].includes(other));
    const scored = candidates.map((other) => ({ other, score: evidence(one.source!, other.target!) }));
    const likeliest = scored.sort((a, b) => b.score - a.score)[0];
    if (likeliest && likeliest.score > plain) moved.set(one, likeliest.other);
  }
  const gone = new Set(moved.values());
  return path
    .filter((one) => !gone.has(one))
    .map((one) => {
      const other = moved.get(one);
      return other ? { ...one, target: other.target!, isMoved: true } : one;
    });
}
