import type { CharacterDecision } from '../../article/overrides-file.js';
import { scriptOf } from '../../text/script-of.js';
import type { Change } from '../change.js';
import { detectScript } from '../detect-script.js';
import { contextOf, type Doubt } from '../doubt.js';
import { findNames, type Name, type Names } from '../lexicon/names.js';
import { applyVocabulary } from '../lexicon/vocabulary.js';
import type { ChineseRow } from '../row.js';
import { type Converted, convertStory } from './convert-script.js';
import { getConverter } from './converter.js';
import { decideCharacters } from './decided-characters.js';
import { findDoubts } from './find-doubts.js';
import { findMisprints } from './find-misprints.js';
import { keptSpans } from './kept-spans.js';
import { localizeMarks } from './localize-marks.js';
import { localizeQuotes } from './localize-quotes.js';
import { newStory, tellGivenNames } from './story.js';

export interface AdaptedText {
  changes: Change[];
  doubts: Doubt[];
}

export interface Adaptation {
  row: ChineseRow;
  names: Names;
  houseStyle?: Readonly<Record<string, string>> | false | undefined;
  vocabulary?: boolean | undefined;
  /** Least chance of an error, from 0 to 1, for which a spot is reported. */
  leastRisk?: number | undefined;
  /** Filled with the names that occur in the texts. */
  used?: Set<Name>;
  /** 定字: forms of characters that a person has decided. */
  characters?: readonly CharacterDecision[] | undefined;
}

/**
 * Adapts the blocks of a story to an edition: script, words, quotes, marks. Text that is already in the edition's
 * script stays as it is; a block in mixed scripts is converted and reported.
 */
export function adaptTexts(texts: readonly string[], adaptation: Adaptation): AdaptedText[] {
  const target = scriptOf(adaptation.row.id) ?? 'hant';
  const whole = detectScript(texts.join('\n'));
  const quotes = localizeQuotes(texts, target);
  const scripts = texts.map((text) => detectScript(text));
  const isDone = (index: number) => (scripts[index] === 'unknown' ? whole : scripts[index]) === target;
  const story = newStory(texts);
  tellGivenNames(story, adaptation.names, texts);
  const converted = convertStory(
    texts.map((text, index) => (isDone(index) ? undefined : text)),
    getConverter(adaptation.row, adaptation),
    story,
  );
  return texts.map((text, index) => {
    const own = converted[index];
    const result: AdaptedText = own
      ? adaptText(own, adaptation)
      : { changes: [], doubts: misprints(text, adaptation) };
    if (own && scripts[index] === 'mixed') result.doubts.push(mixedDoubt(text));
    const marks = whole === target ? [] : [...quotes[index]!.changes, ...localizeMarks(text, adaptation)];
    const taken = new Set(result.changes.map(({ start }) => start));
    for (const { at, mark } of marks)
      if (!taken.has(at)) result.changes.push({ start: at, end: at + 1, replacement: mark });
    result.changes.sort((a, b) => a.start - b.start);
    result.doubts.push(...quotes[index]!.doubts);
    return result;
  });
}

function adaptText(
  converted: Converted,
  { row, names, vocabulary, leastRisk, used, characters = [] }: Adaptation,
): AdaptedText {
  const { text, converter } = converted;
  const isKept = new Uint8Array(text.length);
  for (const [start, end] of keptSpans(text)) isKept.fill(1, start, end);
  const changes: Change[] = [];
  for (const { start, name } of findNames(names, text)) {
    const end = start + name.source.length;
    isKept.fill(1, start, end);
    used?.add(name);
    if (name.output !== name.source) changes.push({ start, end, replacement: name.output });
  }
  for (const [at, { as }] of decideCharacters(text, scriptOf(row.id) === 'hant' ? characters : [], {
    edition: row.id,
    converter,
  })) {
    if (isKept[at] === 1) continue;
    isKept[at] = 1;
    if (as !== text[at]) changes.push({ start: at, end: at + 1, replacement: as });
  }
  if (vocabulary) changes.push(...applyVocabulary(text, row, isKept));
  const { out } = converted;
  const isChanged = (at: number) =>
    isKept[at] === 0 && (out[at]!.length !== 1 || out[at]!.charCodeAt(0) !== text.charCodeAt(at));
  for (let at = 0; at < text.length; at++) {
    if (!isChanged(at)) continue;
    let end = at + 1;
    let replacement = out[at]!;
    const isPlain = replacement.length === 1;
    // A run of single-unit changes is one change; a longer change includes the units that it emptied.
    while (end < text.length && isChanged(end) && (isPlain ? out[end]!.length === 1 : out[end] === ''))
      replacement += out[end++];
    changes.push({ start: at, end, replacement });
    at = end - 1;
  }
  return { changes, doubts: findDoubts(converted, isKept, leastRisk) };
}

function misprints(text: string, { row, names, houseStyle }: Adaptation): Doubt[] {
  if (scriptOf(row.id) !== 'hant') return [];
  const isNamed = new Uint8Array(text.length);
  for (const { start, name } of findNames(names, text)) isNamed.fill(1, start, start + name.source.length);
  return findMisprints(text, getConverter(row, { houseStyle })).filter(({ start }) => isNamed[start] === 0);
}

function mixedDoubt(text: string): Doubt {
  return {
    start: 0,
    end: text.length,
    ruleId: 'mixed-script',
    source: text,
    reading: text,
    candidates: [],
    risk: 1,
    word: text,
    count: 1,
    context: contextOf(text, 0, 0),
  };
}
