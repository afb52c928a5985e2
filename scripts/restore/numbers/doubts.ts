/** Numbers of what is asked and told. */

/**
 * 行间: how sure a border of two lines is.
 *
 * From: `npm run bench -- restore` on development seeds and pages of other hands.
 */
export const borderNumbers = {
  /** A paragraph of one line that is longer ends with a mark; a shorter one may be a heading. */
  longLine: 30,
  /** Above it fewer than 1 in 5,000 are wrong: certain. */
  certainFrom: 0.999,
  /** Below this a person should look: about one in four of these is wrong. */
  openBelow: 0.8,
  /** Maximum confidence where the width model, the strongest evidence, does not fit. */
  mostUnfit: 0.998,
  /** Confidence of a decision by the structure of the page against the odds of the lines. */
  byStructure: 0.85,
  /** The odds agree with a decision above this. */
  even: 0.5,
} as const;

/**
 * A line that explains its end better than this fills its measure, or nearly.
 *
 * From: by hand, between the logarithms of `elastic` and of longer lines in `fitNumbers`.
 */
export const fullLine = Math.log(0.1);

/**
 * 重排: shares of lines that end where they did when they are set again.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`.
 */
export const resetNumbers = {
  /** Fewer lines of a story prove too little. */
  leastLines: 8,
  /** A lower share means that the measure of a story was not understood. */
  leastShare: 0.7,
  /** Below this share the measures explain a page badly, and none of its borders is certain. */
  leastFit: 0.85,
  /** A page needs this many times as many lines as a story. */
  timesPage: 3,
} as const;

/**
 * The look of a page whose line ends no measure explains.
 *
 * From: by hand.
 */
export const lookNumbers = {
  /** Share of lines of one or two characters in text that was read from top to bottom. */
  vertical: 0.4,
  /** Share of lines with wide gaps in columns or tables. */
  gaps: 0.3,
  /** Share of blanks in a line with spaces between its characters, and of such lines. */
  spread: 0.3,
  /** Share of lines without Han in a language with words. */
  words: 0.4,
  /** The longer quarter of ragged lines is longer than the shorter by this factor. */
  ragged: 1.5,
} as const;

/**
 * Recognition's own confidence.
 *
 * From: what recognition says of itself: below .8 every tenth line is wrong or worse; good lines have .95 and more.
 */
export const recognitionNumbers = {
  /** A line below this is asked about. */
  leastSure: 0.8,
  /** A page that was recognised badly as a whole is not asked about line by line: its worst lines show that. */
  mostAsked: 100,
} as const;

/**
 * Lengths of messages.
 *
 * From: by hand; a message has a line or two in a terminal.
 */
export const messageNumbers = {
  /** Weight of the text of a paragraph after a jump: the paragraph moves rather than the text that it left. */
  jumpedWeight: 0.01,
  /** Characters quoted of a line of doubtful recognition, or of an override. */
  quoted: 12,
  /** Characters quoted on both sides of a border. */
  quotedAtBorder: 8,
  /** Characters quoted of a piece that was moved. */
  quotedOfPiece: 20,
  /** Lines named by their numbers; the ledger has them all. */
  named: 12,
} as const;

/**
 * Distances, in characters, to which the text beside a place is looked at.
 *
 * From: by hand; names, addresses and words have to be seen whole.
 */
export const lookAroundNumbers = {
  /** Both sides of a line end: an address is long. */
  lineEnd: 80,
  /** With Han before a line end only credits are examined, which are short. */
  credit: 16,
  /** Latin words before a place … */
  latin: 24,
  /** … without Han among the last of these. */
  withoutHan: 16,
} as const;
