import type { Point, Position } from 'unist';
import { VFileMessage } from 'vfile-message';

/** Where a problem is, and what helps. */
export interface ProblemPlace {
  /** The file, as a person would name it. */
  path?: string;
  place?: Point | Position | undefined;
  /** The remedy. */
  note?: string;
  /** Id of the check that found it. */
  ruleId?: string;
}

/**
 * Problem: why a result cannot be made from what we were given. Thrown, it ends the command with exit code 1 and
 * this text, without a stack trace; every other thing that is thrown is a bug of ours.
 */
export function problem(reason: string, { path, place, note, ruleId }: ProblemPlace = {}): VFileMessage {
  const message = new VFileMessage(reason, { ...(place && { place }), source: 'chongpai', ruleId });
  if (path) message.file = path;
  if (note) message.note = note;
  message.fatal = true;
  return message;
}

/** A message as one line, as compilers write it: `path:line:column: reason (remedy)`. */
export function formatMessage(message: VFileMessage): string {
  const place = [message.file, message.line, message.column].filter((part) => part !== undefined).join(':');
  const head = place ? `${place}: ${message.reason}` : message.reason;
  return message.note ? `${head}\n  ${message.note}` : head;
}
