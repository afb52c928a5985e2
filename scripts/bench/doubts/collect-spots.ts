import { type Converted, convertStory } from '../../edition/convert/convert-script.js';
import { getConverter } from '../../edition/convert/converter.js';
import { wordAt } from '../../edition/convert/find-doubts.js';
import { countScripts } from '../../edition/detect-script.js';
import { scoreForms } from '../../edition/lexicon/form-model.js';
import { marginOf, neighboursOf, placeInWord, type RiskSpot } from '../../edition/lexicon/form-risk.js';
import type { ChineseRow } from '../../edition/row.js';
import { isHan } from '../../text/characters.js';
import { isOwnSpelling, simplified } from '../simplified.js';
import { rootOf } from '../variants.js';

/** A character of which there are several forms, and whether the one that was decided is what people wrote. */
export interface Spot extends RiskSpot {
  isWrong: boolean;
  /** Risk by the table in use. */
  risk: number;
  /** The entry in the list of doubts of its story: a word and its form. */
  entry: string;
}

/**
 * Converts Traditional stories from Simplified again, and counts the lines that `isTraditionalPress` takes.
 */
export function collectSpots(
  stories: readonly (readonly string[])[],
  row: ChineseRow,
): { spots: Spot[]; han: number } {
  const converter = getConverter(row);
  const spots: Spot[] = [];
  let han = 0;
  for (const [number, lines] of stories.entries()) {
    const converted = convertStory(
      lines.map((line) => simplified(line, row.id)),
      converter,
    );
    for (const [index, truth] of lines.entries()) {
      const own = converted[index];
      if (own === undefined || !isTraditionalPress(truth)) continue;
      for (let at = 0; at < own.text.length; at++) if (isHan(own.text.charCodeAt(at))) han++;
      read(spots, own, { truth, edition: row.id, number });
    }
  }
  return { spots, han };
}

const cantonese = /[唔嘅咗哋佢喺啲咁嚟嘢冇乜睇畀噉]/;

/**
 * True for a line that shows how the press spells. Cantonese has words of its own; a line with a Simplified character is a
 * quotation that the paper did not convert, or converted in part.
 */
export const isTraditionalPress = (line: string) => !cantonese.test(line) && countScripts(line).hans === 0;

function read(
  spots: Spot[],
  { text: source, out, why, risk, starts, converter }: Converted,
  { truth, edition, number }: { truth: string; edition: string; number: number },
): void {
  const { forms, model } = converter.script;
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!;
    if (isOwnSpelling(source, at, edition)) continue;
    // A form of the house alone would be counted where it is wrong, and never where it is right.
    if (!isAmong(forms.get(char), truth[at]!) || !isAmong(forms.get(char), out[at]!)) continue;
    const entry = model?.characters.get(source.charCodeAt(at));
    const decided = entry?.forms.indexOf(out[at]!) ?? -1;
    spots.push({
      char,
      form: out[at]!,
      why: why[at]!,
      before: neighboursOf(source, at, -1),
      after: neighboursOf(source, at, 1),
      inWord: placeInWord(source, starts, at),
      margin: model && decided >= 0 ? marginOf(scoreForms(model, source, at), decided) : 0,
      isWrong: rootOf(out[at]!) !== rootOf(truth[at]!),
      risk: risk[at]!,
      entry: `${number} ${wordAt(source, starts, at)} ${out[at]}`,
    });
  }
}

/**
 * True if a character has several forms, and the printed one is among them. What no dictionary has is another word, or a
 * misprint: no error of a converter.
 */
export function isAmong(forms: readonly string[] | undefined, printed: string): boolean {
  if (!forms) return false;
  const roots = rootsOf(forms);
  return roots.size > 1 && roots.has(rootOf(printed));
}

const known = new Map<readonly string[], ReadonlySet<string>>();

function rootsOf(forms: readonly string[]): ReadonlySet<string> {
  const found = known.get(forms) ?? new Set(forms.map(rootOf));
  known.set(forms, found);
  return found;
}
