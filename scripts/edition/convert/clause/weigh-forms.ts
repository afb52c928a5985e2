import { type FormModel, scoreForms } from '../../lexicon/form-model.js';
import { marginOf, neighboursOf, placeInWord, type Risks, riskOf } from '../../lexicon/form-risk.js';
import type { Script } from '../script.js';
import { type Conversion, reasons } from './conversion.js';

/** Evidence of neighbours for another form (log-odds) that is needed where no word and no rule decided. */
const decisive = 0.5;
/** Characters whose neighbours were right nine times in ten where they spoke against the default, on press. */
const decidedByNeighbours: ReadonlySet<string> = new Set('佛杯冲松准');
/** Evidence that the other characters need: the press has neighbours that were never counted, as names have. */
const certain = 5;
/** The same where neighbours know more than words: 里 as a measure follows numbers, which a rule knows; 5厘 is a rate. */
const usual = 3;

/** 语境: neighbours decide where no word did; then each form gets its probability of being wrong. */
export function weighForms(
  { model, risks }: Script,
  conversion: Conversion,
  [start, end]: readonly [number, number],
): void {
  if (!model || !risks) return;
  for (let at = start; at < end; at++) {
    const isKnown = model.isKnown[conversion.text.charCodeAt(at)] === 1;
    rateForm(risks, conversion, at, isKnown ? weigh(model, conversion, at) : 0);
  }
}

/**
 * Gives a form its probability of being wrong. The table of risks knows the forms that are printed, with a margin of 0
 * where region or house print another glyph than the neighbours were counted with (台 for 臺).
 */
export function rateForm(risks: Risks, conversion: Conversion, at: number, margin: number): void {
  const { text, out, why, risk, starts } = conversion;
  if (risks.isRated[text.charCodeAt(at)] === 0) return;
  risk[at] = riskOf(risks, {
    char: text[at]!,
    form: out[at]!,
    why: why[at]!,
    margin,
    before: neighboursOf(text, at, -1),
    after: neighboursOf(text, at, 1),
    inWord: placeInWord(text, starts, at),
  });
}

/** @returns by how much neighbours speak for the form that was decided, against the best other one. */
function weigh(model: FormModel, conversion: Conversion, at: number): number {
  const { text, out, why } = conversion;
  const { forms } = model.characters.get(text.charCodeAt(at))!;
  let decided = forms.indexOf(out[at]!);
  if (decided < 0) return 0;
  const scores = scoreForms(model, text, at);
  let best = 0;
  for (let form = 1; form < scores.length; form++) if (scores[form]! > scores[best]!) best = form;
  if (why[at] === reasons.default && scores[best]! - scores[decided]! >= leastMargin(text[at]!)) {
    decided = best;
    out[at] = forms[best]!;
    why[at] = reasons.model;
  }
  return marginOf(scores, decided);
}

function leastMargin(char: string): number {
  if (decidedByNeighbours.has(char)) return decisive;
  return char === '里' || char === '厘' ? usual : certain;
}
