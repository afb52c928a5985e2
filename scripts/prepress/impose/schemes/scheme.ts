import type { Plan, Task } from './sheet.js';

/** Scheme 拼版方式: one way from a book's pages to sheets. To add one is to add a file and a row. */
export interface Scheme {
  /** What a person calls it. */
  name: { 'zh-Hans': string; en: string };
  /** The number of pages must be a multiple of this. */
  multiple: number;
  /** Pages beside and above each other on a side. */
  columns: number;
  rows: number;
  /** Whether sheets are printed on both sides. */
  isDuplex: boolean;
  /** Whether sheets are folded into each other, so that pages creep. */
  isNested: boolean;
  plan(task: Task): Plan;
  /** What is done with the printed sheets, in one sentence a language. */
  afterwards(press: Pick<Task, 'heads'>): { 'zh-Hans': string; en: string };
}
