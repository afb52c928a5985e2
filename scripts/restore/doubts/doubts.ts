import type { Doubt, Story } from '../../article/restoration.js';
import { mojibakeOf } from '../../text/mojibake.js';
import type { Analysis, PlacedPiece } from '../analyse.js';
import { forms } from '../notation/index.js';
import { resetNumbers } from '../numbers/doubts.js';
import { characterRules } from '../rules/index.js';
import type { WeakTitle } from '../structure/attach.js';
import { furnitureKinds } from '../structure/furniture.js';
import type { OpenJump } from '../structure/jumps.js';

const { leastLines, leastShare } = resetNumbers;

/** A title that was attached on little evidence. */
export function doubtTitle({ groups, overlap, stays }: WeakTitle): Doubt {
  const done = stays
    ? 'it stays where the source has it; if it is a headline, say title: {title: …, of: …}'
    : 'it was attached by its place on the page';
  const segments = groups.flatMap((group) => group.segments);
  return {
    start: segments[0]!.start,
    end: segments.at(-1)!.end,
    ruleId: 'attach-title',
    reason: `Unexpected headline that shares only ${Math.round(overlap * 100)} % of its words with its story, expected more; ${done}`,
  };
}

/** A doubt about a jump mark without counterpart, or with one that shares few words. */
export function doubtJump({ group, overlap }: OpenJump): Doubt {
  const { start, end } = group.segments[0]!;
  const reason =
    overlap === undefined
      ? 'Unexpected jump mark, expected the other part of its story in this source; the part stays separate'
      : `Unexpected jump to a part that shares only ${Math.round(overlap * 100)} % of its words, expected more; they were joined by their marks`;
  return { start, end, ruleId: 'join-jumps', reason };
}

/** A story whose lines the inferred measure does not explain. */
export function doubtReset({ reset: { lines, same }, blocks }: Story): Doubt[] {
  if (lines < leastLines || same / lines >= leastShare) return [];
  const ranges = blocks.flatMap((block) => block.ranges);
  return [
    {
      start: ranges[0]![0],
      end: ranges.at(-1)![1],
      ruleId: 'reset',
      reason: `Unexpected line ends: set again in the inferred measure, only ${same} of ${lines} lines of this story end where they do; expected nearly all`,
    },
  ];
}

/** Doubts about rows with fewer or more cells than their table's head. */
export function doubtTables(pieces: readonly PlacedPiece[]): Doubt[] {
  return pieces.flatMap(({ from, lines, uneven = [] }) =>
    uneven.map(({ line, cells, expected }) => ({
      start: lines[line - from]!.start,
      end: lines[line - from]!.end,
      ruleId: 'table-row',
      reason: `Unexpected ${cells} cells in this row of a table, expected ${expected} as in its head; a value may be in the wrong column`,
    })),
  );
}

/** Reports of lines that were cut at a gutter. */
export function tellColumns(columns: Analysis['columns']): Doubt[] {
  return columns.map(({ from, to }) => ({
    start: from.start,
    end: to.end,
    ruleId: 'columns',
    reason:
      'Two columns stand side by side in these lines; they were cut at the gutter, and the left one is read first (off: [columns] leaves the lines as they are)',
    told: true,
  }));
}

/** A doubt about a text that was damaged before it came here. */
export function doubtMojibake(text: string): Doubt[] {
  const found = mojibakeOf(text);
  if (!found) return [];
  const { start, end, was, remedy } = found;
  return [{ start, end, ruleId: 'mojibake', reason: `Unexpected ${was}, expected text; ${remedy}` }];
}

/** Doubts about unknown rules that are switched off. */
export function doubtRules(off: ReadonlySet<string>): Doubt[] {
  const known = new Set([
    ...characterRules.map(({ id }) => id),
    ...furnitureKinds,
    'columns',
    ...forms.map(({ id }) => id),
  ]);
  return [...off]
    .filter((id) => !known.has(id))
    .map((id) => ({
      start: 0,
      end: 0,
      ruleId: 'override',
      reason: `Unexpected rule "${id}" to switch off, expected one of ${[...known].join(', ')}`,
    }));
}
