import type { Group, Label } from '../write/groups.js';

/** Labels of the parts of a title. */
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

/** True if a label opens a new title: a headline after anything but its kicker, or a kicker after anything. */
function opensTitle(label: Label, seen: ReadonlySet<Label>): boolean {
  if (label !== 'headline' && label !== 'kicker') return false;
  return [...seen].some((one) => one !== 'kicker');
}

/** True if a title consists only of a byline. */
export function isBylineOnly(groups: readonly Group[]): boolean {
  return groups.every(({ label }) => label === 'byline');
}
