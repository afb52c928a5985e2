import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { type BoxedPage, hasPlace, printPages } from './boxed.js';
import type { Read } from './reader.js';

/**
 * Recognised pages as printed ones; without any place on them a text, a line for each of theirs.
 *
 * @throws a problem when they have no text.
 */
export function readBoxed(pages: readonly BoxedPage[], path: string): Read {
  const lines = pages.flatMap((page) => page.lines).filter(({ text }) => /\S/u.test(text));
  if (lines.length === 0) throw problem(say('result-without-text'), { path, note: say('scan-anew') });
  const lost = lines.filter((line) => !hasPlace(line));
  if (lost.length === lines.length) return { text: linesIn(pages), encoding: 'utf-8' };
  return { pages: printPages(pages), ...(lost.length > 0 && { told: [tellLost(lost)] }) };
}

const linesIn = (pages: readonly BoxedPage[]) =>
  pages.map(({ lines }) => lines.map(({ text }) => `${text}\n`).join('')).join('\f');

/** Number of characters that are quoted. */
const quoted = 40;

function tellLost(lost: readonly { text: string }[]): string {
  const words = lost.map(({ text }) => text.trim()).join(' | ');
  const quote = words.length > quoted ? `${words.slice(0, quoted)}…` : words;
  return `${lost.length} lines of the result have no box, or an impossible one, and were put under the lines before them: ${quote} (if they are in a wrong place, let the recognition program write their boxes)`;
}
