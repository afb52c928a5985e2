import type { Notebook } from '../decide/notebook.js';
import type { Progress } from '../doubts/doubt-list.browser.js';

export const emptyNotebook: Notebook = {
  history: [],
  skipped: [],
  settled: [],
  stories: [],
  remarks: [],
};

/** A person's progress with an issue of so many stories. */
export function progressOf({ history, skipped, settled, stories }: Notebook, all: number): Progress {
  const decided = history.filter(({ undone }) => undone === undefined).flatMap(({ doubts = [] }) => doubts);
  return {
    skipped: new Set(skipped),
    settled: new Set(settled),
    done: new Set([...decided, ...settled]).size,
    stories: `${Math.min(stories.length, all)} / ${all}`,
  };
}
