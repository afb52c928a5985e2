import type { Group, Label } from '../write/groups.js';

/** What a title consists of. */
const titleLabels: ReadonlySet<Label> = new Set(['headline', 'kicker', 'deck', 'byline']);

/** 标题: the index after the groups that are one story's title, beginning at `from`; `from` itself where none begins. */
export function titleEnd(groups: readonly Group[], from: number): number {
  const seen = new Set<Label>();
  let to = from;
  for (; to < groups.length; to++) {
    const { label, goesWith } = groups[to]!;
    if (!titleLabels.has(label) || (!goesWith && opensTitle(label, seen))) break;
    seen.add(label);
  }
  return to;
}

/** A headline opens a title unless only its kicker stands before it; so does a kicker behind anything else. */
function opensTitle(label: Label, seen: ReadonlySet<Label>): boolean {
  if (label !== 'headline' && label !== 'kicker') return false;
  return [...seen].some((one) => one !== 'kicker');
}

/** Whether a title is nothing but who wrote the story. */
export function isBylineOnly(groups: readonly Group[]): boolean {
  return groups.every(({ label }) => label === 'byline');
}
