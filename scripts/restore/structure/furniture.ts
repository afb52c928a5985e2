import { isImprint, isNameplate } from '../../text/press/imprint.js';
import type { Line } from '../measure/lines.js';

/** A line that stands four times or more on the pages, short and without a stop, is a running head (书眉) … */
const repeats = 4;
/** … if a page's worth of lines is between any two; in narrow columns a phrase comes again sooner. */
const apart = 20;

function runningHeads(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>();
  const places = new Map<string, number>();
  lines.forEach(({ text }, index) => {
    if (text.length < 3 || text.length > 24 || /[，。；：、”…—！？]/u.test(text)) return;
    const isApart = index - (places.get(text) ?? -apart) >= apart;
    counts.set(text, isApart ? (counts.get(text) ?? 0) + 1 : Number.NEGATIVE_INFINITY);
    places.set(text, index);
  });
  return new Set([...counts].filter(([, count]) => count >= repeats).map(([text]) => text));
}

/** Which lines are furniture: their own text says so, they repeat, or they are a nameplate beside furniture. */
export function markFurniture(lines: readonly Line[]): boolean[] {
  const heads = runningHeads(lines);
  const marks = lines.map(({ text }) => isImprint(text) || heads.has(text));
  return lines.map(({ text }, index) => {
    const isNamed = isNameplate(text) && (marks[index - 1] || marks[index + 1]);
    return marks[index]! || Boolean(isNamed);
  });
}
