import { contextText } from '../../edition/lexicon/context-units.js';
import { simplify } from '../../edition/lexicon/own-words.js';
import { rootOf } from '../variants.js';

/** Counts of each form between three neighbours on either side. */
export interface Seen {
  forms: string[];
  totals: number[];
  /** Seven characters, with the one in question in the middle → the count of each form there. */
  windows: Map<string, number[]>;
}

/** Of more frequent forms, every n-th place is taken: 60,000 places teach as much as a million. */
const enough = 60_000;

/**
 * Reads Traditional lines, in which each form is what conversion should write there.
 *
 * @param forms all forms of each Simplified character in the dictionaries.
 */
export function collectWindows(
  lines: Iterable<string>,
  forms: ReadonlyMap<string, readonly string[]>,
): Map<string, Seen> {
  const known = new Map([...forms].map(([char, list]) => [char, byRoot(list)]));
  const seen = new Map<string, Seen>();
  for (const truth of lines) {
    const source = simplify(truth);
    if (source.length !== truth.length) continue;
    const context = `，，，${contextText(source)}，，，`;
    for (let at = 0; at < source.length; at++) {
      const form = known.get(source[at]!)?.get(rootOf(truth[at]!));
      if (form !== undefined) note(seen, { char: source[at]!, form, window: context.slice(at, at + 7) });
    }
  }
  return seen;
}

/** Merges forms that are only glyphs of the same word. */
function byRoot(forms: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const form of forms) if (form.length === 1 && !found.has(rootOf(form))) found.set(rootOf(form), form);
  return found.size > 1 ? found : new Map();
}

function note(
  seen: Map<string, Seen>,
  { char, form, window }: { char: string; form: string; window: string },
): void {
  let entry = seen.get(char);
  if (!entry) {
    entry = { forms: [], totals: [], windows: new Map() };
    seen.set(char, entry);
  }
  let index = entry.forms.indexOf(form);
  if (index < 0) {
    index = entry.forms.push(form) - 1;
    entry.totals.push(0);
  }
  const total = ++entry.totals[index]!;
  if (total > enough && scatter(total) > enough / total) return;
  const counts = entry.windows.get(window) ?? [];
  counts[index] = (counts[index] ?? 0) + Math.max(1, total / enough);
  entry.windows.set(window, counts);
}

/** A number from 0 to 1 that differs for each n, and is the same in every run. */
const scatter = (n: number) => (Math.imul(n, 0x9e3779b1) >>> 0) / 2 ** 32;
