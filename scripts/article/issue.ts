import type { VFileMessage } from 'vfile-message';
import type { Article } from './article.js';

/** Section 版: a newspaper page's worth of articles, in the order in which they are read. */
export interface Section {
  /** Short, ASCII, unique in its issue: "s1". */
  id: string;
  /** As printed, or absent: "要闻", "第一版". */
  title?: string;
  articles: Article[];
}

/** What was done to the text, for the colophon and the report. */
export interface Tally {
  /** Edits of the ledger by rule id. */
  edits: Record<string, number>;
  /** Places that a person must still decide. */
  open: number;
}

/** 校记: a change of the wording that a reader should know of, with a few characters around it. */
export interface Remark {
  /** Id of the article. */
  article: string;
  /** As it stands in the source, and as it is printed. */
  before: string;
  after: string;
  /** Id of the rule that made it: why. */
  rule: string;
}

/** 存疑, as a reader of the book is told of it. */
export interface Question {
  /** Id of the article; absent where it is about the issue. */
  article?: string;
  /** Id of the rule that asks. */
  rule: string;
  /** The words in doubt, where it is about words, and what else they may be. */
  text?: string;
  candidates?: string[];
  /** Line of the source, from 1, where it is about that. */
  line?: number;
}

/** Issue 一期: ordered sections of articles. */
export interface Issue {
  /** The folder's name under `manuscript/`. */
  id: string;
  /** 报头 nameplate: the publication's name. */
  title: string;
  /** ISO 8601 date of the issue, if it has one. */
  date?: string;
  /** Publisher, for the imprint and the PDF's author. */
  publisher?: string;
  sections: Section[];
  tally: Tally;
  /** Absent where there is no source to compare with. */
  remarks?: Remark[];
  /** What is still open in this edition, for the editor's notes. */
  questions?: Question[];
  /** 对照: the same issue in the second language of a bilingual edition. */
  second?: Issue;
  /** About the issue as a whole; an article's own are in its file. */
  messages: VFileMessage[];
  /** What restoring did that needs no decision: lines that left the text, with the words that put them back. */
  told?: VFileMessage[];
}
