import type { Range } from '../../article/ledger.js';
import type { Line } from '../measure/lines.js';
import { isRow, type Part } from '../parts/part.js';
import type { Reading } from '../parts/read-parts.js';
import { isNewPhrase } from './phrases.js';

/** Segment: a line, or the part of one that is left after glued parts were cut. */
export interface Segment {
  line: number;
  start: number;
  end: number;
  /** A phrase of a headline begins with it: a blank parts it from what is before. */
  isPhrase?: boolean;
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
  label: Label;
  /** For each gap inside the group, the probability that it is rightly joined. */
  joins: number[];
  /** The probability that a story begins with it that no title stands before. */
  opens: number;
  /** Cells of a row, where each stands on a line of its own. */
  columns?: number;
  /** A person gave it and the line before it one role: they are the rows of one headline. */
  goesWith?: true;
  /** A person says that a block begins here, or what the group is. */
  isFixed?: boolean;
}

/** What the reading says of the lines, and where the source's words stand. */
interface Grouping {
  source: string;
  lines: readonly Line[];
  reading: Reading;
}

const labelOfPart: Partial<Record<Part, Label>> = {
  headline: 'headline',
  kicker: 'kicker',
  deck: 'deck',
  byline: 'byline',
  crosshead: 'crosshead',
  caption: 'caption',
  tail: 'credit',
};

/** Puts lines together that the reading takes for one block; notes where a person wants a block to begin. */
export function groupLines({ source, lines, reading }: Grouping, breaks: ReadonlySet<number>): Group[] {
  const groups: Group[] = [];
  lines.forEach((line, index) => {
    const part = reading.parts[index]!;
    const segment: Segment = { line: index, start: line.start, end: line.end };
    const last = groups.at(-1);
    if (last && isRow(part)) {
      if (part === 'headline row' && isNewPhrase(source, lines[index - 1]!, line)) segment.isPhrase = true;
      last.segments.push(segment);
      last.text += line.text;
      last.joins.push(reading.goesOn[index]!);
      return;
    }
    groups.push({
      segments: [segment],
      text: line.text,
      label: labelOfPart[part] ?? 'paragraph',
      joins: [],
      opens: reading.opens[index]!,
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
    label,
    joins: lines.slice(1).map(() => 1),
    opens: 0,
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
