import { searchNumbers, settingNumbers } from '../numbers/fit.js';
import { type Gaps, headingAfterHeading, type Page, type Run, runChange } from './page.js';
import type { Setting } from './settings.js';
import { newSteps, type Steps } from './steps.js';

const { chunkLines, rivalIndent, rivalStep } = searchNumbers;

/** Forward–backward over the settings that the runs found, and their nearest rivals. */
export function solveGaps(page: Page, runs: readonly Run[]): Gaps {
  const count = page.lines.length;
  const gaps: Gaps = { join: new Float64Array(count), heading: new Float64Array(count) };
  const pool = newPool();
  let chunk: Run[] = [];
  runs.forEach((run, index) => {
    chunk.push(run);
    const length = run.to - chunk[0]!.from;
    const next = runs[index + 1];
    if (next && (length < chunkLines || next.isInner)) return;
    solveChunk(page, chunk, { gaps, pool });
    chunk = [];
  });
  return gaps;
}

/** Pool: large arrays that are reused by one chunk after another. */
type Pool = (size: number) => () => Float64Array;

function newPool(): Pool {
  const arrays: Float64Array[] = [];
  return (size) => {
    let used = 0;
    return () => {
      const known = arrays[used];
      const array = known && known.length >= size ? known : new Float64Array(size * 2);
      arrays[used++] = array;
      return array.subarray(0, size);
    };
  };
}

function solveChunk(page: Page, runs: readonly Run[], { gaps, pool }: { gaps: Gaps; pool: Pool }): void {
  const candidates = rivals(runs);
  const from = runs[0]!.from;
  const to = runs.at(-1)!.to;
  const weights = pool((to - from) * candidates.length);
  const steps = newSteps(page, { candidates, from, to }, weights);
  const priors = Float64Array.from(candidates, ({ prior }) => Math.exp(prior));
  const before = forward(steps, priors, newMasses(steps, weights));
  const after = backward(steps, priors, newMasses(steps, weights));
  const { count } = steps;
  for (let line = 0; line < steps.length; line++) {
    const at = line * count;
    let all = 0;
    let heading = 0;
    for (let c = at; c < at + count; c++) {
      const alone = before.heading[c]! * after.heading[c]!;
      all += before.first[c]! * after.first[c]! + before.inner[c]! * after.inner[c]! + alone;
      heading += alone;
    }
    gaps.heading[from + line] = all > 0 ? heading / all : 0;
    if (line + 1 === steps.length) return;
    const open = openMass(steps, before, at);
    let joined = 0;
    for (let c = at; c < at + count; c++) {
      const arriving =
        before.first[c]! * steps.joinFirst[c]! +
        before.inner[c]! * steps.joinInner[c]! +
        open * steps.changeInner[c]!;
      joined += arriving * steps.asInner[c + count]! * after.inner[c + count]!;
    }
    gaps.join[from + line] = all > 0 ? Math.min(1, joined / (all * after.scale[line]!)) : 0;
  }
}

/** The settings of the runs, and their alternatives: half an em more or less, another style. */
function rivals(runs: readonly Run[]): Setting[] {
  const found = new Map<string, Setting>();
  const add = (setting: Setting) => {
    const { style, measure, indent, indentShown, prohibits, isRagged } = setting;
    const key = `${style} ${measure} ${indent} ${indentShown} ${prohibits} ${isRagged}`;
    if (!found.has(key)) found.set(key, setting);
  };
  for (const { setting } of runs) add(setting);
  for (const { setting } of runs) {
    if (setting.measure === Number.POSITIVE_INFINITY) continue;
    add({ ...setting, measure: setting.measure + rivalStep });
    add({ ...setting, measure: setting.measure - rivalStep });
    add({
      ...setting,
      indent: settingNumbers.usualIndent - setting.indent,
      indentShown: false,
      prior: setting.prior - rivalIndent,
    });
  }
  return [...found.values()];
}

/** Probability masses of each line's roles, laid out like `Steps`. */
interface Masses {
  first: Float64Array;
  inner: Float64Array;
  heading: Float64Array;
  /** Divisors that keep a line's masses representable. */
  scale: Float64Array;
}

