import type { Range } from '../../article/ledger.js';
import type { Line } from '../measure/lines.js';
import { isRow, type Part } from '../parts/part.js';
import type { Reading } from '../parts/read-parts.js';
import { isNewPhrase } from './join-phrases.js';

/** Segment: a line, or the rest of one after glued parts were cut off. */
export interface Segment {
  line: number;
  start: number;
  end: number;
  /** True if a phrase of a headline begins with it, separated by a space from the text before. */
  isPhrase?: boolean;
}

/** Label 角色: the part of a group of lines in the newspaper's structure. */
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
  // Only by a person's override.
  | 'pull-quote';

/** Group: lines joined by the gaps, before anything about characters is decided. */
export interface Group {
  segments: Segment[];
  /** Its lines, joined without spaces. */
  text: string;
  label: Label;
  /** For each gap inside the group, the probability that the join is right. */
  joins: number[];
  /** The probability that it begins a story without a title before it. */
  opens: number;
  /** Number of cells in a row, where each is on a separate line. */
  columns?: number;
  /** True if a person gave it and the line before the same role: they are rows of one headline. */
  goesWith?: true;
  /** True if a person decided that a block begins here, or the role of the group, or its form leaves no doubt of it. */
  isFixed?: boolean;
  /** A person says that it is text, whatever its words look like: no mark of a jump. */
  isPlain?: true;
}

/** Inputs of grouping: the reading of the lines, and the source. */
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

/** Joins lines that the reading takes for one block; marks where a person wants a block to begin. */
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

/** The same for lines that are certainly one paragraph: a speech of a play. */
export function newParagraph(lines: readonly Line[]): Group {
  return { ...newGroup(lines, 'paragraph'), text: lines.map(({ text }) => text).join('') };
}

/** Some of a group's lines as a group. */
export function cutGroup(source: string, group: Group, from: number, to: number): Group {
  const segments = group.segments.slice(from, to).map(({ isPhrase, ...segment }, index): Segment => {
    return index > 0 && isPhrase ? { ...segment, isPhrase } : segment;
  });
  const text = segments.map(({ start, end }) => source.slice(start, end)).join('');
  return { ...group, segments, text, joins: group.joins.slice(from, to - 1) };
}

/** Inserts groups among others, before the lines of their places. */
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

/** True if a group contains the words of a range of the source. */
export function holds({ segments }: Group, [start, end]: Range): boolean {
  return segments.some((segment) => segment.start < end && segment.end > start);
}
