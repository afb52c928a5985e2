import { type Said, say, textOf } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';

/** A message with its place, for reports and terminals. */
export interface PlacedMessage {
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
  rule?: string | undefined;
  reason: string;
  /** The same in no language yet. */
  said?: Said | undefined;
}

/** Maximum number of lines listed per kind; a report has them all. */
const named = 8;
/** Files with a line of their own for a kind. A book of 48 chapters had 48 lines, and its other kinds were not seen. */
const apart = 3;

interface GroupOptions {
  language?: Language | undefined;
  /** A file's name as shown to people. */
  nameFile?: (file: string) => string;
}

type Kind = [PlacedMessage, ...PlacedMessage[]];

/**
 * Messages for a terminal: one line per kind, with its count and places. Messages are of a kind when they have the same
 * rule and the same sentence, and differ only in the words and the numbers that they quote. A kind has a line for each
 * of its files, or a single one if these are many.
 */
export function groupMessages(
  messages: readonly PlacedMessage[],
  { language = 'en', nameFile = (file: string) => file }: GroupOptions = {},
): string[] {
  return groupBy(messages, kindOf)
    .flatMap((kind) => {
      const files = groupBy(kind, ({ file = '' }) => file);
      return files.length > apart ? [{ kind, files }] : files.map((one) => ({ kind: one, files: [one] }));
    })
    .map(({ kind, files }) => `${headOf(kind[0], nameFile)}${placesOf(kind, files.length, language)}`);
}

function headOf({ file, line, column, reason, rule }: PlacedMessage, nameFile: (file: string) => string) {
  const place = [file && nameFile(file), line, column].filter((part) => part !== undefined).join(':');
  return `${place ? `${place}: ` : ''}${reason}${rule ? ` (${rule})` : ''}`;
}

/** The count of a kind of several messages, and its lines or the number of its files. */
function placesOf(kind: Kind, files: number, language: Language): string {
  if (kind.length === 1) return '';
  const lines = files > 1 ? [] : [...new Set(kind.flatMap((one) => one.line ?? []))];
  const listed = lines.slice(0, named).join(language === 'en' ? ', ' : '、');
  return [
    say('same-kind', kind.length),
    ...(files > 1 ? [say('in-files', files)] : []),
    ...(lines.length > 0 ? [say('on-lines', listed)] : []),
    ...(lines.length > named ? [say('lines-more', lines.length - named)] : []),
  ]
    .map((said) => textOf(said, language))
    .join('');
}

/** Groups in the order of their first messages. */
function groupBy(messages: readonly PlacedMessage[], keyOf: (message: PlacedMessage) => string): Kind[] {
  const groups = new Map<string, Kind>();
  for (const message of messages) {
    const known = groups.get(keyOf(message));
    if (known) known.push(message);
    else groups.set(keyOf(message), [message]);
  }
  return [...groups.values()];
}

const kindOf = ({ rule, reason, said }: PlacedMessage): string =>
  `${rule} ${said ? sentenceOf(said) : reason.replace(/“[^”]*”|「[^」]*」|"[^"]*"|\b\d+\b/gu, '#')}`;

/** The ids of a sentence and of the sentences in it. */
const sentenceOf = ({ id, values }: Said): string =>
  [id, ...values.map((value) => (typeof value === 'object' && 'id' in value ? sentenceOf(value) : ''))].join(
    ' ',
  );
