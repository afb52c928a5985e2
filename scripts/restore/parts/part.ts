/**
 * Part 成分: the part of a printed line in the newspaper's structure; a block's later lines have a part of their own.
 * `opening` begins a story without a title before it; `tail` names its author at its end.
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

/** True if a line of this part continues the line before. */
export const isRow = (part: Part) => rows.has(part);

/** The part of a block's later lines. */
export const rowOf = (part: Part): Part | undefined => (isRow(part) ? part : rowsOf[part]);

/** True if a line of the second part may follow one of the first. */
export const mayFollow = (first: Part, second: Part) => !isRow(second) || rowOf(first) === second;

const texts: ReadonlySet<Part> = new Set(['paragraph', 'inner', 'opening', 'caption', 'caption row']);

/** True if a line of this part may have any length. */
export const isText = (part: Part) => texts.has(part);

/** True if a block that begins with this part is set off from the text: a part of a title, or a crosshead. */
export const isDisplay = (part: Part) => !isText(part) && part !== 'tail';
