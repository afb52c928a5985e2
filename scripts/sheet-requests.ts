import type { VFileMessage } from 'vfile-message';
import { message } from './article/problem.js';
import { say } from './article/words/say.js';

/** Comments, addresses in their three forms, and strings, in which nothing is an address. */
const tokens =
  /\/\*[\s\S]*?(?:\*\/|$)|@import\s+(?:url\(\s*)?["']?(?<sheet>[^"')\s;]+)|url\(\s*["']?(?<address>[^"')]*)|image-set\(\s*["'](?<choice>[^"']*)|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/gi;

/**
 * Requests of a style sheet that are not served: pages are laid out without a network, and a sheet's own files are
 * embedded as data: addresses. Each is reported with its line.
 */
export function sheetRequests(css: string, path: string): VFileMessage[] {
  return [...css.matchAll(tokens)].flatMap(({ groups, index }) => {
    const { sheet, address = groups?.choice } = groups ?? {};
    const asked = (sheet ?? address)?.trim();
    if (!asked || /^(?:data:|#)/i.test(asked)) return [];
    const before = css.slice(0, index);
    const shown = asked.length > 80 ? `${asked.slice(0, 80)}…` : asked;
    const place = { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
    const note = sheet ? say('copy-rules') : say('as-data');
    return [message(say('sheet-address', shown), { path, place, note, ruleId: 'sheet-request' })];
  });
}
