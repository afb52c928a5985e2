import type { Language } from '../article/words/sentence.js';

/**
 * What a command may do besides returning its exit code. Given by `cli.ts`, the only file that touches `process`;
 * tests give their own.
 */
export interface Terminal {
  /** The folder that relative paths start from. */
  cwd: string;
  /** In which people are spoken to; English where it is not said. */
  language?: Language;
  /** The result: to standard output, as it is. */
  result(text: string): void;
  /** One line about what was done or found: to standard error. */
  line(text: string): void;
  /** What is being done: shown on a terminal until the next line, nowhere else. */
  progress(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** Asks the person at the keyboard; absent where there is none. An empty answer means the usual one. */
  ask?(question: string, usual: string): Promise<string>;
}

/** 0 done; 1 the result could not be made or its proof failed; 2 wrong use. */
export type ExitCode = 0 | 1 | 2;
