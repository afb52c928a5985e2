import type { Edition } from '../article/edition.js';
import type { Issue } from '../article/issue.js';
import type { Sentence } from '../article/words/sentence.js';
import type { BrowserPool } from '../chromium/browser-pool.js';
import type { Place } from '../config.js';
import type { OpenQuestion, RunStage } from '../report.js';

/**
 * 成品: a kind of file that a build makes of an edition. A row of `outputs.ts` is all that a build, its cache, its report,
 * `--resume`, `check --report` and the desk know of it.
 *
 * @typeParam Facts what the report says of it; JSON
 * @typeParam Rest what outputs made of this one must know; JSON
 */
export interface Output<Facts extends object = object, Rest = unknown> {
  /** Its name in the report and in the cache. */
  id: string;
  /** What stands on the button that asks for it. */
  label: Sentence;
  /** Endings of its files, behind the edition's id. The first is the file itself, others go with it where they are needed. */
  endings: readonly [string, ...string[]];
  /** Media type of the file itself. */
  type: string;
  isWanted(place: Place, edition: string): boolean;
  /** Files of the publication that it reads beside manuscript and styles, below its folder. */
  reads?(place: Place): string[];
  /**
   * Makes its files and proves them: what it gives is kept and handed out, and asked for again only when something that
   * it was made of has changed. What it is made of is the issue, or another output, by `making.made`.
   *
   * @throws a problem with what the proof found.
   */
  make(making: Making): Promise<Made<Facts, Rest>>;
  /** The facts in a few words, for the line of its stage. */
  did(facts: Facts): string;
  /** What a person must know of how to use it. */
  tell?(facts: Facts): string[];
}

/** What an output is made of, and with. */
export interface Making {
  issue: Issue;
  edition: Edition;
  place: Place;
  pool: BrowserPool;
  /** The date that is written into it. */
  modified: Date;
  run: RunStage;
  /** Another output of the same edition, made if it is not there yet. */
  made<Facts extends object, Rest>(output: Output<Facts, Rest>): Promise<Made<Facts, Rest>>;
}

/** An output that was made and proven. */
export interface Made<Facts extends object = object, Rest = unknown> {
  /** The file itself first. */
  files: OutputFile[];
  facts: Facts;
  rest: Rest;
  /** 存疑: what a person must decide of its text. */
  open: OpenQuestion[];
}

/** A file of an output, by the ending of its name behind the edition's. */
export interface OutputFile {
  ending: string;
  bytes: Uint8Array;
}
