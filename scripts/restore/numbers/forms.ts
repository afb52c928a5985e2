/** Numbers of forms that are known by sight: furniture, columns, set pieces, notations, spread text. */

/**
 * 版面杂质: heads, page numbers and imprints among the lines.
 *
 * From: by hand, on the files of `test/restore/furniture.test.ts`.
 */
export const furnitureNumbers = {
  /** Minimum number of lines between two heads; in narrow columns a phrase may recur sooner. */
  leastApart: 3,
  /** Half of a file's pages have at least this many lines, though some may be short. */
  shortestPage: 6,
  /** A head has no more characters, … */
  longestHead: 40,
  /** … and a word of one or two is none. */
  shortestHead: 3,
  /** Beside a page number a head is shorter than this part of the usual line, unlike most last lines of paragraphs. */
  shortHead: 0.7,
  /** One or two pages without a head may lie between the alternating heads of left and right pages. */
  mostStep: 3,
  /** Repeated heads must interrupt a sentence at least this many times: a heading never does. */
  leastCuts: 2,
  /** A head is repeated at least so often. */
  leastHeads: 3,
  /** Minimum share of bare numbers, and of heads, in mid-sentence: about half of page ends are. */
  leastCutShare: 0.3,
  /** Heads stand at the edges of pages, or count on, so often at least. */
  leastEdgeShare: 0.6,
  /** A line of so much of the usual length, or more, may be a sentence's. */
  shortShare: 0.95,
  /** A line of so much of the usual length goes on, if no mark ends it, … */
  openShare: 0.7,
  /** … and of so many characters at least. */
  leastOpen: 6,
  /** Field names of forms and their values are at most so long. */
  longestField: 40,
  /** A bare number from here on is a year or a quantity. */
  mostPages: 1000,
  /** Lines on both sides among which a page number has no other. */
  alone: 3,
  /** A masthead has at most so many lines, … */
  mostMasthead: 8,
  /** … and the name in it so many characters. */
  longestName: 14,
  /** Page labels at the beginning of a file stand in its first lines. */
  firstLines: 3,
} as const;

/**
 * 并栏, 串栏: columns side by side, and columns whose lines alternate.
 *
 * From: by hand, on the cases of the rules `columns` and `interleaved`.
 */
export const columnNumbers = {
  /** Fewer lines are a table, or phrases separated by chance. */
  leastLines: 4,
  /** A gutter is two em (four half ems) wide in nearly all of its lines. */
  leastGap: 4,
  /** Columns of running text have at least this many characters on either side, in most lines. */
  leastText: 6,
  /** Lines that are judged together, … */
  windowLines: 40,
  /** … and the step to the next such window. */
  step: 20,
  /** Fewer lines tell nothing. */
  leastAlternating: 12,
  /** Words that go on in the line after the next: so many at least, … */
  leastSewn: 5,
  /** … in this share of lines, … */
  leastSewnShare: 0.12,
  /** … and so many times as in the next line. */
  timesNext: 2,
} as const;

/**
 * Set pieces: verse, tables, names, lists. Lengths in characters.
 *
 * From: by hand, on the cases beside the code.
 */
export const pieceNumbers = {
  /** A table with a cell a line has at most so many; a larger one is read in parts, … */
  mostCells: 400,
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
  /** Rows whose cells stand far apart. */
  leastFarRows: 2,
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
  /** … of this length on average: cells of a table are shorter, … */
  leastMean: 4,
  /** … at most so long, … */
  longestFree: 16,
  /** … and shorter than this part of the surrounding lines if these are prose. */
  shortFree: 0.75,
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

/**
 * Notations: marks of web pages, archives, Markdown and numbered lines.
 *
 * From: by hand, on `test/restore/notation.test.ts`: texts about such marks quote a few of them and are left alone.
 */
export const notationNumbers = {
  /** Lines of an archive's head, and rows with the repeated headline under it. */
  headLines: 8,
  /** Fields of an archive's record behind its date. */
  fields: 3,
  /** An author's line is at most so long. */
  longestAuthor: 12,
  /** Minimum number of tags of a web page. */
  leastTags: 3,
  /** A short block in bold is a crosshead, up to so many characters. */
  longestHead: 30,
  /** A block of more characters is not looked at. */
  longestBlock: 2000,
  /** Minimum number of Kanripo's marks. */
  leastMarks: 2,
  /** Minimum number of numbered lines: a list has fewer items, and they end like sentences. */
  leastNumbered: 8,
  /** Depth of a text without headings: one more than Markdown has. */
  noLevel: 7,
  /** Share of lines separated by blank lines, in a Markdown text with one line per paragraph. */
  partedShare: 0.7,
} as const;

/**
 * Rules about characters.
 *
 * From: by hand, on the cases in the rules' files.
 */
export const ruleNumbers = {
  /** A 电头 is at most so long. */
  longestDateline: 64,
  /** U+3000 is as wide as so many blanks. */
  wideBlank: 4,
  /** A doubled heading has so many characters at least, … */
  shortestDoubled: 6,
  /** … and its half so many. */
  shortestHalf: 4,
  /** Quotation marks nest no deeper; a broken text must not cost its length squared. */
  deepest: 40,
  /** Confidence that a full point after Han was 。 */
  pointIsStop: 0.9,
  /** Confidence of a straight quote's side. */
  quoteSide: 0.95,
  /** Confidence that a symbol font's code means its usual sign. */
  symbolFont: 0.9,
} as const;
