import { convertScript } from '../../edition/convert/convert-script.js';
import type { Converter } from '../../edition/convert/converter.js';
import { chanceOf, contextText, marginOf, scoreForms } from '../../edition/lexicon/form-model.js';
import { simplify } from '../../edition/lexicon/own-words.js';
import { rootOf } from '../convert/variants.js';

interface Spot {
  char: string;
  margin: number;
  isWrong: boolean;
}

export interface DoubtFit {
  fits: [intercept: number, slope: number][];
  /** By way: additional log-odds of error of a character's forms over the fit. */
  shifts: Map<string, number>[];
}

/**
 * Rates of error of a form, by the way in which it was found and by the evidence of its neighbours: intercept and slope
 * of a logistic fit for each way.
 *
 * @param lines Traditional text that was not used for counting.
 */
export function fitDoubts(lines: readonly string[], converter: Converter): DoubtFit {
  const spots: Spot[][] = [];
  for (const truth of lines) {
    const source = simplify(truth);
    if (source.length === truth.length) read(spots, { source, truth, converter });
  }
  const fits = Array.from(spots, (list = []) => fitLine(list));
  return { fits, shifts: fits.map((fit, why) => shiftsOf(spots[why] ?? [], fit)) };
}

function read(
  spots: Spot[][],
  { source, truth, converter }: { source: string; truth: string; converter: Converter },
): void {
  const { model } = converter.script;
  if (!model) return;
  const { out, why } = convertScript(source, converter);
  const context = contextText(source);
  for (let at = 0; at < source.length; at++) {
    const entry = model.characters.get(source.charCodeAt(at));
    if (!entry) continue;
    const roots = entry.forms.map(rootOf);
    const decided = roots.indexOf(rootOf(out[at]!));
    if (decided < 0 || !roots.includes(rootOf(truth[at]!))) continue;
    const scores = scoreForms(model, context, at);
    const others = scores.filter((_, form) => form !== decided);
    const list = spots[why[at]!] ?? [];
    spots[why[at]!] = list;
    list.push({
      char: source[at]!,
      margin: marginOf(scores[decided]!, Math.max(...others)),
      isWrong: roots[decided] !== rootOf(truth[at]!),
    });
  }
}

/** Number of imaginary expected errors: few spots prove little. */
const prior = 1;

function shiftsOf(spots: readonly Spot[], fit: readonly [number, number]): Map<string, number> {
  const counts = new Map<string, { wrong: number; expected: number }>();
  for (const { char, margin, isWrong } of spots) {
    const count = counts.get(char) ?? { wrong: 0, expected: 0 };
    count.expected += chanceOf(fit, margin);
    if (isWrong) count.wrong++;
    counts.set(char, count);
  }
  return new Map(
    [...counts].map(([char, { wrong, expected }]) => [char, Math.log((wrong + prior) / (expected + prior))]),
  );
}

/** With fewer spots nothing can be fitted: the fit of the others is used. */
const leastSpots = 200;
const usual: [number, number] = [-1.5, -0.9];

/** Newton's method; two numbers, so its matrix is inverted by hand. */
function fitLine(spots: readonly Spot[]): [number, number] {
  if (spots.length < leastSpots) return usual;
  let [intercept, slope] = usual;
  for (let round = 0; round < 60; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-2, 0, 1e-2];
    for (const { margin, isWrong } of spots) {
      const chance = 1 / (1 + Math.exp(-(intercept + slope * margin)));
      const error = chance - (isWrong ? 1 : 0);
      const spread = chance * (1 - chance);
      g0 += error;
      g1 += error * margin;
      h00 += spread;
      h01 += spread * margin;
      h11 += spread * margin * margin;
    }
    const determinant = h00 * h11 - h01 * h01;
    intercept -= bounded((h11 * g0 - h01 * g1) / determinant);
    slope -= bounded((h00 * g1 - h01 * g0) / determinant);
  }
  return [intercept, slope];
}

const bounded = (step: number) => Math.max(-0.5, Math.min(0.5, step));
