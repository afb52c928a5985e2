import { isNumberedPart } from '../../text/press/items.js';
import { endsWithInstruction } from '../../text/press/names.js';
import type { Group, Label } from '../write/groups.js';
import { beginsStory } from './heads.js';
import { visibleLength } from './labels.js';
import { bigrams } from './overlap.js';

/** Cluster: consecutive display groups (bylines and decks among them), and the text on both sides. */
export interface Cluster {
  from: number;
  to: number;
  groups: Group[];
  features: Features;
}

/** What tells a story's title from crossheads inside it. All 0 … 1. */
export interface Features {
  deck: number;
  byline: number;
  kicker: number;
  lines: number;
  wide: number;
  edge: number;
  storyAfter: number;
  runChange: number;
  numbered: number;
  phrases: number;
  /** Share of its rarer words that stand in the text before, up to the previous cluster; in the text after; in the next paragraph. */
  before: number;
  after: number;
  next: number;
  /** How much of the vocabulary the texts on both sides share, against what is usual on the page; 0 … 3. */
  cohesion: number;
}

/** Where the text was not set in columns: a crosshead fits a usual column, 15 em. */
const usualMeasure = 60;
/** How far a cluster looks for its words, in characters. */
const reach = 2500;

/** Finds the clusters of a page and describes them. */
export function findClusters(groups: readonly Group[]): Cluster[] {
  const spans = clusterSpans(groups);
  const sides = spans.map(([from, to], index) => ({
    before: bigrams(textBetween(groups, spans[index - 1]?.[1] ?? 0, from, 'end')),
    after: bigrams(textBetween(groups, to, spans[index + 1]?.[0] ?? groups.length, 'start')),
  }));
  const weight = rarity(
    sides.flatMap((side, index) => (index === 0 ? [side.before, side.after] : [side.after])),
  );
  const clusters = spans.map(([from, to], index) => {
    const cluster = groups.slice(from, to);
    const own = bigrams(cluster.map(({ text }) => text).join(' '));
    const { before, after } = sides[index]!;
    const next = bigrams(groups[to]?.text ?? '');
    return {
      from,
      to,
      groups: cluster,
      features: {
        ...shapeOf(cluster, groups[from - 1], groups[to]),
        before: shared(own, before, weight),
        after: shared(own, after, weight),
        next: shared(own, next, weight),
        cohesion: cohesion(before, after, weight),
      },
    };
  });
  const usual = median(clusters.map(({ features }) => features.cohesion));
  for (const { features } of clusters)
    features.cohesion = Math.min(3, features.cohesion / Math.max(usual, 0.001));
  return clusters;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** What a title consists of; `headline` and `kicker` are a person's words. */
const titleLabels: ReadonlySet<Label> = new Set(['crosshead', 'deck', 'byline', 'headline', 'kicker']);

function clusterSpans(groups: readonly Group[]): [number, number][] {
  const spans: [number, number][] = [];
  groups.forEach(({ label }, index) => {
    if (!titleLabels.has(label)) return;
    const last = spans.at(-1);
    if (last && last[1] === index && !opensCluster(groups[index]!, groups[index - 1]!)) last[1]++;
    else spans.push([index, index + 1]);
  });
  return spans;
}

/** 一、… opens a part of a story, whatever stands before it; and a title is over with its deck or byline. */
function opensCluster({ label, text, isFixed, goesWith }: Group, before: Group): boolean {
  if (goesWith) return false;
  if (label === 'kicker' || (label === 'headline' && before.label !== 'kicker')) return true;
  return label === 'crosshead' && (isNumberedPart(text) || before.label !== 'crosshead' || isFixed === true);
}

function textBetween(groups: readonly Group[], from: number, to: number, near: 'start' | 'end'): string {
  const texts = groups
    .slice(from, to)
    .filter(({ label }) => label !== 'caption')
    .map(({ text }) => text);
  const all = texts.join('\n');
  return near === 'start' ? all.slice(0, reach) : all.slice(-reach);
}

function shapeOf(cluster: readonly Group[], before: Group | undefined, after: Group | undefined) {
  const lines = cluster.filter(({ label }) => label === 'crosshead');
  const measure = before?.run?.setting.measure ?? after?.run?.setting.measure ?? Number.POSITIVE_INFINITY;
  const widest = Math.max(0, ...lines.map(({ text }) => visibleLength(text) * 4));
  const has = (test: boolean | undefined) => (test ? 1 : 0);
  return {
    deck: has(cluster.some(({ label }) => label === 'deck')),
    byline: has(cluster.some(({ label }) => label === 'byline')),
    kicker: has(lines.length > 1 && endsWithInstruction(lines[0]!.text)),
    lines: has(lines.length >= 2),
    wide: has(widest > (Number.isFinite(measure) ? measure : usualMeasure)),
    edge: has(!before || !after),
    storyAfter: has(after && beginsStory(after.text)),
    runChange: has(before && after && before.run !== after.run),
    numbered: has(isNumberedPart(lines[0]?.text ?? '')),
    phrases: has(/[ \u3000]/u.test(lines[0]?.text.trim() ?? '')),
  };
}

/** Weight of a word by how few of the texts have it. */
function rarity(sets: readonly Set<number>[]): (bigram: number) => number {
  const frequency = new Map<number, number>();
  for (const set of sets) for (const bigram of set) frequency.set(bigram, (frequency.get(bigram) ?? 0) + 1);
  const weights = Float64Array.from({ length: sets.length + 1 }, (_, count) =>
    Math.log(1 + sets.length / (count || 0.5)),
  );
  return (bigram) => weights[frequency.get(bigram) ?? 0]!;
}

function shared(own: Set<number>, text: Set<number>, weight: (bigram: number) => number): number {
  let all = 0;
  let found = 0;
  for (const bigram of own) {
    const one = weight(bigram);
    all += one;
    if (text.has(bigram)) found += one;
  }
  return all > 0 ? found / all : 0;
}

function cohesion(before: Set<number>, after: Set<number>, weight: (bigram: number) => number): number {
  const [small, large] = before.size < after.size ? [before, after] : [after, before];
  return small.size < 20 ? 0.1 : shared(small, large, weight);
}
