import { distance } from 'fastest-levenshtein';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { type Said, say, textOf } from './words/say.js';
import type { Language } from './words/sentence.js';

declare module 'vfile-message' {
  interface VFileMessage {
    /** Its sentence and remedy, in no language yet; `reason` and `note` are their English. */
    said?: Said;
    saidNote?: Said;
    /** The words in question, as far as a person needs them to recognise the place. */
    quoted?: string;
  }
}

/** The place of a problem, and its remedy. */
export interface ProblemPlace {
  /** The file's name for people. */
  path?: string;
  place?: Point | Position | undefined;
  /** The remedy. */
  note?: Said | undefined;
  /** Id of the check that found it. */
  ruleId?: string;
  /** The stage that reports it: restore, convert … */
  source?: string;
}

/**
 * Problem: the reason that no result can be made from the input. Thrown, it ends the command with exit code 1 and
 * this text, without a stack trace; anything else that is thrown is a bug of ours.
 *
 * @param reason a sentence of the tables in `words/`: \`say('no-file')\`; a new one is added there, in three languages.
 */
export function problem(reason: Said, place: ProblemPlace = {}): VFileMessage {
  const made = message(reason, place);
  made.fatal = true;
  return made;
}

/** The same for facts that a person should know or decide, and that stop nothing. */
export function message(
  reason: Said,
  { path, place, note, ruleId, source = 'chongpai' }: ProblemPlace = {},
): VFileMessage {
  const made = new VFileMessage(textOf(reason), { ...(place && { place }), ruleId, source });
  made.said = reason;
  if (path) made.file = path;
  if (note) Object.assign(made, { note: textOf(note), saidNote: note });
  return made;
}

/** The same for a file that flows: the message is added to its own. */
export function tell(file: VFile, reason: Said, place: Omit<ProblemPlace, 'path'>): void {
  const made = message(reason, { ...place, path: file.path });
  made.name = `${file.path}:${made.name}`;
  made.fatal = false;
  file.messages.push(made);
}

/** The reason that a message gives, in a language. */
export const reasonIn = ({ said, reason }: VFileMessage, language: Language = 'en'): string =>
  said ? textOf(said, language) : reason;

/** A message as one line, as compilers write it: `path:line:column: reason (remedy)`. */
export function formatMessage(message: VFileMessage, language: Language = 'en'): string {
  const { file, line, column, saidNote } = message;
  const reason = reasonIn(message, language);
  const note = saidNote ? textOf(saidNote, language) : message.note;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const head = place ? `${place}: ${reason}` : reason;
  return note ? `${head}\n  ${note}` : head;
}

/** The remedy for a mistyped word: the nearest of the allowed ones, if it is near. */
export function didYouMean(word: string, allowed: readonly string[]): { note?: Said } {
  const nearest = nearestOf(word, allowed);
  return nearest === undefined ? {} : { note: say('did-you-mean', nearest) };
}

/** The likeliest of the allowed words, or undefined when none resembles this one. */
export function nearestOf(word: string, allowed: readonly string[]): string | undefined {
  const scored = allowed.map((candidate) => {
    const [a, b] = [word.toLowerCase(), candidate.toLowerCase()];
    const far = distance(a, b) / Math.max(a.length, b.length);
    return { candidate, score: b.startsWith(a) || a.startsWith(b) ? Math.min(far, 0.4) : far };
  });
  const best = scored.sort((a, b) => a.score - b.score)[0];
  return best && best.score <= 0.5 ? best.candidate : undefined;
}
