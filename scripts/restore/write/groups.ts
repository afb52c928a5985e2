import type { Range } from '../../article/ledger.js';
import type { Line } from '../measure/lines.js';
import type { Gaps, Run } from '../measure/page.js';

/** Segment: a line, or the part of one that is left after glued parts were cut. */
export interface Segment {
  line: number;
  start: number;
  end: number;
}

/** Label 角色: what a group of lines is in the newspaper's structure. */
export type Label =
  | 'paragraph'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'crosshead'
  | 'caption'
  | 'credit'
  | 'jump'
  | 'list'
  | 'verse'
  | 'names'
  | 'table'
  | 'lead'
  | 'furniture'
  // Only where a person says so in the overrides.
  | 'pull-quote';

/** Group: lines that the gaps join, before anything about characters is decided. */
export interface Group {
  segments: Segment[];
  /** Lines joined without a blank, as they came. */
  text: string;
  /** Stands outside running text: the search found a heading or another short part. */
  isDisplay: boolean;
  label: Label;
  /** For each gap inside the group, the probability that it is rightly joined. */
  joins: number[];
  run: Run | undefined;
  /** The white space before it is unlike that of the lines around: the extraction began another text frame. */
  opensFrame: boolean;
  /** Cells of a row, where each stands on a line of its own. */
  columns?: number;
  /** A person gave it and the line before it one role: they are the rows of one headline. */
  goesWith?: true;
  /** A person says that a block begins here, or what the group is. */
  isFixed?: boolean;
}

interface Grouping {
  lines: readonly Line[];
  gaps: Gaps;
  runs: readonly Run[];
}

/** Joins lines where the gaps say so; notes where a person wants a block to begin. */
export function groupLines({ lines, gaps, runs }: Grouping, breaks: ReadonlySet<number>): Group[] {
  const groups: Group[] = [];
  let run = 0;
  lines.forEach((line, index) => {
    while (runs[run] && runs[run]!.to <= index) run++;
    const segment = { line: index, start: line.start, end: line.end };
    const joined = index > 0 ? gaps.join[index - 1]! : 0;
    const last = groups.at(-1);
    if (last && joined > 0.5) {
      last.segments.push(segment);
      last.text += line.text;
      last.joins.push(joined);
      return;
    }
    const isDisplay = gaps.heading[index]! > 0.5;
    groups.push({
      segments: [segment],
      text: line.text,
      isDisplay,
      label: isDisplay ? 'crosshead' : 'paragraph',
      joins: [],
      run: runs[run],
      opensFrame: opensFrame(lines, index),
      ...(breaks.has(line.start) && { isFixed: true }),
    });
  });
  return groups;
}

/** A group of lines that were set aside before the search: furniture, a poem, a table. */
export function newGroup(lines: readonly Line[], label: Label, columns?: number): Group {
  return {
    segments: lines.map(({ start, end }) => ({ line: -1, start, end })),
    text: lines.map(({ text }) => text).join('\n'),
    isDisplay: true,
    label,
    joins: lines.slice(1).map(() => 1),
    run: undefined,
    opensFrame: false,
    ...(columns !== undefined && { columns }),
  };
}

/** Puts groups among others, before the lines at which they stand. */
export function insertGroups(
  groups: readonly Group[],
  others: readonly { group: Group; place: number }[],
): Group[] {
  const result: Group[] = [];
  let next = 0;
  for (const group of groups) {
    const line = group.segments[0]!.line;
    while (next < others.length && others[next]!.place <= line) result.push(others[next++]!.group);
    result.push(group);
  }
  return [...result, ...others.slice(next).map(({ group }) => group)];
}

/** Whether a group holds the words of a range of the source. */
export function holds({ segments }: Group, [start, end]: Range): boolean {
  return segments.some((segment) => segment.start < end && segment.end > start);
}

/** A lone leading blank, or a single newline where the lines around have blank lines between them. */
function opensFrame(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (index === 0) return true;
  if (line.indent > 0 && line.indent < 4) return true;
  return next !== undefined && line.newlines === 1 && next.newlines > 1 && lines[index - 1]!.newlines > 1;
}
