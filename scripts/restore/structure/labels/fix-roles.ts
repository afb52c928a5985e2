import type { Range } from '../../../article/ledger.js';
import type { Placed } from '../../overrides.js';
import { cutGroup, type Group, holds } from '../../write/groups.js';

/** Applies a person's roles to groups; a headline named by `title` is one. */
export function fixRoles(source: string, all: readonly Group[], { roles, titles, joins }: Placed): Group[] {
  const named = titles.map(({ title }) => ({ range: title, role: 'headline' as const }));
  const groups = roles.reduce(
    (sum: Group[], { range }) => splitRows(source, sum, { range, joins }),
    [...all],
  );
  for (const { range, role } of [...named, ...roles]) {
    const group = groups.find((one) => holds(one, range));
    if (!group) continue;
    const before = groups[groups.indexOf(group) - 1];
    const isNamed = named.some((one) => one.range === range);
    // Two rows with the same role by a person are one.
    if (role === 'headline' && !isNamed && before?.isFixed && before.label === role) group.goesWith = true;
    group.label = role;
    group.isFixed = true;
    if (role === 'paragraph') group.isPlain = true;
  }
  return groups;
}

/** Labels of running text: its lines belong together, whatever role a person gives it. */
const texts = new Set<Group['label']>([
  'paragraph',
  'lead',
  'caption',
  'list',
  'pull-quote',
  'verse',
  'table',
]);

/** Separates rows of a headline that were read as one, by a person's decision: whole lines are split off. */
function splitRows(
  source: string,
  groups: readonly Group[],
  { range, joins }: { range: Range; joins: ReadonlySet<number> },
): Group[] {
  return groups.flatMap((group) => {
    if (texts.has(group.label) || group.segments.length < 2 || !holds(group, range)) return [group];
    const inside = group.segments.map(({ start, end }) => start < range[1] && end > range[0]);
    let from = inside.indexOf(true);
    let to = inside.lastIndexOf(true) + 1;
    // Lines joined by a person stay together.
    while (from > 0 && joins.has(group.segments[from]!.start)) from--;
    while (to < group.segments.length && joins.has(group.segments[to]!.start)) to++;
    if (to - from === group.segments.length) return [group];
    return [
      [0, from],
      [from, to],
      [to, group.segments.length],
    ].flatMap(([first, last]) => (last! > first! ? [cutGroup(source, group, first!, last!)] : []));
  });
}
