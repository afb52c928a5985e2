import { problem } from '../problem.js';
import { say } from '../words/say.js';

/**
 * Signs of a paragraph that may begin something: with as many open ones, Markdown takes time by their square, 5 s for
 * these. A paragraph with a reading over each character has 4 of them a character.
 */
const mostSigns = 12_000;

/**
 * Refuses paragraphs of nothing but signs.
 *
 * @throws a problem that names file and line, beyond the limit.
 */
export function refuseDense(text: string, path: string): void {
  let [line, first, signs] = [0, 1, 0];
  for (const { 0: content } of text.matchAll(/.*(?:\r\n?|\n|$)/gu)) {
    line++;
    if (content.trim() === '') [first, signs] = [line + 1, 0];
    else signs += content.match(/[<[\]`&*_]|\\\(/g)?.length ?? 0;
    if (signs > mostSigns)
      throw problem(say('too-many-signs', mostSigns), {
        path,
        place: { line: first, column: 1 },
        ruleId: 'size',
        note: say('escape-signs'),
      });
  }
}
