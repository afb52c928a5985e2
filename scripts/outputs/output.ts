import type { Edition } from '../article/edition.js';
import type { Issue } from '../article/issue.js';
import type { Said } from '../article/words/say.js';
import type { Language, Sentence } from '../article/words/sentence.js';
import type { BrowserPool } from '../chromium/browser-pool.js';
import type { Place } from '../config.js';
import type { OpenQuestion, RunStage } from '../report.js';

/**
 * 成品: a kind of file that a build makes of an edition. A row of `outputs.ts` is everything that a build, its cache, its
 * report, `--resume`, `check --report` and the desk know about it.
 *
 * @typeParam Facts its facts for the report; JSON
 * @typeParam Rest its facts for outputs made from it; JSON
 */
export interface Output<Facts extends object = object, Rest = unknown> {
  /** Its name in the report and in the cache. */
  id: string;
  /** Text of its button. */
  label: Sentence;
  /** Endings of its files, after the edition's id. The first is the file itself, others accompany it where needed. */
  endings: readonly [string, ...string[]];
  /** Media type of the file itself. */
  type: string;
  isWanted(place: Place, edition: string): boolean;
  /** Files of the publication that it reads beside manuscript and styles, below its folder. */
  reads?(place: Place): string[];
  /**
   * Makes its files and proves them: the result is cached, and made again only when one of its inputs has changed. The
   * input is the issue, or another output, by `making.made`.
   *
   * @throws a problem with the findings of the proof.
   */
  make(making: Making): Promise<Made<Facts, Rest>>;
  /** The facts in a few words, for the line of its stage. */
  did(facts: Facts): Said;
  /** Lines that explain how to use it. */
  tell?(facts: Facts, language: Language): string[];
}

/** Inputs and means of making an output. */
export interface Making {
  issue: Issue;
  edition: Edition;
  place: Place;
  pool: BrowserPool;
  /** The date written into it. */
  modified: Date;
  run: RunStage;
  /** To be called when the browser is at work on it: another edition may take this process then. */
  handedOver?: (() => void) | undefined;
  /** Another output of the same edition, made if it does not exist yet. */
  made<Facts extends object, Rest>(output: Output<Facts, Rest>): Promise<Made<Facts, Rest>>;
}

/** An output that was made and proven. */
export interface Made<Facts extends object = object, Rest = unknown> {
  /** The file itself first. */
  files: OutputFile[];
  facts: Facts;
  rest: Rest;
  /** 存疑: questions about its text for a person. */
  open: OpenQuestion[];
  /** Facts about its making that a person should know, without a question. */
  told?: OpenQuestion[];
}

/** A file of an output, by the ending of its name after the edition's. */
export interface OutputFile {
  ending: string;
  bytes: Uint8Array;
}
