/** Numbers of the structure of pages: titles and stories, jumps. */

/**
 * Titles and the stories that they belong to. Weights are natural logarithms.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`.
 */
export const attachNumbers = {
  /** A title further from a body than this many bodies does not belong to it. */
  titleAway: 3,
  /** Number of titles assigned together; a newspaper page has fewer, and a file of many pages stays linear. */
  together: 60,
  /** Below this share of common words a title's place is the only reason for attaching it. */
  weakOverlap: 0.25,
  /** … and from this one on it is evidence (15 of 15 right on generated pages, 4 of 4 on others), if the share … */
  someOverlap: 0.1,
  /** … is so many times the one in the story below. */
  timesBelow: 2,
  /** A title without a word in common is never moved by the page's habit: every second such line is no title. */
  leastOverlap: 0.03,
  /** Share needed to move a title past other stories, or the last line, which may be a cut-off paragraph. */
  strongOverlap: 0.45,
  /** Value of words in common (6, 8 and 10 tried on seeds 53001–53090). */
  overlapWeight: 8,
  /** Cost of a body between a title and its own. */
  between: 3,
  /** … and of another title: less, since titles stand behind and before their stories on one page. */
  betweenTitles: 0.5,
  /** Value of a title for a body. */
  attached: 4,
  /** A caption has no title, and no body has one that is far away. */
  never: -50,
  /** Added to the probability of a side: a title's place is no proof (.02, .05 and .1 tried on the same). */
  leastSide: 0.05,
} as const;

/**
 * Beginnings of stories.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`.
 */
export const storyNumbers = {
  /** Rows of one headline differ by at most so many characters … */
  evenRows: 3,
  /** … and have so many at least. */
  shortestRow: 6,
  /** Widths that say with this probability that a line goes on are believed against the look of its words. */
  sureJoin: 0.9,
  /** So many speeches behind names make a play of a text. */
  leastSpeeches: 3,
  /** The name of an office over what it issued has at most so many characters. */
  longestIssuer: 24,
  /** A caption that only points at its picture is at most so long. */
  longestPointing: 60,
  /** A line that is known by its form is at most so long, … */
  longestForm: 64,
  /** … and so long if it heads a part. */
  longestHeadForm: 28,
  /** A question or a cry between crossheads of this length is one of them. */
  shortQuestion: 10,
  /** More crossheads in a row are a list: chapter, section and sub-section are three. */
  mostHeadsInRow: 3,
  /** Less than even: a story parted in two stays in its order, two read as one give a title to the wrong one. */
  opening: 0.4,
  /** A byline that stands at a story's end more probably than this is of that story. */
  bylineBehind: 0.5,
  /** Probability that a title's story is above it, where none is open … */
  aboveUnopened: 0.1,
  /** … and where another title follows it at once. */
  aboveTitles: 0.6,
  /** A block that begins a story by its form at less than even odds is looked at, if they are no worse than this. */
  leastOpens: 0.1,
  /** Between two titles of which each speaks of its own side, the form of the block hardly matters. */
  byForm: 0.05,
  /** Probability that a block opens a story, at least. */
  hardlyOpens: 0.001,
  /** The title speaks of what begins there: so much of its words stands behind, … */
  leastShare: 0.35,
  /** … and at most this part of that before. */
  mostBefore: 0.5,
  /** Blocks that are tried; each takes the time of reading the body. */
  mostTried: 8,
  /** A phrase with a colon over a headline, of so many characters, is its kicker. */
  shortKicker: 9,
  /** A phrase at the top of a source with more characters may be a line of text. */
  longestTop: 14,
  /** A title of fewer pairs of characters says too little. */
  leastWords: 5,
  /** The second of two bodies that were one lies between it and the next. */
  half: 0.5,
  /** Confidence of a join made by a cut between parts that the extraction merged. */
  mergeConfidence: 0.9,
  /** A pair of characters that no body has counts as half of one in the weights of rare words. */
  unknownPair: 0.5,
  /** Distance of the search for a word round a headline, in characters. */
  phraseReach: 6000,
} as const;

/**
 * Lines that certainly begin anew. Lengths in characters.
 *
 * From: by hand, on the papers of `test/restore/papers` set again in other measures.
 */
export const itemNumbers = {
  /** Labels that end alike make entries, so many of them. */
  leastEntries: 3,
  /** A picture's title with its maker. */
  longestCaption: 24,
  /** 十二 alone. */
  longestNumber: 3,
} as const;

/**
 * The end of a source, and what stands on lines of its own. Lengths in quarter ems.
 *
 * From: by hand.
 */
