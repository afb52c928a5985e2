/**
 * Part 成分: what a printed line is in the newspaper's structure; a block's later lines have a part of their own.
 * `opening` begins a story that no title stands before; `tail` says at its end whose it is.
 */
export const parts = [
  'paragraph',
  'inner',
  'opening',
  'headline',
  'headline row',
  'kicker',
  'deck',
  'deck row',
  'byline',
  'byline row',
  'crosshead',
  'crosshead row',
  'caption',
  'caption row',
  'tail',
] as const;

export type Part = (typeof parts)[number];

/** For each part the part of its later lines; a block without one has one line. */
const rowsOf: Partial<Record<Part, Part>> = {
  paragraph: 'inner',
  opening: 'inner',
  headline: 'headline row',
  deck: 'deck row',
  byline: 'byline row',
  crosshead: 'crosshead row',
  caption: 'caption row',
};
const rows: ReadonlySet<Part> = new Set(Object.values(rowsOf));

/** Whether a line of this part goes on from the line before. */
export const isRow = (part: Part) => rows.has(part);

/** The part of a block's later lines. */
export const rowOf = (part: Part): Part | undefined => (isRow(part) ? part : rowsOf[part]);

/** Whether a line of the second part may follow one of the first. */
export const mayFollow = (first: Part, second: Part) => !isRow(second) || rowOf(first) === second;

const texts: ReadonlySet<Part> = new Set(['paragraph', 'inner', 'opening', 'caption', 'caption row']);

/** Whether a line of this part may be of any length. */
export const isText = (part: Part) => texts.has(part);
