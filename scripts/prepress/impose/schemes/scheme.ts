import type { Sentence } from '../../../article/words/sentence.js';
import type { Plan, Task } from './sheet.js';

/** Scheme 拼版方式: one way from a book's pages to sheets. To add one, add a file and a row. */
export interface Scheme {
  /** Its name for people. */
  name: Sentence;
  /** The number of pages must be a multiple of this. */
  multiple: number;
  /** Numbers of pages beside and above each other on a side. */
  columns: number;
  rows: number;
  /** True if sheets are printed on both sides. */
  isDuplex: boolean;
  /** True if sheets are nested, so that pages creep. */
  isNested: boolean;
  plan(task: Task): Plan;
  /** Handling of the printed sheets, one sentence in each language. */
  afterwards(press: Pick<Task, 'heads'>): Sentence;
}
