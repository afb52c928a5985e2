import { depthLimit } from '../limits.js';
import { problem } from '../problem.js';
import { say } from '../words/say.js';

/** The mark that begins a nested block: of a quotation, a list or a numbered list; with the blanks before it. */
const sign = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;

/**
 * Limits the nesting of blocks: each level is read again for every level above it. People need a few; a thousand are
 * an attack, or noise.
 *
 * @throws a problem that names file and line, beyond the limit.
 */
export function refuseDeep(text: string, path: string): void {
  /** Columns of the signs that are open. */
  let open: number[] = [];
  let line = 0;
  for (const { 0: content } of text.matchAll(/.*(?:\r\n?|\n|$)/gu)) {
    line++;
    const signs = signsOf(content);
    if (signs.length > 0) open = [...open.filter((column) => column < signs[0]!), ...signs];
    else if (/^\S/.test(content)) open = [];
    if (open.length > depthLimit)
      throw problem(say('blocks-too-deep', depthLimit), {
        path,
        place: { line, column: 1 },
        ruleId: 'depth',
        note: say('escape-signs'),
      });
  }
}

/** Columns of the marks at the beginning of a line. Counting beyond the limit is unnecessary. */
function signsOf(line: string): number[] {
  const columns: number[] = [];
  sign.lastIndex = 0;
  while (columns.length <= depthLimit && sign.test(line)) columns.push(sign.lastIndex);
  return columns;
}
