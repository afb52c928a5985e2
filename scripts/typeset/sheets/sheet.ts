import { type CssNode, parse } from 'css-tree/dist/csstree.esm';
import type { VFileMessage } from 'vfile-message';
import { depthLimit } from '../../article/limits.js';
import { message, problem } from '../../article/problem.js';
import { type Said, say } from '../../article/words/say.js';

/** A designer's style sheet: its text, its path, and its tree. */
export interface Sheet {
  css: string;
  path: string;
  tree: CssNode;
}

/**
 * @throws a problem with its line where braces do not match, since CSS would ignore the rest, and where brackets are
 *   nested so deep that a browser's tab crashes.
 */
export function parseSheet(css: string, path: string): Sheet {
  checkBraces(css, path);
  return { css, path, tree: parse(css, { positions: true, parseCustomProperty: false }) };
}

/** A problem of a node of a sheet, with its line. */
export function sheetProblem({ path }: Sheet, node: CssNode, reason: Said, note: Said): VFileMessage {
  const start = node.loc?.start;
  return problem(reason, {
    path,
    ...(start && { place: { line: start.line, column: start.column } }),
    ruleId: 'style',
    note,
  });
}

/** The same for facts that a designer should know, and that stop nothing. */
export function sheetMessage({ path }: Sheet, node: CssNode, [reason, note]: [Said, Said]): VFileMessage {
  const start = node.loc?.start;
  return message(reason, {
    path,
    ...(start && { place: { line: start.line, column: start.column } }),
    ruleId: 'style',
    note,
  });
}

const tokens =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|url\([^"')]*\)|[{}()[\]]/gi;

function checkBraces(css: string, path: string): void {
  const open: number[] = [];
  const at = (index: number) => ({
    path,
    place: { line: css.slice(0, index).split('\n').length, column: index - css.lastIndexOf('\n', index - 1) },
    ruleId: 'style',
  });
  let brackets = 0;
  for (const { 0: token, index } of css.matchAll(tokens)) {
    if (/[([]/.test(token[0]!)) brackets++;
    if (/[)\]]/.test(token[0]!)) brackets = Math.max(0, brackets - 1);
    if (brackets + open.length > depthLimit)
      throw problem(say('sheet-too-deep', depthLimit), { ...at(index), note: say('simpler-rule') });
    if (token === '{') open.push(index);
    if (token !== '}') continue;
    if (open.pop() === undefined)
      throw problem(say('stray-brace'), {
        ...at(index),
        note: say('take-brace-out'),
      });
  }
  const last = open.at(-1);
  if (last !== undefined)
    throw problem(say('open-brace'), {
      ...at(last),
      note: say('behind-brace'),
    });
}
