import type { VFileMessage } from 'vfile-message';
import type { RuleWords } from '../../article/words/rule-words.js';
import type { Sentence } from '../../article/words/sentence.js';
import type { Book } from '../../typeset/book/galley.js';
import type { Segment } from './mark-differences.js';
import type { Proof } from './proof.js';
import type { ShownSheets } from './shown-sheets.js';

/** One book of a publication: an issue in an edition, in a theme. */
export interface Wanted {
  issue: string;
  edition: string;
  /** The publication's own if absent. */
  theme?: string;
}

/** The books on offer, for the menus. */
export interface Shelf {
  /** The publication's folder, for links into an editor. */
  root: string;
  /** 报头 */
  title: string;
  issues: string[];
  editions: { id: string; name: string }[];
  themes: string[];
  theme: string;
  /** Sentences about each rule, by its id. */
  rules: Readonly<Record<string, RuleWords>>;
}

/** The state of work on an issue. */
export interface IssueState {
  id: string;
  /** Number of its stories; 0 if it was never restored. */
  stories: number;
  /** Number of stories that have at least been read, and of those that are validated. */
  read: number;
  validated: number;
  decisions: number;
  remarks: number;
}

/** 成品: a file that can be made of a book. */
export interface ShownOutput {
  id: string;
  /** Text of its button. */
  label: Sentence;
  /** Ending of the file's name. */
  ending: string;
}

/**
 * Workshop: the stages that the preview may not import, passed in by the command. All of them read the disk again, so
 * that their results are current; a problem in a file is thrown.
 */
export interface Workshop {
  /** The publication's folder. */
  root: string;
  /** The issue that is shown first. */
  issue: string;
  /** Folders and files in which a change may change a book. */
  watched: string[];
  shelf(): Shelf;
  /** The state of work on each issue. */
  issues(): IssueState[];
  /** The composed book, with its open questions. */
  book(wanted: Wanted): Promise<{ book: Book; messages: VFileMessage[] }>;
  /** The beginning of a long book, shown while the whole is made; undefined for a short one. */
  firstPages(wanted: Wanted): Promise<FirstPages | undefined>;
  /** 校样 of an issue; undefined where it has no source. */
  proof(issue: string): Promise<Proof | undefined>;
  /** The beginning of a proof that takes seconds to make; undefined where it does not. */
  proofOfBeginning(issue: string): Promise<Proof | undefined>;
  /** An issue's blocks in several forms, one row per block. */
  compare(issue: string): Promise<Comparison>;
  /** A picture of the printed page, by its name; undefined where there is none. */
  scan(issue: string, name: string): Promise<{ type: string; bytes: Uint8Array } | undefined>;
  /** The folder of an issue that exists. */
  folder(issue: string): string;
  /** Traditional characters with the Simplified ones that a search takes for them. */
  forms(): [string, string][];
  /** The person who decides, as git knows them; '' where it does not. */
  author(): string;
  /** Starts an issue from a text; returns its id. */
  start(name: string, text: Uint8Array): Promise<string>;
  /** The outputs of the book. */
  outputs(wanted: Wanted): ShownOutput[];
  /** One of those, by its id: made and proven. */
  output(wanted: Wanted, id: string): Promise<{ bytes: Uint8Array; type: string; ending: string }>;
  /** The sheets that a book is printed on; undefined where no press file is wanted. */
  sheets(wanted: Wanted, book: Book, inside: readonly number[]): ShownSheets | undefined;
}

/** The beginning of a long book. */
export interface FirstPages {
  /** Its galleys up to where it ends. */
  book: Book;
  /** DOM ids of incomplete stories in the last galley: the first has its beginning, the others only their titles. */
  rest: readonly string[];
}

/** 对照: columns, and rows of a story with the text of a block in each of them. */
export interface Comparison {
  columns: { id: string; name: string; lang: string }[];
  stories: ComparedStory[];
}

export interface ComparedStory {
  id: string;
  /** Name of the picture of its printed page. */
  scan?: string;
  rows: Segment[][][];
}
