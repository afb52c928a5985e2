import { alignments } from './alignments.js';
import { bounds } from './bounds.js';
import { decisions } from './decisions.js';
import { files } from './files.js';
import { layout } from './layout.js';
import { leftovers } from './leftovers.js';
import { machine } from './machine.js';
import { making } from './making.js';
import { manuscripts } from './manuscripts.js';
import { markup } from './markup.js';
import { pictures } from './pictures.js';
import { press } from './press.js';
import { publications } from './publications.js';
import { inLanguage, type Language, type Sentence } from './sentence.js';
import { sheets } from './sheets.js';
import { sources } from './sources.js';
import { terminal } from './terminal.js';
import { translations } from './translations.js';

/**
 * 用语: all sentences of chongpai, by id; `{1}` is replaced by a value, `{1:page|pages}` by the word for that many.
 */
const sentences = {
  ...bounds,
  ...pictures,
  ...sheets,
  ...press,
  ...manuscripts,
  ...markup,
  ...leftovers,
  ...publications,
  ...files,
  ...sources,
  ...machine,
  ...decisions,
  ...making,
  ...layout,
  ...translations,
  ...alignments,
  ...terminal,
};

export type SentenceId = keyof typeof sentences;
/** True if a text is the id of a sentence: a schema can only name one. */
export const isSentenceId = (text: string): text is SentenceId => Object.hasOwn(sentences, text);

/**
 * A value in a sentence. It may be a sentence itself, such as the reason of an error, or a name in each language. An
 * undefined value leaves its place empty.
 */
export type Value = string | number | Said | Sentence | undefined;

/** A sentence with its values, in no language yet. Plain JSON. */
export interface Said {
  id: SentenceId;
  values: readonly Value[];
}

/** The numbers in braces of a sentence, as keys of their values. */
type HolesOf<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesOf<Rest>
  : never;
type ValuesOf<Hole> = '6' extends Hole
  ? [Value, Value, Value, Value, Value, Value]
  : '5' extends Hole
    ? [Value, Value, Value, Value, Value]
    : '4' extends Hole
      ? [Value, Value, Value, Value]
      : '3' extends Hole
        ? [Value, Value, Value]
        : '2' extends Hole
          ? [Value, Value]
          : '1' extends Hole
            ? [Value]
            : [];

/** A sentence of the table with its values. The compiler demands as many values as its English form has numbers. */
export function say<Id extends SentenceId>(
  id: Id,
  ...values: ValuesOf<HolesOf<(typeof sentences)[Id][2]>>
): Said {
  return { id, values };
}

const holes = /\{(\d)(?::([^|}]*)\|([^}]*))?\}/g;

/** The text of a sentence in a language. */
export function textOf({ id, values }: Said, language: Language = 'en'): string {
  const sentence: Sentence = sentences[id];
  return inLanguage(sentence, language).replace(holes, (_, number, one, many) => {
    const value = values[Number(number) - 1] ?? '';
    if (one !== undefined) return value === 1 ? one : many;
    if (typeof value !== 'object') return shortened(String(value));
    return 'id' in value ? textOf(value, language) : inLanguage(value, language);
  });
}

/** A value from a file may fill the screen, so it is shortened beyond 4,096 characters, the longest path. */
const shortened = (text: string) => (text.length > 4_096 ? `${text.slice(0, 200)}…` : text);

/** Every form of every sentence, for fonts that need all their characters. */
export const allSentences: readonly Sentence[] = Object.values(sentences);
