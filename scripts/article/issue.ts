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

/** Summary of the changes to the text, for the colophon and the report. */
export interface Tally {
  /** Edits of the ledger by rule id. */
  edits: Record<string, number>;
  /** Places that a person must still decide. */
  open: number;
}

/** 校记: a change of wording that readers should know about, with a few characters around it. */
export interface Remark {
  /** Id of the article. */
  article: string;
  /** The words in the source, and in print. */
  before: string;
  after: string;
  /** Id of the rule that made it. */
  rule: string;
}

/** 存疑, as shown to readers of the book. */
export interface Question {
  /** Id of the article; absent where it is about the issue. */
  article?: string;
  /** Id of the rule that asks. */
  rule: string;
  /** The words in doubt, where it is about words, and their other readings. */
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
  /** 封面图: a file of its folder, or "page". */
  cover?: string;
  sections: Section[];
  tally: Tally;
  /** Absent where there is no source to compare with. */
  remarks?: Remark[];
  /** Open questions of this edition, for the editor's notes. */
  questions?: Question[];
  /** 对照: the same issue in the second language of a bilingual edition. */
  second?: Issue;
  /** Messages about the issue as a whole; those of an article are in its file. */
  messages: VFileMessage[];
  /** Reports of restoring that need no decision: lines removed from the text, and how to put them back. */
  told?: VFileMessage[];
}
