import type { Group, Label } from '../write/groups.js';
import { type Cluster, type Features, findClusters } from './clusters.js';

/** Log odds that a cluster is a story's title; fitted on generated pages (bench, development seeds), rounded. */
const odds: Partial<Record<keyof Features, number>> & { bias: number } = {
  deck: 1.8,
  byline: 2.2,
  kicker: 1.2,
  lines: 1.4,
  wide: 1.5,
  edge: 2.3,
  storyAfter: 2.6,
  runChange: 0.9,
  numbered: -4,
  before: 1.2,
  after: -1.2,
  next: -2.7,
  cohesion: -0.9,
  bias: 0.6,
};
/** What the page's habit of standing titles before or behind their stories adds. */
const habitWeight = 4.3;

/** Which clusters of display lines are titles; the others are crossheads. */
export function findTitles(groups: readonly Group[]): Cluster[] {
  const clusters = findClusters(groups).filter((cluster) =>
    cluster.groups.some(({ label }) => isHeadlike(label)),
  );
  const first = clusters.map(({ features }) => scoreOf(features));
  const habit = habitOf(clusters, first);
  return clusters.filter(({ features, groups: own }, index) => {
    if (own.some(({ label }) => label === 'headline' || label === 'kicker')) return true;
    if (own.some(({ label, isFixed }) => isFixed && label === 'crosshead')) return false;
    return first[index]! + habitWeight * habit * (features.before - features.after) > 0;
  });
}

function isHeadlike(label: Label): boolean {
  return label === 'crosshead' || label === 'headline' || label === 'kicker';
}

function scoreOf(features: Features): number {
  let score = odds.bias;
  for (const key of Object.keys(features) as (keyof Features)[]) score += (odds[key] ?? 0) * features[key];
  return score;
}

/**
 * Positive where titles stand behind their stories: likely titles share their words with the text before them. A page
 * has one habit, so what its titles say adds up, until it is sure.
 */
function habitOf(clusters: readonly Cluster[], scores: readonly number[]): number {
  let sum = 0;
  clusters.forEach(({ features }, index) => {
    const share = 1 / (1 + Math.exp(-scores[index]!));
    sum += share * (features.before - features.after);
  });
  return surest * Math.tanh(certainty * sum);
}

/** A title's share of words is seldom all; and how fast the habit of a page becomes sure. Fitted like the odds. */
const surest = 0.8;
const certainty = 2;
