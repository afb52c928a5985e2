import { newLines, type TriedLines } from './new-lines.browser.js';
import { movedCalls } from './page-calls.browser.js';
import { type Item, linePlaces } from './read-items.browser.js';

/** The items of a flow, and the lines of paragraphs that were tried. */
export interface TrialFlow {
  items: Item[];
  line: number;
  tried: TriedLines;
}

/** A trial: a paragraph counts as one line longer or shorter. */
export interface Trial {
  index: number;
  by: number;
  /** True for a crosshead with an extra line above it. */
  isSpace?: true;
}

/** An item of the model, changed for a trial. */
export function itemAt(flow: TrialFlow, index: number, trial?: Trial): Item {
  const { items, line } = flow;
  const item = items[index]!;
  if (!trial || index < trial.index) return item;
  const by = trial.by * line;
  if (index > trial.index) return { ...item, top: item.top + by };
  return trial.isSpace ? lower(item, by) : longer(flow, item, by);
}

/** An item with more space above it. */
const lower = (item: Item, by: number): Item => ({ ...item, top: item.top + by, above: item.above + by });

function longer(flow: TrialFlow, item: Item, by: number): Item {
  const { line } = flow;
  const size = item.size + by;
  const count = Math.round(size / line);
  const calls = item.calls && movedCalls(item.calls, newLines(flow, item.set!, count), line);
  return { ...item, size, inner: linePlaces(count, line, item), ...(calls && { calls }) };
}

/** Changes the model for a trial. */
export function lengthen(flow: TrialFlow, { index, by, isSpace }: Trial): void {
  const { items, line } = flow;
  items[index] = isSpace ? lower(items[index]!, by * line) : longer(flow, items[index]!, by * line);
  for (let later = index + 1; later < items.length; later++) items[later]!.top += by * line;
}
