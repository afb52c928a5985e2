/** Numbers of set pieces: verse, tables, lists of names, plays, sayings, songs, entries. */

/**
 * Set pieces: verse, tables, names, lists. Lengths in characters.
 *
 * From: by hand, on the cases beside the code.
 */
export const pieceNumbers = {
  /** A table with a cell a line has at most so many; a larger one is read in parts, … */
  mostCells: 400,
  /** … each of so many characters at most, … */
  longestCell: 12,
  /** … so many rows at least, … */
  leastCellRows: 3,
  /** … and at most so many columns. */
  mostColumns: 8,
  /** A row of a table is at most so long. */
  longestRow: 120,
  /** The second line of a table's head is at most so long, … */
  longestCornerRow: 40,
  /** … and stands in by so many quarter ems more than the rows around it. */
  secondHeadIndent: 16,
  /** Cells that single spaces part are so many in a row. */
  leastCells: 3,
  /** Rows that make a table of words without values, … */
  leastWordRows: 3,
  /** … each with a cell of so few characters in half of them: columns of prose side by side have none, … */
  shortWordCell: 6,
  /** … and no cell of more. */
  longestWordCell: 20,
  /** Numbered rows on a page that are moves of a game; … */
  leastNumberedRows: 3,
  /** … none of their cells is longer. */
  longestMove: 6,
  /** Rows of two words each that are a list of words: title, kicker and deck are three, but long; … */
  leastPairs: 3,
  /** … half of them have a cell of at most so many characters, … */
  shortPair: 3,
  /** … and none has one of more. */
  longestPair: 12,
  /** Rows of short cells of any number, … */
  leastShortRows: 4,
  /** … of so many cells at most. */
  mostShortCells: 5,
  /** Rows whose cells stand far apart. */
  leastFarRows: 2,
  /** A name with its club and a figure is at most so long. */
  longestTally: 28,
  /** An entry of a contents list is at most so long, … */
  longestEntry: 160,
  /** … and there are so many. */
  leastEntries: 2,
  /** … and so many without leaders: a table may have a few ascending numbers. */
  leastBareEntries: 6,
  /** Names in the first row of a list of names, … */
  leastNames: 3,
  /** … and rows of it. */
  leastNameRows: 2,
  /** Share of names that begin with a known surname: the list has those of nine in ten people. */
  leastKnown: 0.5,
  /** A row of names is at most so long. */
  longestNames: 160,
  /** Longest name of a unit above its people. */
  longestUnit: 18,
  /** A name above each of several tables is at most so long. */
  longestTableHead: 10,
  /** Rows from which a grid of equal cells is a table. */
  leastGrid: 3,
  /** More cells of one character each are a spread heading. */
  mostSpread: 3,
  /** Four lines of one clause or two lines of two are the shortest poem; prose in a narrow column has no such lines. */
  leastClauses: 4,
  /** A line of verse is so long at most: two clauses of seven, their marks, and blanks between. */
  longestVerse: 18,
  /** Number of lines on both sides that tell the usual length here. */
  around: 12,
  /** The usual length is the median. */
  usualQuantile: 0.5,
  /** Verse without marks is shorter than this share of the usual length. */
  shortVerse: 0.8,
  /** A poem in free form has at least so many lines, … */
  leastFree: 6,
  /** … and at most so many: a longer one is read in parts; … */
  mostFree: 200,
  /** … and so many under a title and an author, … */
  leastSigned: 4,
  /** … (an author with school or place is at most so long), … */
  longestAuthor: 24,
  /** … (and his name alone has so many characters) … */
  longestName: 4,
  /** … of this length on average: cells of a table are shorter, … */
  leastMean: 4,
  /** … at most so long, … */
  longestFree: 16,
  /** … and shorter than this part of the surrounding lines if these are prose. */
  shortFree: 0.75,
  /** Lines with commas within are verse if this share of them ends short in the middle of a sentence. */
  brokenShare: 0.4,
  /** Without prose around, this share of lines must be clearly shorter than the longest: prose would fill them. */
  unevenShare: 0.3,
  /** … and at most this share within a character of it. */
  mostFilled: 0.5,
  /** Only a quarter of the surrounding lines need to be full ones, because most of a literary page may be verse. */
  fullQuantile: 0.75,
  /** A stanza has at most so many lines. */
  mostStanza: 12,
  /** Full lines of surrounding prose have at least so many characters. */
  leastProse: 12,
  /** Without prose around, a poem makes up at least this share of the file's lines. */
  wholeShare: 0.6,
  /** Least share of different line ends: lines of verse differ, while names of units and places end alike. */
  differentEnds: 0.5,
  /** Entries that begin with their headword, in text without punctuation. */
  leastWords: 3,
  /** Numbers of a crossword's clues leave out those of the other direction. */
  mostStep: 4,
  /** Maximum length of an item without a stop. */
  longestPhrase: 40,
} as const;

/**
 * 剧本: speeches that a name and a blank open. Lengths in characters.
 *
 * From: by hand, on the case beside the code.
 */
export const playNumbers = {
  /** Speeches of people who speak more than once. */
  leastCues: 4,
  /** Lines behind the first that tell the measure. */
  farthest: 40,
  /** A speech's later lines stand in by so many quarter ems at least. */
  leastIndent: 4,
  /** A line of the cast is at most so long. */
  longestCast: 32,
} as const;

/**
 * 年表: entries that begin with their dates.
 *
 * From: by hand, on the case beside the code.
 */
export const entryNumbers = {
  /** Entries in a row: two dates may be of a report. */
  leastEntries: 3,
  /** Most lines are entries; others are the rest of one. */
  shareOfEntries: 0.6,
} as const;

/**
 * 歌词: a song below the names of its makers. Lengths in characters.
 *
 * From: by hand, on the case beside the code.
 */
export const songNumbers = {
  /** Lines of a song at least, … */
  leastLines: 4,
  /** … at most, … */
  mostLines: 200,
  /** … each of so many characters at most. */
  longestLine: 20,
  /** The makers are named in a line of so many characters at most, … */
  longestCredit: 40,
  /** … so many lines above the first, with a blank line's worth of notes between. */
  mostAbove: 3,
} as const;

/**
 * 谚语, 歇后语: sayings of a line each. Lengths in characters.
 *
 * From: by hand, on the case beside the code.
 */
export const sayingNumbers = {
  /** Lines with a dash in their middle, in a row: a headline may have one. */
  leastParted: 3,
  /** Sentences below a heading that announces them. */
  leastAnnounced: 2,
  /** A saying is at most so long, … */
  longest: 40,
  /** … and its heading. */
  longestHead: 16,
} as const;
