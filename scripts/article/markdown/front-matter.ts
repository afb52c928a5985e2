import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Matter } from '../article.js';
import { matterKeys, readMatter } from '../matter.js';
import { problem, tell } from '../problem.js';
import { say } from '../words/say.js';

declare module 'vfile' {
  interface DataMap {
    /** Front matter of an article, read by `remarkMatter`. */
    matter: Matter;
  }
}

/** Place of the front matter in a text: blank lines may precede it. */
export interface FrontMatter {
  /** Offsets of the lines between the fences, and after the second. */
  start: number;
  end: number;
  after: number;
  /** Number of the first of those lines. */
  line: number;
}

const opening = /^\ufeff?(?:[ \t\u3000]*\r?\n)*---[ \t]*\r?\n/;
const closing = /^---[ \t]*$/m;
/** A key and a colon: text after a mere rule (---) does not begin with them. */
const keyLine = /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*[\p{L}_][\p{L}\w-]*[ \t]*[:：]/u;

/** The front matter that a text begins with; `open` where its second fence is missing. */
export function findFrontMatter(text: string): FrontMatter | 'open' | undefined {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const rest = text.slice(start);
  const found = closing.exec(rest.replaceAll('\r', ' '));
  const isMatter = keyLine.test(rest);
  if (!found) return isMatter ? 'open' : undefined;
  const inside = rest.slice(0, found.index);
  if (!isMatter && !/^(?:\s*|- [\s\S]*)$/.test(inside)) return undefined;
  const line = text.slice(0, start).split('\n').length;
  return { start, end: start + found.index, after: start + found.index + found[0].length, line };
}

/** A text with its front matter replaced by blanks: all offsets after it stay the same. */
export function withoutFrontMatter(text: string): string {
  const found = findFrontMatter(text);
  if (!found || found === 'open') return text;
  return text.slice(0, found.after).replace(/[^\r\n]/g, ' ') + text.slice(found.after);
}

/**
 * 稿头: reads the lines between `---` before remark-parse reads the rest; they are in `file.data.matter`.
 *
 * @throws a problem with file, line and column when they are wrong.
 */
export function remarkMatter(this: Processor): void {
  const inner = this.parser as (text: string, file: VFile) => Root;
  this.parser = (text: string, file: VFile): Root => {
    const found = findFrontMatter(text);
    if (found === 'open')
      throw problem(say('open-front-matter'), {
        path: file.path,
        place: { line: text.slice(0, text.indexOf('---')).split('\n').length, column: 1 },
        ruleId: 'yaml',
        note: say('close-front-matter'),
      });
    file.data.matter = found ? readLines(text.slice(found.start, found.end), found.line, file) : {};
    return inner(withoutFrontMatter(text), file);
  };
}

function readLines(lines: string, firstLine: number, file: VFile): Matter {
  const yaml = lines
    .replace(/\r?\n$/, '')
    .split('\n')
    .map((line, index, all) => (/^[ \t]+\S/.test(all[index + 1] ?? '') ? line : plainLine(line)));
  tellComments(yaml, firstLine, file);
  return readMatter(yaml.join('\n'), { path: file.path, firstLine });
}

const keyed = new RegExp(`^(${matterKeys.join('|')})[ \\t]*[:：][ \\t]*(.*?)([ \\t\\r]*)$`);

/**
 * Quotes values that are clear to people but not to YAML: `kicker: 第3期 #乡村振兴`, `*重要*通知`, `@张三`, `专访: 王林`,
 * `“三个一”`. Values that are quoted or structured already stay as they are.
 */
function plainLine(line: string): string {
  const [, key, value = '', rest = ''] = keyed.exec(line) ?? [];
  if (!key || value === '' || /^[|>][-+\d]*$/.test(value)) return line;
  if (/^"(?:[^"\\]|\\.)*"$|^'(?:[^']|'')*'$/.test(value)) return line;
  // An unclosed quote or bracket, and a list, are not plain text: YAML reports the fault. One word in brackets is.
  const isWord = key !== 'byline' && /^(?:\[[^\],]+\]|\{[^}:,]+\})$/.test(value);
  if (!isWord && /^(?:"[^"]*|'[^']*|\[.*\]|\[[^\]]*|\{.*\}|\{[^}]*)$/.test(value)) return line;
  const [text = ''] = value.split(/(?=[ \t]#(?:[ \t]|$))/);
  const shown = text.replace(/<!--.*?-->/g, '').replace(/[ \t]+$/, '');
  return `${key}: ${shown === '' ? '' : JSON.stringify(shown)}${value.slice(text.length)}${rest}`;
}

function tellComments(lines: readonly string[], firstLine: number, file: VFile): void {
  lines.forEach((line, index) => {
    const [, comment] = /^\w+: (?:"(?:[^"\\]|\\.)*"|'[^']*')[ \t]+(#.*?)\s*$/.exec(line) ?? [];
    if (!comment) return;
    tell(file, say('front-matter-comment', comment), {
      place: { line: firstLine + index, column: Math.max(1, line.indexOf(comment)) },
      ruleId: 'yaml',
      note: say('quote-line'),
    });
  });
}
