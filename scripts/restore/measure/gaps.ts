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
    const stay = steps.stay[line]!;
    let joined = 0;
    for (let c = 0; c < count; c++) {
      const arriving =
        before.first[at + c]! * steps.joinFirst[at + c]! +
        before.inner[at + c]! * steps.joinInner[at + c]! +
        open * (stay * steps.change[c]!);
      const asInner = steps.asInner[(line + 1) * 2 + steps.isShown[c]!]!;
      joined += arriving * asInner * after.inner[at + c + count]!;
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
  const { count, length, isShown, change, fitFirst, fitInner, joinFirst, joinInner } = steps;
  const { first, inner, heading } = masses;
  for (let c = 0; c < count; c++) {
    const start = priors[c]!;
    first[c] = start * steps.asFirst[isShown[c]!]!;
    heading[c] = start * steps.asHeading[isShown[c]!]!;
    inner[c] = 0;
  }
  if (length > 0) normalize(masses, 0, count);
  for (let line = 1; line < length; line++) {
    const at = line * count;
    const past = at - count;
    const open = openMass(steps, masses, past);
    const end = steps.end[line - 1]!;
    const stay = steps.stay[line - 1]!;
    let total = 0;
    for (let p = past; p < at; p++)
      total += first[p]! * (fitFirst[p]! * end) + inner[p]! * (fitInner[p]! * end) + heading[p]!;
    for (let c = 0; c < count; c++) {
      const p = past + c;
      const looks = line * 2 + isShown[c]!;
      const alone = heading[p]!;
      const ended = first[p]! * (fitFirst[p]! * end) + inner[p]! * (fitInner[p]! * end);
      const start = ended + alone + total * priors[c]! * border;
      const arriving = first[p]! * joinFirst[p]! + inner[p]! * joinInner[p]! + open * (stay * change[c]!);
      first[at + c] = start * steps.asFirst[looks]!;
      heading[at + c] = (start + alone * boost) * steps.asHeading[looks]!;
      inner[at + c] = arriving * steps.asInner[looks]!;
    }
    normalize(masses, line, count);
  }
  return masses;
}

function backward(steps: Steps, priors: Float64Array, masses: Masses): Masses {
  const { count, length, isShown, change, fitFirst, fitInner, joinFirst, joinInner } = steps;
  const { first, inner, heading } = masses;
  const last = (length - 1) * count;
  for (let c = last; c < last + count; c++) {
    first[c] = fitFirst[c]! * steps.end[length - 1]!;
    inner[c] = fitInner[c]! * steps.end[length - 1]!;
    heading[c] = 1;
  }
  normalize(masses, length - 1, count);
  const begin = new Float64Array(count);
  for (let line = length - 2; line >= 0; line--) {
    const at = line * count;
    const next = at + count;
    const end = steps.end[line]!;
    const stay = steps.stay[line]!;
    let elsewhere = 0;
    let changed = 0;
    for (let c = 0; c < count; c++) {
      const looks = (line + 1) * 2 + isShown[c]!;
      begin[c] = steps.asFirst[looks]! * first[next + c]! + steps.asHeading[looks]! * heading[next + c]!;
      elsewhere += begin[c]! * priors[c]! * border;
      changed += stay * change[c]! * steps.asInner[looks]! * inner[next + c]!;
    }
    for (let c = 0; c < count; c++) {
      const a = at + c;
      const looks = (line + 1) * 2 + isShown[c]!;
      const going = steps.asInner[looks]! * inner[next + c]!;
      const ended = begin[c]! + elsewhere;
      first[a] = fitFirst[a]! * end * ended + joinFirst[a]! * going + fitFirst[a]! * changed;
      inner[a] = fitInner[a]! * end * ended + joinInner[a]! * going + fitInner[a]! * changed;
      heading[a] = ended + steps.asHeading[looks]! * heading[next + c]! * boost;
    }
    normalize(masses, line, count);
  }
  return masses;
}
