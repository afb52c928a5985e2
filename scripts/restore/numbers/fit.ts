/** 行长 numbers: settings of columns, and how well a line fills its measure. Weights are natural logarithms. */

/**
 * The settings that are tried, and the probability of each before a line has been seen.
 *
 * From: by hand; newspapers have 9–30 em, and the bench makes pages of all these settings.
 */
export const settingNumbers = {
  /** Em beside a large headline … */
  narrowestEm: 2,
  /** … and em of texts from the web and of typescripts. */
  widestEm: 120,
  /** Columns of newspapers have 9 … */
  usualFromEm: 9,
  /** … to 30 em; … */
  usualToEm: 30,
  /** … any other measure is so much as likely. */
  unusualShare: 0.1,
  /** Number of measures that share the probability of the usual ones; the prior is spread over them. */
  usualMeasures: 50,
  /** The same for all measures. */
  allMeasures: 500,
  /** Share of text that was not broken into lines at all. */
  unbrokenShare: 0.1,
  /** A page keeps its style and indent when its measure changes. */
  keeps: 0.9,
  /** First-line indent in quarter ems: two em. */
  usualIndent: 8,
  /** Indent of old and narrow columns: one em. */
  narrowIndent: 4,
} as const;

/**
 * Shares of the ways to set marks, in columns of newspapers.
 *
 * From: by hand; only their order matters, since many lines speak against one prior.
 */
export const styleShares = {
  /** 开明: half-width marks inside a sentence. */
  kaiming: 0.5,
  /** 全角: every mark has one em. */
  full: 0.2,
  /** Two marks beside each other squeezed. */
  squeezed: 0.1,
  /** 半角: every mark has half an em. */
  half: 0.1,
  /** Marks hang at the end of a line. */
  hanging: 0.05,
  /** Every character in its square, no 避头尾: old newspapers. */
  grid: 0.05,
  /** Lines that end somewhere before the measure: web pages. */
  ragged: 0.02,
} as const;

/**
 * Shares of first-line indents, and of their white space being still in the text.
 *
 * From: by hand; extractions lose the white space about as often as they keep it.
 */
export const indentShares = {
  /** Two em, lost. */
  usualLost: 0.5,
  /** Two em, in the text. */
  usualShown: 0.35,
  /** None. */
  none: 0.15,
  /** One em, in the text. */
  narrowShown: 0.03,
  /** One em, lost. */
  narrowLost: 0.02,
} as const;

/**
 * 断行: how well a line's width explains that it ends.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`; logarithms of shares of lines that end so.
 */
export const fitNumbers = {
  /** The next unit would not have fitted. */
  exact: Math.log(0.95),
  /** It would have fitted without the space that justification put at the line's seams. */
  elastic: Math.log(0.15),
  /** Justification gives a line at most one em (four quarters) at its seams. */
  mostElastic: 4,
  /** Text from the web ends up to so many quarter ems before its measure, anywhere in that room. */
  mostRagged: 24,
  /** A ragged line ends at one of these places. */
  ragged: Math.log(0.12),
  /** … and is full about as often; a page of full lines only is not ragged. */
  raggedFull: Math.log(0.5),
  /** A mark at the end was squeezed into the measure. */
  squeezedMark: Math.log(0.2),
  /** Such a mark is two quarters too wide at most. */
  mostSqueezed: 2,
  /** A line ends although the next unit would have fitted: at once, … */
  spareBase: -3.4,
  /** … and for each quarter em that was left. */
  spareStep: 0.35,
  /** Of two merged lines the first may have been short by so many quarters. */
  mergedSpare: 4,
  /** A line is wider than its measure: at once, … */
  overflowBase: -3,
  /** … and for each quarter em. */
  overflowStep: 0.7,
  /** Share of lines that an extraction merges or splits. */
  rare: -6,
  /** Lower bound: however odd a line is, something else may be wrong with it: a dropped character, a merged line. */
  worst: -11,
} as const;

/**
 * Latin letters count with half an em each; those of a word or an address may be narrower.
 *
 * From: by hand; letters of common faces have .4 to .6 em.
 */
export const latinNumbers = {
  /** A few letters hardly differ from the mean. */
  leastNarrow: 6,
  /** Quarter ems by which a letter may be narrower, … */
  narrowByLetter: 0.5,
  /** … and all of a line at most. */
  mostNarrow: 8,
} as const;