function newMasses({ length }: Steps, weights: () => Float64Array): Masses {
  return { first: weights(), inner: weights(), heading: weights(), scale: new Float64Array(length).fill(1) };
}

function normalize({ first, inner, heading, scale }: Masses, line: number, count: number): void {
  const at = line * count;
  let sum = 0;
  for (let c = at; c < at + count; c++) sum += first[c]! + inner[c]! + heading[c]!;
  if (!(sum > 0)) return;
  for (let c = at; c < at + count; c++) {
    first[c]! /= sum;
    inner[c]! /= sum;
    heading[c]! /= sum;
  }
  scale[line] = sum;
}

function openMass(steps: Steps, masses: Masses, at: number): number {
  let open = 0;
  for (let c = at; c < at + steps.count; c++)
    open += masses.first[c]! * steps.fitFirst[c]! + masses.inner[c]! * steps.fitInner[c]!;
  return open;
}

const boost = Math.exp(headingAfterHeading) - 1;
const border = Math.exp(-runChange.border);

function forward(steps: Steps, priors: Float64Array, masses: Masses): Masses {
  const { count, length } = steps;
  const { first, inner, heading } = masses;
  for (let line = 0; line < length; line++) {
    const at = line * count;
    const past = at - count;
    const open = line > 0 ? openMass(steps, masses, past) : 0;
    let total = 0;
    for (let c = past; line > 0 && c < at; c++)
      total += first[c]! * steps.endFirst[c]! + inner[c]! * steps.endInner[c]! + heading[c]!;
    for (let c = 0; c < count; c++) {
      const p = past + c;
      const alone = line > 0 ? heading[p]! : 0;
      const ended = line > 0 ? first[p]! * steps.endFirst[p]! + inner[p]! * steps.endInner[p]! : 0;
      const start = line > 0 ? ended + alone + total * priors[c]! * border : priors[c]!;
      first[at + c] = start * steps.asFirst[at + c]!;
      heading[at + c] = (start + alone * boost) * steps.asHeading[at + c]!;
      inner[at + c] = 0;
      if (line === 0) continue;
      const arriving =
        first[p]! * steps.joinFirst[p]! + inner[p]! * steps.joinInner[p]! + open * steps.changeInner[p]!;
      inner[at + c] = arriving * steps.asInner[at + c]!;
    }
    normalize(masses, line, count);
  }
  return masses;
}

function backward(steps: Steps, priors: Float64Array, masses: Masses): Masses {
  const { count, length } = steps;
  const last = (length - 1) * count;
  masses.first.set(steps.endFirst.subarray(last), last);
  masses.inner.set(steps.endInner.subarray(last), last);
  masses.heading.fill(1, last);
  normalize(masses, length - 1, count);
  const begin = new Float64Array(count);
  for (let line = length - 2; line >= 0; line--) {
    const at = line * count;
    const next = at + count;
    let elsewhere = 0;
    let changed = 0;
    for (let c = 0; c < count; c++) {
      begin[c] =
        steps.asFirst[next + c]! * masses.first[next + c]! +
        steps.asHeading[next + c]! * masses.heading[next + c]!;
      elsewhere += begin[c]! * priors[c]! * border;
      changed += steps.changeInner[at + c]! * steps.asInner[next + c]! * masses.inner[next + c]!;
    }
    for (let c = 0; c < count; c++) {
      const a = at + c;
      const n = next + c;
      const going = steps.asInner[n]! * masses.inner[n]!;
      const ended = begin[c]! + elsewhere;
      masses.first[a] =
        steps.endFirst[a]! * ended + steps.joinFirst[a]! * going + steps.fitFirst[a]! * changed;
      masses.inner[a] =
        steps.endInner[a]! * ended + steps.joinInner[a]! * going + steps.fitInner[a]! * changed;
      masses.heading[a] = ended + steps.asHeading[n]! * masses.heading[n]! * boost;
    }
    normalize(masses, line, count);
  }
  return masses;
}
