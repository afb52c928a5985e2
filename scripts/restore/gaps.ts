import { joinFit, lastFit } from './fit.js';
import { headingAfterHeading, headingIndent, indentWeight, type Page, type Run, runChange } from './runs.js';
import type { Setting } from './settings.js';

/** What forward–backward says of each line, as probabilities. */
export interface Gaps {
  /** That the line goes on in the next one, in the same paragraph. */
  join: Float64Array;
  /** That the line stands alone: a heading or another short part. */
  heading: Float64Array;
}

/** Lines that are solved together; a chunk ends at a run's border so that growth stays linear. */
const chunkLines = 300;

/** Forward–backward over the settings that the runs found, and their nearest rivals. */
export function solveGaps(page: Page, runs: readonly Run[]): Gaps {
  const count = page.lines.length;
  const gaps: Gaps = { join: new Float64Array(count), heading: new Float64Array(count) };
  let chunk: Run[] = [];
  runs.forEach((run, index) => {
    chunk.push(run);
    const length = run.to - chunk[0]!.from;
    if (length < chunkLines && index + 1 < runs.length) return;
    solveChunk(page, chunk, gaps);
    chunk = [];
  });
  return gaps;
}

function solveChunk(page: Page, runs: readonly Run[], gaps: Gaps): void {
  const candidates = rivals(runs);
  const from = runs[0]!.from;
  const to = runs.at(-1)!.to;
  const steps: Step[] = [];
  for (let index = from; index < to; index++) steps.push(newStep(page, candidates, index, index + 1 < to));
  const alphas = forward(steps, candidates);
  const betas = backward(steps, candidates);
  steps.forEach((step, at) => {
    const alpha = alphas[at]!;
    const beta = betas[at]!;
    let all = 0;
    let heading = 0;
    for (let c = 0; c < candidates.length; c++) {
      all +=
        alpha.first[c]! * beta.first[c]! +
        alpha.inner[c]! * beta.inner[c]! +
        alpha.heading[c]! * beta.heading[c]!;
      heading += alpha.heading[c]! * beta.heading[c]!;
    }
    gaps.heading[from + at] = all > 0 ? heading / all : 0;
    const after = betas[at + 1];
    if (!after) return;
    let joined = 0;
    const open = openMass(step, alpha);
    for (let c = 0; c < candidates.length; c++) {
      const arriving =
        alpha.first[c]! * step.joinFirst[c]! +
        alpha.inner[c]! * step.joinInner[c]! +
        open * step.changeInner[c]!;
      joined += arriving * steps[at + 1]!.asInner[c]! * after.inner[c]!;
    }
    gaps.join[from + at] = all > 0 ? Math.min(1, joined / (all * betas[at]!.scale)) : 0;
  });
}

/** The settings of the runs, and what else might have been: half an em more or less, another style. */
function rivals(runs: readonly Run[]): Setting[] {
  const found = new Map<string, Setting>();
  const add = (setting: Setting) => {
    const { style, measure, indent, indentShown, prohibits } = setting;
    const key = `${style} ${measure} ${indent} ${indentShown} ${prohibits}`;
    if (!found.has(key)) found.set(key, setting);
  };
  for (const { setting } of runs) add(setting);
  for (const { setting } of runs) {
    if (setting.measure === Number.POSITIVE_INFINITY) continue;
    add({ ...setting, measure: setting.measure + 2 });
    add({ ...setting, measure: setting.measure - 2 });
    add({ ...setting, indent: 8 - setting.indent, indentShown: false, prior: setting.prior - 1 });
  }
  return [...found.values()];
}

/** All the weights of one line, computed once, used forward and backward. Linear, not logarithms. */
interface Step {
  asFirst: Float64Array;
  asInner: Float64Array;
  asHeading: Float64Array;
  endFirst: Float64Array;
  endInner: Float64Array;
  joinFirst: Float64Array;
  joinInner: Float64Array;
  fitFirst: Float64Array;
  fitInner: Float64Array;
  changeInner: Float64Array;
}

function newStep(page: Page, candidates: readonly Setting[], index: number, hasNext: boolean): Step {
  const { shape, evidence, lines } = page;
  const line = lines[index]!;
  const gap = evidence.gap[index]!;
  const end = Math.exp(evidence.end[index]!);
  const stay = hasNext ? Math.exp(evidence.stay[index]!) : 0;
  const first = Math.exp(gap + evidence.start[index]!);
  const heading = Math.exp(gap + evidence.heading[index]!);
  const step = emptyStep(candidates.length);
  for (let c = 0; c < candidates.length; c++) {
    const setting = candidates[c]!;
    const fitFirst = Math.exp(lastFit(shape, setting, index, setting.indent));
    const fitInner = Math.exp(lastFit(shape, setting, index, 0));
    step.asFirst[c] = first * Math.exp(indentWeight(line, setting, true));
    step.asInner[c] = Math.exp(indentWeight(line, setting, false));
    step.asHeading[c] = heading * Math.exp(headingIndent(line, setting));
    step.fitFirst[c] = fitFirst;
    step.fitInner[c] = fitInner;
    step.endFirst[c] = fitFirst * end;
    step.endInner[c] = fitInner * end;
    if (!hasNext) continue;
    step.joinFirst[c] = stay * Math.exp(joinFit(shape, setting, index, setting.indent));
    step.joinInner[c] = stay * Math.exp(joinFit(shape, setting, index, 0));
    step.changeInner[c] = stay * Math.exp(setting.prior - runChange.inner);
  }
  return step;
}

