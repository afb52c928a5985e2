/** Numbers of the place of lines on paper. Lengths in em of a line's own type, weights natural logarithms. */

/**
 * The reading of places.
 *
 * From: by hand, on seeds 1–8 of `npm run bench -- intake`, with boxes moved by up to 3 px.
 */
export const placementNumbers = {
  /** This many consecutive lines that end, or begin, at one place have a separate measure: text round a picture. */
  row: 3,
  /** … and so many if they are indented as far as a paragraph. */
  rowIn: 7,
  /** Edges are one place within so many em. */
  sameEdge: 0.6,
  /** Sizes that differ by less than this factor are the same. */
  sameSize: 1.08,
  /** Type is heavier than the text if its weight (100–900) is greater by this. */
  heavier: 150,
  /** Weight of type of which nothing is known: regular. */
  regular: 400,
  /** A line is full if it ends at most so many em before its measure: justification, a tight box, a mark cut off. */
  full: 1.1,
  /** … and short if only the end of a paragraph leaves so much space. */
  short: 2,
  /** A word or a number that does not break may leave this much. */
  longestWord: 6,
  /** Type larger than the text by this factor is clearly a headline's, … */
  display: 1.25,
  /** … so large that it is no crosshead's, */
  large: 1.5,
  /** … slightly larger that of decks and kickers, … */
  raised: 1.08,
  /** … and smaller that of captions and credits. */
  small: 0.93,
  /** Sizes that differ by more than this factor are never in one paragraph. */
  otherSize: 1.15,
  /** Em by which columns of one story differ at most. */
  sameMeasure: 1.5,
  /** A centred line has at least so many em of white on both sides: of a whole em, exact boxes tell more or less. */
  leastCentred: 0.75,
  /** … which is equal within so many em. */
  centred: 0.8,
  /** Heavy type in the middle of a column that it does not fill has so many em of white before it. */
  leastShift: 0.2,
  /** … which differs from that behind it by less: marks at its ends have blank halves, and others hang out. */
  offMiddle: 1.1,
  /** Headings have white above them if more than this share has. */
  apartShare: 0.7,
  /** A box round an opening mark is tight: less white than this before it is the mark's own. */
  tightMark: 1,
  /** The last row of a headline may have so few characters that it looks like a large first one. */
  lastRow: 2,
  /** Indents under three quarter ems are none. */
  leastIndent: 3,
  /** White before a line that is more than between others, in em. */
  extra: 0.4,
  /** More of it says nothing more. */
  mostExtra: 2,
  /** A first line stands in by two em, within these bounds. */
  indentFrom: 1.4,
  /** The upper bound. */
  indentTo: 3,
  /** A line that does not stand in, by a tight box at most. */
  flush: 0.6,
} as const;

/**
 * Weights of places as evidence beside that of characters and widths; a place is never the only evidence.
 *
 * From: set by hand on seeds 1–8 of `npm run bench -- intake`; the fitted chain has no features of place.
 */
export const placeWeights = {
  /** A short line goes on. */
  shortGoesOn: -5,
  /** A line neither full nor short goes on. */
  middleGoesOn: -1,
  /** A full line ends a paragraph. */
  fullEnds: -2,
  /** Lines of two sizes are one paragraph. */
  otherSize: -8,
  /** Lines of two measures are. */
  otherMeasure: -3,
  /** Large type is a heading. */
  display: 8,
  /** Heavy type is. */
  heavy: 2,
  /** A centred line is. */
  centred: 2,
  /** For each em of additional white before a new block. */
  room: 2,
  /** A part that its size rules out, and a border of sizes. */
  never: -8,
  /** A part that its size makes unlikely, and a full line before one that does not stand in. */
  hardly: -4,
  /** Large type for a headline. */
  headline: 3,
  /** Small type for a caption or a credit. */
  caption: 2,
  /** Heavy or centred type for a crosshead. */
  crosshead: 2,
  /** Plain type for one. */
  plainCrosshead: -1,
  /** Plain type for a kicker or a deck. */
  plainDeck: -2,
  /** A line that stands in begins a block. */
  indented: 1,
  /** A text that white or a rule separates begins a story, … */
  apart: 8,
  /** … and no story begins in the middle of columns without a title. */
  inside: -3,
  /** A centred line of text below a headline names its author. */
  name: 3,
} as const;