export const edgeNumbers = {
  /** A name between the halves of a bracket has at most so many lines, with the second half. */
  mostBoxed: 6,
  /** Lines of a box with a paper's terms have so many characters at least. */
  shortestTerms: 5,
  /** A full line leaves this room at most: a character with its mark had to go to the next line. */
  mostRoom: 7,
  /** … and exceeds its measure by so much: marks and spaces were compressed. */
  mostExcess: 2,
  /** Confidence that a number or bullet alone on a line begins the next: nothing else can stand behind one. */
  loneMark: 0.95,
  /** Beside a large first character the lines have at least this part of the usual length; … */
  leastBeside: 0.5,
  /** … and a line shorter than this ends what stands before it. */
  shortBefore: 0.8,
  /** A line with a headline and a dateline is longer than others of its paragraph by this factor. */
  timesGlued: 1.25,
} as const;
/**
 * 转版: which parts of stories belong together.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`, and its pages with jumps.
 */
export const jumpNumbers = {
  /** Number of parts assigned together, … */
  together: 40,
  /** … and their maximum distance in bodies: an issue has fewer, growth stays linear. */
  nearby: 600,
  /** Parts with a smaller share of common words may be joined by their marks alone; this is reported. */
  weak: 0.08,
  /** Weight of matching marks, in shares of common words, … */
  byMarks: 0.02,
  /** … and weight of a cut word. */
  byWord: 0.1,
} as const;

/**
 * Captions from their first line to the credit.
 *
 * From: by hand; captions have up to four sentences.
 */
export const captionNumbers = {
  /** A line that goes on has so many characters: a column's width. */
  leastLine: 8,
  /** Characters of a caption … */
  longest: 220,
  /** … and its lines, in a narrow column. */
  mostLines: 16,
  /** The last line may have only the end of the credit. */
  mostTail: 6,
} as const;

/**
 * Titles that look like text and follow their stories.
 *
 * From: by hand, on the case of `structure/labels/late-titles.ts`.
 */
export const lateNumbers = {
  /** A caption behind the first paragraph of news has its 电头 so many lines above. */
  captionReach: 8,
  /** Lines on both sides without a mark of prose … */
  bareAround: 5,
  /** … on a page with at most this share of lines that have one … */
  bareShare: 0.1,
  /** … among which one is shorter than this part of the longest. */
  bareShort: 0.6,
  /** Cells under those of a row above stand in by so many quarter ems at least. */
  cellIndent: 12,
  /** With fewer lines above its signature the measure of an advertisement is not known. */
  leastSigned: 5,
  /** A list of phrases has so many lines, … */
  leastPhrases: 4,
  /** … of so many characters at most, … */
  longestPhrase: 9,
  /** … and fewer than this share of them is as long as the longest: a column's lines are full. */
  mostFull: 0.45,
  /** 第一节　诗选 of less than this share of the usual line is whole. */
  shortChapter: 0.9,
  /** A headline over a 电头 that is known by nothing else is at most so long. */
  longestNewsHead: 24,
  /** … and at least so long. */
  shortestNewsHead: 4,
  /** Such a title has at least so many characters, … */
  shortest: 10,
  /** … at most so many, … */
  longest: 60,
  /** … and at most so many rows. */
  mostLines: 3,
  /** Number of characters before it that are searched for its words. */
  near: 1500,
  /** The text before it contains at least this share of its words. */
  spokenShare: 0.6,
} as const;

/**
 * 网页小标题: phrases between paragraphs of one line each.
 *
 * From: by hand, on pages of electronic editions (`test/restore/papers`).
 */
export const webNumbers = {
  /** A paragraph has so many characters at least. */
  shortestParagraph: 28,
  /** The text has so many of them, … */
  leastParagraphs: 3,
  /** … of which at least this share is one line each. */
  leastShare: 0.8,
  /** A crosshead has at most so many characters, … */
  longestHead: 18,
  /** … and between paragraphs of several lines at most so many. */
  longestBetween: 12,
} as const;

/**
 * 空行与标题: lines that blank lines set off, and rows of a headline.
 *
 * From: by hand, on school papers, village bulletins and notices (`test/restore/papers`).
 */
export const setOffNumbers = {
  /** A headline that is known by a blank line has so many characters at least, … */
  shortest: 4,
  /** … and at most; … */
  longest: 26,
  /** … a notice's name, which may quote another's, at most so many. */
  longestNotice: 48,
  /** Lines with schools between the authors of a paper and its abstract, at most. */
  mostAboveAbstract: 6,
  /** Blank lines tell something where at most this share of lines has one. */
  mostShare: 0.4,
  /** The name of a column of the paper over a headline has at most so many characters, … */
  longestColumn: 4,
  /** … at the top of a source so many, … */
  longestTopColumn: 6,
  /** … and the headline so many times as many. */
  timesColumn: 2.5,
  /** The deck below a question is longer than that by this factor. */
  timesQuestion: 1.3,
  /** Each phrase of a deck has so many characters at least, … */
  shortestPhrase: 4,
  /** … and the row beside it. */
  shortestRow: 6,
} as const;
