/** Numbers of the evidence of characters: how often a text ends or begins with them. Weights are natural logarithms. */

/**
 * 句末: share of a character's occurrences that end a paragraph, had it been free to end anywhere.
 *
 * From: counted on reports of governments, on statutes, and on the sample.
 */
export const endShares: Readonly<Record<string, number>> = {
  '。': 0.25,
  '！': 0.3,
  '!': 0.3,
  '？': 0.12,
  '?': 0.12,
  '：': 0.05,
  ':': 0.05,
  '；': 0.05,
  ';': 0.05,
  '…': 0.1,
  '—': 0.05,
  '）': 0.006,
  ')': 0.006,
  '》': 0.004,
  '〉': 0.004,
  '，': 0.0003,
  ',': 0.0003,
  '、': 0.00005,
};

/**
 * The same for other ends of a line.
 *
 * From: by hand; marks of jumps and credits are few in those texts.
 */
export const endNumbers = {
  /** Any other character. */
  other: 0.0004,
  /** 、 in 旧式 punctuation, where it is comma and stop. */
  oldPause: 0.08,
  /** （下转二版） ends a part of a story nearly always. */
  continuedOn: 0.9,
  /** A credit (记者 … 摄). */
  credit: 0.5,
  /** A line of dots only. */
  dots: 0.8,
  /** 通过 or 施行 in brackets under the title of a law. */
  enacted: 0.05,
  /** A stop inside a closing mark: 。” */
  stopInCloser: 0.3,
  /** … and an omission or a dash there. */
  dotsInCloser: 0.1,
  /** A closing mark alone. */
  closer: 0.004,
  /** A text with fewer marks than one in this many characters counts as unpunctuated. */
  charsAMark: 200,
  /** Old newspapers have so many times as many 、 as other marks. */
  timesOld: 3,
} as const;

/**
 * 段首: log odds that a paragraph, and not a later line, begins so.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`.
 */
export const startNumbers = {
  /** （上接一版） and other marks of jumps. */
  jump: 4,
  /** A dateline, or words in 【】. */
  dateline: 3,
  /** 图为 …: a caption. */
  caption: 2.5,
  /** A line of dots. */
  dots: 2,
  /** Marks of Markdown. */
  markup: 3,
  /** 各位代表： */
  salutation: 2,
  /** 记者：, 答： */
  speaker: 2.5,
  /** 第一条 with a space behind it. */
  article: 4.5,
  /** 一、 and other counters after a whole sentence, … */
  item: 4.5,
  /** … or inside one, where they only cite. */
  citedItem: 0.5,
  /** A dot before a word: an item's, or one inside a name. */
  dot: 0.5,
  /** A mark that 避头尾 keeps from the beginning of a line. */
  prohibited: -7,
  /** 的, 了 and other particles. */
  particle: -2.5,
  /** An opening quotation mark. */
  quotation: 0.4,
} as const;

/**
 * 标题: log odds that a line is a heading and not part of a paragraph.
 *
 * From: by hand, on the development seeds of `npm run bench -- restore`.
 */
export const headingNumbers = {
  /** Log share of headings among lines, minus the cost of its particular length. */
  base: -5,
  /** A heading of one character is rare. */
  oneCharacter: -4,
  /** Few headings have more characters, … */
  longest: 34,
  /** … and each one more counts against it. */
  tooLong: 0.3,
  /** Most have at most so many, … */
  usual: 24,
  /** … which speaks for it. */
  usualBonus: 0.5,
  /** A full stop at its end. */
  fullStop: -5,
  /** A question or an exclamation mark there. */
  otherStop: -0.5,
  /** A comma, colon or semicolon there. */
  comma: -6,
  /** A mark that may not begin a line. */
  prohibited: -6,
  /** Each mark inside. */
  mark: 1.2,
  /** A dateline, an article of a law, a speaker begins a paragraph. */
  paragraphStart: -3,
  /** Spaces between phrases. */
  phrases: 2,
  /** A number and no stop. */
  numbered: 1,
  /** 通过, 施行 in brackets. */
  enactment: -3,
  /** An instruction ((组图)) behind at most so many characters, … */
  longestInstruction: 26,
  /** … speaks for it. */
  instruction: 2,
  /** A deck begins with a dash and has more characters than this, … */
  shortestDeck: 4,
  /** … which speaks for it. */
  deck: 2,
  /** A byline of at most so many characters, … */
  longestByline: 24,
  /** … which stands alone like a heading. */
  byline: 2,
  /** 的, 和, 对 at its end: the sentence goes on. */
  openEnd: -2.5,
  /** A figure or a letter at its end: a word may be parted. */
  latinEnd: -0.5,
} as const;