/** One block of memory for all arrays of a step: there is a step for each line. */
function emptyStep(count: number): Step {
  const memory = new Float64Array(10 * count);
  const part = (number: number) => memory.subarray(number * count, (number + 1) * count);
  return {
    asFirst: part(0),
    asInner: part(1),
    asHeading: part(2),
    endFirst: part(3),
    endInner: part(4),
    joinFirst: part(5),
    joinInner: part(6),
    fitFirst: part(7),
    fitInner: part(8),
    changeInner: part(9),
  };
}

interface Mass {
  first: Float64Array;
  inner: Float64Array;
  heading: Float64Array;
  /** What the masses were divided by to stay representable. */
  scale: number;
}

function newMass(count: number): Mass {
  const memory = new Float64Array(3 * count);
  return {
    first: memory.subarray(0, count),
    inner: memory.subarray(count, 2 * count),
    heading: memory.subarray(2 * count),
    scale: 1,
  };
}

function normalize(mass: Mass): Mass {
  let sum = 0;
  for (const part of [mass.first, mass.inner, mass.heading]) for (const value of part) sum += value;
  if (sum > 0) {
    for (const part of [mass.first, mass.inner, mass.heading]) {
      for (let c = 0; c < part.length; c++) part[c] = part[c]! / sum;
    }
    mass.scale = sum;
  }
  return mass;
}

function openMass(step: Step, mass: Mass): number {
  let open = 0;
  for (let c = 0; c < step.fitFirst.length; c++)
    open += mass.first[c]! * step.fitFirst[c]! + mass.inner[c]! * step.fitInner[c]!;
  return open;
}

const boost = Math.exp(headingAfterHeading);

function forward(steps: readonly Step[], candidates: readonly Setting[]): Mass[] {
  const priors = candidates.map((setting) => Math.exp(setting.prior));
  const change = priors.map((prior) => prior * Math.exp(-runChange.border));
  const masses: Mass[] = [];
  steps.forEach((step, at) => {
    const mass = newMass(candidates.length);
    const before = masses[at - 1];
    const last = steps[at - 1];
    const open = before && last ? openMass(last, before) : 0;
    const ended = candidates.map((_, c) =>
      before && last ? before.first[c]! * last.endFirst[c]! + before.inner[c]! * last.endInner[c]! : 0,
    );
    let total = 0;
    ended.forEach((value, c) => {
      total += value + (before?.heading[c] ?? 0);
    });
    for (let c = 0; c < candidates.length; c++) {
      const heading = before?.heading[c] ?? 0;
      const start = before ? ended[c]! + heading + total * change[c]! : priors[c]!;
      mass.first[c] = start * step.asFirst[c]!;
      mass.heading[c] = (start + heading * (boost - 1)) * step.asHeading[c]!;
      if (!before || !last) continue;
      const arriving =
        before.first[c]! * last.joinFirst[c]! +
        before.inner[c]! * last.joinInner[c]! +
        open * last.changeInner[c]!;
      mass.inner[c] = arriving * step.asInner[c]!;
    }
    masses.push(normalize(mass));
  });
  return masses;
}

function backward(steps: readonly Step[], candidates: readonly Setting[]): Mass[] {
  const count = candidates.length;
  const change = candidates.map((setting) => Math.exp(setting.prior - runChange.border));
  const masses: Mass[] = new Array(steps.length);
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at]!;
    const mass = newMass(count);
    const after = masses[at + 1];
    if (!after) {
      mass.first.set(step.endFirst);
      mass.inner.set(step.endInner);
      mass.heading.fill(1);
      masses[at] = normalize(mass);
      continue;
    }
    const next = steps[at + 1]!;
    const begin = candidates.map(
      (_, c) => next.asFirst[c]! * after.first[c]! + next.asHeading[c]! * after.heading[c]!,
    );
    let elsewhere = 0;
    let changed = 0;
    for (let c = 0; c < count; c++) {
      elsewhere += begin[c]! * change[c]!;
      changed += step.changeInner[c]! * next.asInner[c]! * after.inner[c]!;
    }
    for (let c = 0; c < count; c++) {
      const going = next.asInner[c]! * after.inner[c]!;
      const ended = begin[c]! + elsewhere;
      mass.first[c] = step.endFirst[c]! * ended + step.joinFirst[c]! * going + step.fitFirst[c]! * changed;
      mass.inner[c] = step.endInner[c]! * ended + step.joinInner[c]! * going + step.fitInner[c]! * changed;
      mass.heading[c] = ended + next.asHeading[c]! * after.heading[c]! * (boost - 1);
    }
    masses[at] = normalize(mass);
  }
  return masses;
}
