/** Numbers of reading what each line is. The weights of the chain itself are fitted: `parts/weights.ts`. */

/**
 * Features of the chain: bounds of bins and distances of searches. Whoever changes one fits the weights anew
 * (`npm run bench -- fit`).
 *
 * From: by hand; the fit (seeds 1–1800) weighs what lies between the bounds.
 */
export const featureNumbers = {
  /** Bounds of a probability's bins, as log odds. */
  oddsBounds: [-10, -7, -4, -2, -0.7, 0.7, 2, 4, 7, 10],
  /** Bounds of a width beside its measure. */
  ratioBounds: [0.2, 0.4, 0.6, 0.8, 0.96, 1.03, 1.3],
  /** Bounds of a length in characters. */
  lengthBounds: [3, 5, 9, 15, 21, 29, 41],
  /** Bounds of an indent in quarter ems: a blank, one em, two, more. */
  indentBounds: [1, 4, 12],
  /** Odds beyond e^±14 tell nothing more; scaled so that large features are about 1. */
  mostOdds: 14,
  /** A longer word (in quarter ems) is parted. */
  mostHead: 12,
  /** A line is not examined if the width model is surer than this … */
  sureShare: 0.999,
  /** … and its beginning tells less than this: it opens no story, item or caption. */
  telling: 1,
  /** Marks that are counted in a line; more say nothing more. */
  mostMarks: 3,
  /** Bounds of the lines of text up to the next line that may be a title: a part of a story is shorter than a story. */
  textBounds: [3, 6, 10, 16, 26, 45],
} as const;

/**
 * Words that a line shares with the text round it.
 *
 * From: by hand; the fit (seeds 1–1800) weighs the features that these numbers bound.
 */
export const sharedNumbers = {
  /** Distance of the search for words, in characters: about a story's length in a column. */
  reach: 1500,
  /** The beginning of a paragraph, in characters. */
  near: 120,
  /** Lines compared on both sides of a border between stories. */
  side: 12,
  /** Sides of a few words would be alike, or unlike, by chance: weight of words needed. */
  leastWeight: 60,
  /** Maximum number of lines before a title or a byline that are examined. */
  lookBack: 6,
  /** Shares that differ by more than this speak for one side. */
  rather: 0.2,
  /** A smaller share is that of any two texts of a page, … */
  few: 0.15,
  /** … and a greater one that of a title and its story. */
  here: 0.3,
  /** A title of which this share stands before has been spoken of. */
  spoken: 0.4,
  /** Likeness is scaled by this, to lie between 0 and 1. */
  timesAlike: 4,
  /** Lines that go on with at least even odds are one block; … */
  goesOn: 0.5,
  /** … with these odds no block begins. */
  surelyGoesOn: 0.7,
  /** A line that stands alone with less than this probability ends the title above. */
  leastAlone: 0.3,
  /** Two lines of which one is hardly a heading are no rows of one. */
  hardlyAlone: 0.1,
  /** Rows of one headline differ in length by at most so many characters. */
  sameLength: 3,
  /** A line shows which story it belongs to, if its sides differ by this. */
  leastSide: 0.1,
  /** A line that stands alone with more than this probability may be part of a title. */
  displayShare: 0.4,
  /** Texts before and behind a line that have less in common belong to two stories. */
  unlike: 0.04,
  /** Lines compared on both sides of a line that may be a title: a story's, or most of them. */
  sideAcross: 30,
  /** Fewer lines on a side say nothing. */
  leastAcross: 2,
  /** Most rows of one title. */
  mostRows: 4,
  /** Lines that are a paragraph's beginning. */
  beginning: 6,
  /** A title further away, in lines, is another story's. */
  farthest: 120,
} as const;

/**
 * Bounds of what the chain may say.
 *
 * From: by hand; scores are far outside of what features add up to.
 */
export const chainNumbers = {
  /** A line of more characters is text: no page has space for such a headline. */
  longestDisplay: 90,
  /** Score of what hardly is, but may be where a line happens to be full. */
  hardly: -3,
  /** Score of what cannot be. */
  never: -1000,
  /** Smallest probability that is divided by. */
  least: 1e-12,
} as const;
