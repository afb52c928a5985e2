import { contextText, type FormModel, scoreForms } from '../../lexicon/form-model.js';
import { marginOf, riskOf } from '../../lexicon/form-risk.js';
import { trapSurnames } from '../../lexicon/name-scores.js';
import type { Script } from '../script.js';
import { type Conversion, reasons } from './conversion.js';

/** Evidence of neighbours for another form (log-odds) that is needed where no word and no rule decided. */
const decisive = 0.5;
/** The same where the form is that of a surname: names have neighbours that were never counted. */
const certain = 5;
/** The same where the default is the everyday word: 里 as a measure follows numbers, which a rule knows. */
const usual = 3;

/** 语境: neighbours decide where no word did; then each form gets its probability of being wrong. */
export function weighForms(
  { model, risks }: Script,
  conversion: Conversion,
  [start, end]: readonly [number, number],
): void {
  if (!model || !risks) return;
  const { text, out, why, risk } = conversion;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const margin = model.characters.has(code) ? weigh(model, conversion, at) : 0;
    if (risks.characters.has(code))
      risk[at] = riskOf(risks, { char: text[at]!, form: out[at]!, why: why[at]!, margin });
  }
}

/** @returns by how much neighbours speak for the form that was decided, against the best other one. */
function weigh(model: FormModel, conversion: Conversion, at: number): number {
  const { text, out, why } = conversion;
  const { forms } = model.characters.get(text.charCodeAt(at))!;
  let decided = forms.indexOf(out[at]!);
  if (decided < 0) return 0;
  conversion.context ??= contextText(text);
  const scores = scoreForms(model, conversion.context, at);
  const best = scores.indexOf(Math.max(...scores));
  if (why[at] === reasons.default && scores[best]! - scores[decided]! >= leastMargin(text[at]!)) {
    decided = best;
    out[at] = forms[best]!;
    why[at] = reasons.model;
  }
  return marginOf(scores, decided);
}

function leastMargin(char: string): number {
  if (char === '里') return usual;
  return trapSurnames.has(char) ? certain : decisive;
}
