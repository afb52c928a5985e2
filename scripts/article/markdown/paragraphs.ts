import type { Break, Paragraph, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Point } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { isCjkPunctuation, isHan, isOtherWide } from '../../text/characters.js';

/**
 * 段首空格: ideographic spaces at the start of a paragraph are its indent, which the style sheet makes. A line that
 * begins with two of them begins a paragraph. In place.
 */
export function remarkIndents() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (!parent || index === undefined || node.data?.role === 'verse') return undefined;
      const parts = splitAtIndents(node, file);
      for (const part of parts) stripIndent(part, file);
      (parent as Parents & { children: RootContent[] }).children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

const indentedLine = /\n[ \t]*\u3000\u3000/u;

function splitAtIndents(node: Paragraph, file: VFile): Paragraph[] {
  const parts: Paragraph[] = [{ ...node, children: [] }];
  const open = () => parts.at(-1)!.children;
  for (const child of node.children) {
    let rest = child;
    for (;;) {
      const at = rest.type === 'text' ? indentedLine.exec(rest.value)?.index : undefined;
      if (at === undefined || rest.type !== 'text') break;
      const [line, next] = cutText(rest, at, file);
      if (line.value !== '') open().push(line);
      const { children: _, data: __, ...same } = node;
      const position = same.position && next.position && { ...same.position, start: next.position.start };
      parts.push({ ...same, ...(position && { position }), children: [] });
      [, rest] = cutText(next, 1, file); // after the end of the line
    }
    open().push(rest);
  }
  return parts.filter(({ children }) => children.length > 0);
}

function stripIndent({ children }: Paragraph, file: VFile): void {
  const [first] = children;
  if (first?.type !== 'text') return;
  const blanks = /^[\n \t]*\u3000+/u.exec(first.value)?.[0].length ?? 0;
  // A space written as &#x3000; is intended.
  if (blanks === 0 || String(file)[first.position?.start.offset ?? -1] === '&') return;
  const [, rest] = cutText(first, blanks, file);
  children.splice(0, 1, ...(rest.value === '' ? [] : [rest]));
}

/** Splits a text in two; the second begins at `at`, an offset in its value. Both keep their places in the file. */
export function cutText(node: Text, at: number, file: VFile): [Text, Text] {
  const middle = node.position && pointAt(node, at, file);
  const [start, end] = [node.position?.start, node.position?.end];
  return [
    {
      type: 'text',
      value: node.value.slice(0, at),
      ...(middle && { position: { start: start!, end: middle } }),
    },
    { type: 'text', value: node.value.slice(at), ...(middle && { position: { start: middle, end: end! } }) },
  ];
}

/** Place of a character of a text in the file; its later lines begin after their margin (`> `). */
function pointAt({ value, position }: Text, at: number, file: VFile): Point {
  const { line, column, offset = 0 } = position!.start;
  const lines = value.slice(0, at).split('\n');
  if (lines.length === 1) return { line, column: column + at, offset: offset + at };
  const place = { line: line + lines.length - 1, column: 1 };
  const start = location(file).toOffset(place) ?? offset;
  const before = lines.at(-1)!.length;
  const found = String(file).indexOf(value.slice(at - before, at + 1), start);
  const shift = found < 0 ? before : found - start + before;
  return { ...place, column: 1 + shift, offset: start + shift };
}

/**
 * 软换行: a line end in the file is a space between words, but not between Chinese characters or marks. Where it is
 * none, the text is split, so that every part keeps its place in the file. In verse, and in rows of a table as the
 * source has them, it ends a line as a backslash before it does. In place.
 */
export function remarkSoftBreaks() {
  return (tree: Root, file: VFile): void => {
    for (const block of tree.children)
      if (block.type === 'paragraph' && linewise.has(block.data?.role ?? ''))
        block.children = block.children.flatMap((child) => keepLines(child, file));
    visit(tree, (node) => {
      if ('children' in node && node.children.some(({ type }) => type === 'text'))
        node.children = joinLines(node.children as PhrasingContent[], file) as typeof node.children;
    });
  };
}

/** Roles of blocks whose lines are their author's. */
const linewise = new Set<string>(['verse', 'table']);

function keepLines(child: PhrasingContent, file: VFile): PhrasingContent[] {
  if (child.type !== 'text') return [child];
  const at = child.value.indexOf('\n');
  if (at < 0) return [child];
  const [line, rest] = cutText(child, at, file);
  const [end, next] = cutText(rest, 1, file);
  const lineBreak: Break = { type: 'break', ...(end.position && { position: end.position }) };
  return [
    ...(line.value === '' ? [] : [line]),
    lineBreak,
    ...(next.value === '' ? [] : keepLines(next, file)),
  ];
}

function joinLines(children: readonly PhrasingContent[], file: VFile): PhrasingContent[] {
  return children.flatMap((child, index) => {
    if (child.type !== 'text' || !child.value.includes('\n')) return [child];
    const parts: Text[] = [];
    let rest = child;
    for (let from = 0; ; ) {
      const at = rest.value.indexOf('\n', from);
      if (at < 0) break;
      const before = rest.value.slice(0, at) || edgeOf(children[index - 1], 'end');
      const after = rest.value.slice(at + 1) || edgeOf(children[index + 1], 'start');
      if (!isJoined(lastOf(before), firstOf(after))) {
        from = at + 1;
        continue;
      }
      const [line, next] = cutText(rest, at, file);
      if (line.value !== '') parts.push(line);
      [, rest] = cutText(next, 1, file);
      from = 0;
    }
    return rest.value === '' ? parts : [...parts, rest];
  });
}

/** The text at the edge of a neighbour, whatever markup it is in. */
function edgeOf(node: PhrasingContent | undefined, side: 'start' | 'end'): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  return 'children' in node ? edgeOf(node.children.at(side === 'end' ? -1 : 0) as PhrasingContent, side) : '';
}

const firstOf = (text: string) => [...text.slice(0, 2)][0] ?? '';
const lastOf = (text: string) => [...text.slice(-2)].at(-1) ?? '';

/** Quotes, dashes and dots, which Latin text has too, join only with Chinese characters. */
const isShared = (char: string) => /[\u2010-\u2027·•]/u.test(char);
const isChinese = (char: string) =>
  isHan(char) || isCjkPunctuation(char) || (isOtherWide(char) && !isHangul(char));
const isHangul = (char: string) => /\p{Script=Hangul}/u.test(char);
const isFullMark = (char: string) => isCjkPunctuation(char) && !isShared(char);

/** True if a line end between these two characters is no space. */
export function isJoined(before: string, after: string): boolean {
  if (before === '' || after === '') return false;
  return (isChinese(before) && isChinese(after)) || isFullMark(before) || isFullMark(after);
}
