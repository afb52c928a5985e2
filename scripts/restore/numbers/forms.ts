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
  /** Parts of a text that are numbered in brackets are at most so many. */
  mostParts: 9,
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
 * Notations: marks of web pages, archives, Markdown and numbered lines.
 *
 * From: by hand, on `test/restore/notation.test.ts`: texts about such marks quote a few of them and are left alone.
 */
export const notationNumbers = {
  /** A record has so many fields at least. */
  leastFields: 3,
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
  /** A cell of a table of figures and words has no more characters: one of a page's layout holds whole articles. */
  longestCell: 120,
  /** A cell spans no more columns or rows: a page has no wider table. */
  mostSpan: 100,
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
  /** Headings of a level are lines of text where there are so many at least … */
  leastLevel: 4,
  /** … and so great a share of them reads like one, … */
  textShare: 0.25,
  /** … as a heading does that has more characters. */
  longestTitle: 40,
  /** Lines in bold alone that tell Markdown without headings. */
  leastBold: 2,
  /** A sentence goes on over the end of a page or a picture from so many characters on. */
  shortestOpen: 15,
  /** A paragraph under a picture is its caption up to so many characters. */
  shortCaption: 30,
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
