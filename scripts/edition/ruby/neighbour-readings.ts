import { type FormModel, readFormModel, scoreForms } from '../lexicon/form-model.js';
import { readingForms } from './reading-table.js';

let model: FormModel | undefined;

/** Evidence (log-odds) of neighbours needed against the dictionary: for one-character words, and in longer ones. */
const decisive = { alone: 1, inWord: 2.5 };

/**
 * 多音字 by its neighbours: the reading that they support, where it differs from the dictionary's.
 *
 * @param text in Simplified characters.
 * @param found the dictionary's reading of each UTF-16 unit.
 */
export function neighbourReading(
  text: string,
  at: number,
  { found, isAlone }: { found: string; isAlone: boolean },
): string | undefined {
  model ??= readFormModel(readingForms);
  const entry = model.characters.get(text.charCodeAt(at));
  if (!entry) return undefined;
  const { forms } = entry;
  const scores = scoreForms(model, text, at);
  const best = scores.indexOf(Math.max(...scores));
  const known = forms.indexOf(found);
  const margin = scores[best]! - (known < 0 ? Math.min(...scores) : scores[known]!);
  // A reading that the sentences lack is the word's own: 银行.
  if (known < 0 && (!isAlone || forms.length === 1)) return isAlone ? forms[0] : undefined;
  return margin >= (isAlone ? decisive.alone : decisive.inWord) ? forms[best] : undefined;
}
