import { keepNames } from '../../lexicon/people/persons.js';
import { segment } from '../../lexicon/segment.js';
import { getWords } from '../../lexicon/words.js';
import type { Script } from '../script.js';
import { applyContexts, applyRules } from './apply-contexts.js';
import { type Conversion, reasons } from './conversion.js';
import { keepNameVariants } from './keep-name-variants.js';
import { putWords } from './match-phrases.js';
import { bordersOf, endsOf, peopleOf } from './scratch.js';
import { weighForms } from './weigh-forms.js';

/**
 * Converts a run of Han characters. A phrase of the dictionaries counts only where it begins and ends with words of an
 * independent segmentation: 市长|发表 is not 长发, 我国|历史 not 国历.
 */
export function convertClause(
  script: Script,
  conversion: Conversion,
  [start, end]: readonly [number, number],
): void {
  const { text, out } = conversion;
  let isPlain = true;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    out[index] = script.units[unit]!;
    if (script.isAmbiguous[unit] === 1) isPlain = false;
  }
  if (isPlain) {
    if (!script.keepsNames) keepNameVariants(conversion, [start, end]);
    return;
  }
  const ends = endsOf(end - start);
  const people = script.keepsNames ? peopleOf(end - start) : undefined;
  segment(text, [start, end], getWords(), ends, people);
  const isBorder = bordersOf(ends, end - start);
  for (let at = 0; at < end - start; at = ends[at]!) conversion.starts[start + at] = 1;
  const run = { start, end, ends, isBorder, people };
  putWords(script, conversion, run);
  applyContexts(script, conversion, run);
  applyRules(script, conversion, [start, end]);
  if (people)
    keepNames({ text, start, end, ends, people }, conversion.story, (at, form, isGiven) => {
      // 党媒, 半个钟内: a firm rule knows more than the look of a name.
      if (conversion.rules.get(at)?.isFirm) return;
      // 马岳 is a word of the press, with the form that this person writes.
      if (isGiven && conversion.why[at] === reasons.own) return;
      out[at] = form;
      conversion.why[at] = reasons.name;
    });
  else keepNameVariants(conversion, [start, end]);
  weighForms(script, conversion, [start, end]);
}
