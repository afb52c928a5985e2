import { type Said, textOf } from '../article/words/say.js';
import type { Language } from '../article/words/sentence.js';

/**
 * Effects of a command besides its exit code. Provided by `cli.ts`, the only file that touches `process`; tests provide
 * their own.
 */
export interface Terminal {
  /** The folder that relative paths start from. */
  cwd: string;
  /** Language of messages; English by default. */
  language?: Language;
  /** The result: to standard output, as it is. */
  result(text: string): void;
  /** One line about progress or a finding: to standard error. */
  line(text: string): void;
  /** Current activity: shown on a terminal until the next line, nowhere else. */
  progress(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** Asks the person at the keyboard; absent where there is none. An empty answer means the default. */
  ask?(question: string, usual: string): Promise<string>;
}

/** 0 done; 1 the result could not be made or its proof failed; 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** A sentence in the language of a terminal. */
export const spoken = ({ language }: Pick<Terminal, 'language'>, said: Said): string =>
  textOf(said, language);
