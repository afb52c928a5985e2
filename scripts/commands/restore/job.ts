import type { Language } from '../../article/words/sentence.js';
import { readSource } from '../../intake/read-source.js';
import { isUnrecognized } from '../../intake/scan/keep.js';
import { explain } from '../tell/explain.js';
import { doubtLines, renamed, restoreMarkdown } from './restore-text.js';

/** One of many files, for a thread. */
export interface Job {
  path: string;
  /** The path for people. */
  name: string;
  encoding: string | undefined;
  language: Language | undefined;
  isJson: boolean;
}

/** The outcome of a job. */
export interface Answer {
  /** The Markdown, or the restoration as JSON. */
  text?: string;
  /** Lines for people. */
  lines?: readonly string[];
  /** Why there is no text. */
  error?: string;
  /** True if it is a picture, or has pages that are, which only the main thread can have recognised. */
  isScan?: boolean;
}

/** Reads and restores one of many files. Every failure is an answer, too. */
export async function restoreJob({ path, name, encoding, language, isJson }: Job): Promise<Answer> {
  try {
    const source = await readSource([path], { encoding }).catch(renamed(name));
    const { markdown, restoration } = restoreMarkdown(source);
    return {
      text: isJson ? JSON.stringify({ file: name, restoration }) : markdown,
      lines: doubtLines({ ...source, path: name }, restoration.messages, language),
      ...(source.hasScans && { isScan: true }),
    };
  } catch (error) {
    return { error: explain(error, language), isScan: isUnrecognized(error) };
  }
}