/**
 * The search for the best settings.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`; windows and chunks cost time.
 */
export const searchNumbers = {
  /** Number of lines examined together when settings are chosen for the search. */
  windowLines: 6,
  /** Number of measures kept per window and punctuation style. */
  kept: 3,
  /** Cost of a line wider than a measure. Headings are wide too, so it is not higher. */
  overflowCost: 1.5,
  /** An unbreakable beginning of a line counts with four em (in quarters) at most. */
  widestHead: 16,
  /** Score of what is impossible; far below any sum of weights. */
  none: -1e9,
  /** Number of lines solved together; a chunk ends where a paragraph and a run do, so that growth stays linear. */
  chunkLines: 300,
  /** −log of how often the setting changes at a paragraph's border, … */
  changeAtBorder: 3.5,
  /** … and in mid-paragraph (text round a picture). */
  changeInside: 8,
  /** Bonus of a heading after a heading, which is likelier than after a paragraph. */
  headingAfterHeading: 1.5,
  /** A rival of a setting is half an em (two quarters) wider or narrower, … */
  rivalStep: 2,
  /** … or has another indent, which is so much less likely. */
  rivalIndent: 1,
  /** Evidence for decided borders: a block ends before a set piece or by a person's decision, or continues. */
  sure: 20,
  /** No unbreakable beginning has more characters than this. */
  longestUnit: 25,
} as const;

/**
 * Indents of lines, as shares of first and later lines that have them.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`.
 */
export const indentNumbers = {
  /** First lines that have white space, where the text shows indents. */
  firstShown: 0.96,
  /** Later lines that have, there. */
  innerShown: 0.004,
  /** First lines that have, where indents are lost. */
  firstLost: 0.03,
  /** Later lines that have, there. */
  innerLost: 0.007,
  /** Headings that have, where indents are shown: centred ones. */
  headingShown: 0.3,
  /** Headings that have, where they are lost. */
  headingLost: 0.06,
  /** First-line indent in quarter ems; a greater one that is shared by most lines is a block's. */
  firstIndent: 8,
  /** One em in quarters: less is no level. */
  leastLevel: 4,
  /** Minimum share of lines with the block's indent. */
  leastBlock: 0.45,
  /** Of a block's lines so many go on in the next one. */
  leastInside: 0.4,
  /** An item whose later lines hang has so many characters in its first line; headings are shorter. */
  leastItem: 18,
  /** A level's full lines are as long as this share of its lines at least. */
  fullQuantile: 0.8,
  /** Shorter full lines are names or cells. */
  leastFull: 8,
} as const;

/**
 * 顶格: flush lines on a page whose paragraphs stand in. Widths in em.
 *
 * From: by hand, on the case of `measure/indents.ts`.
 */
export const flushNumbers = {
  /** A line of prose has so many characters. */
  leastFlush: 8,
  /** A line of this part of the widest near it is short: what follows begins a paragraph. */
  shortFlush: 0.8,
  /** … and a full one lacks at most so much: a character and its mark. */
  fullFlush: 2,
  /** A line of this part of the usual length may be full, … */
  fullShare: 0.8,
  /** The blank lines before a line of this rank from below are those between any two lines, … */
  leastDense: 0.2,
  /** … and blank lines that part paragraphs stand before at most this share of the lines. */
  mostBlank: 0.6,
  /** Paragraphs that stand in, so many at least … */
  leastStanding: 3,
  /** … and so many times as many as flush ones. */
  timesStanding: 6,
} as const;

/**
 * Habits of a page's writing.
 *
 * From: by hand; a habit is shown by nearly all of its places.
 */
export const habitNumbers = {
  /** Number of seams, digits or brackets needed for a habit. */
  enough: 8,
  /** So many sentences that end with a point are no slips. */
  leastPoints: 3,
  /** Full-width digits are a habit where they are so many times as frequent as others. */
  timesFull: 4,
  /** Share of seams with a space where an editor put them. */
  spacedShare: 0.9,
  /** Phrases, names and cells put spaces into under 2 % of pairs of characters; recognition into 15 % and more … */
  noiseShare: 0.06,
  /** … in most of the lines, … */
  noisyLines: 0.5,
  /** … and a text has at least so many. */
  leastBlanks: 12,
  /** Recognition puts a blank or two between the characters of a word. */
  mostBlanks: 2,
  /** Lines with fewer pairs of Han say nothing about spaces. */
  leastPairs: 6,
} as const;
