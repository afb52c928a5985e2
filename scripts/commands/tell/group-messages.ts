import { say, textOf } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';

/** A message with its place, for reports and terminals. */
export interface PlacedMessage {
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
  rule?: string | undefined;
  reason: string;
}

/** Maximum number of lines listed per kind; a report has them all. */
const named = 8;

interface GroupOptions {
  language?: Language | undefined;
  /** A file's name as shown to people. */
  nameFile?: (file: string) => string;
}

/**
 * Messages for a terminal: one line per kind, with its count and places. Messages are of a kind when they have the same
 * rule and differ only in the words and the numbers that they quote.
 */
export function groupMessages(
  messages: readonly PlacedMessage[],
  { language = 'en', nameFile = (file: string) => file }: GroupOptions = {},
): string[] {
  const kinds = new Map<string, [PlacedMessage, ...PlacedMessage[]]>();
  for (const message of messages) {
    const known = kinds.get(kindOf(message));
    if (known) known.push(message);
    else kinds.set(kindOf(message), [message]);
  }
  return [...kinds.values()].map((all) => {
    const [{ file, line, column, reason, rule }] = all;
    const place = [file && nameFile(file), line, column].filter((part) => part !== undefined).join(':');
    const head = `${place ? `${place}: ` : ''}${reason}${rule ? ` (${rule})` : ''}`;
    if (all.length === 1) return head;
    const lines = [...new Set(all.flatMap((one) => one.line ?? []))];
    const listed = lines.slice(0, named).join(language === 'en' ? ', ' : '、');
    const told = [
      say('same-kind', all.length),
      ...(lines.length > 0 ? [say('on-lines', listed)] : []),
      ...(lines.length > named ? [say('lines-more', lines.length - named)] : []),
    ];
    return `${head}${told.map((said) => textOf(said, language)).join('')}`;
  });
}

function kindOf({ file, rule, reason }: PlacedMessage): string {
  return `${file} ${rule} ${reason.replace(/“[^”]*”|「[^」]*」|"[^"]*"|\b\d+\b/gu, '#')}`;
}
