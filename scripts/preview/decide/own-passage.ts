import type { Node, Root } from 'mdast';
import { isMap, parseDocument } from 'yaml';
import { parseArticle } from '../../article/markdown.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

interface OwnEdit {
  block: string;
  before: string;
  after: string;
}

/**
 * 改稿件: a passage of a manuscript with a block's words changed; its markup stays. `block` is the number of the block, or
 * a part of the front matter.
 *
 * @throws a problem when the block does not have the words any more, or markup stands in the middle of the change.
 */
export function ownPassage(name: string, text: string, edit: OwnEdit): { before: string; after: string } {
  if (!/^\d+$/.test(edit.block)) return matterPassage(name, text, edit);
  const { tree } = parseArticle(name.replace(/\.md$/, ''), name, text);
  const places = placesOf(tree.children[Number(edit.block)] ?? tree, text);
  const [from, to] = [[...edit.before], [...edit.after]];
  if (places.map(({ text }) => text).join('') !== edit.before) throw gone(name);
  let head = 0;
  while (head < Math.min(from.length, to.length) && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const start = places[head]?.start ?? places.at(-1)!.end;
  const end = head < from.length - tail ? places[from.length - tail - 1]!.end : start;
  for (let at = head + 1; at < from.length - tail; at++)
    if (places[at]!.start !== places[at - 1]!.end)
      throw problem(say('markup-between'), { path: name, note: say('edit-file') });
  const words = to
    .slice(head, to.length - tail)
    .join('')
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replaceAll('\n', '\\\n');
  return unique(text, start, end, words);
}

/** A passage that stands once, with enough text before and behind it. */
function unique(text: string, start: number, end: number, words: string): { before: string; after: string } {
  let [from, to] = [start, end];
  const isUnique = () => {
    const before = text.slice(from, to);
    return before !== '' && text.indexOf(before) === text.lastIndexOf(before);
  };
  while (!isUnique() && (from > 0 || to < text.length)) {
    from = Math.max(0, from - 8);
    to = Math.min(text.length, to + 8);
  }
  return { before: text.slice(from, to), after: text.slice(from, start) + words + text.slice(end, to) };
}

interface Place {
  text: string;
  start: number;
  end: number;
}

/** The characters of a block, with their places in the file: an escaped one has two. */
function placesOf(node: Node | Root, file: string): Place[] {
  const start = node.position?.start.offset;
  if (node.type === 'break') return [{ text: '\n', start: start ?? 0, end: node.position?.end.offset ?? 0 }];
  if ('value' in node && node.type !== 'html') return charactersOf(String(node.value), start ?? 0, file);
  return 'children' in node ? (node.children as Node[]).flatMap((child) => placesOf(child, file)) : [];
}

function charactersOf(value: string, from: number, file: string): Place[] {
  let at = from;
  return [...value].map((text) => {
    const start = at;
    if (file[at] === '\\' && file.startsWith(text, at + 1)) at++;
    else if (!file.startsWith(text, at))
      at += (/^&#?\w+;/.exec(file.slice(at, at + 12))?.[0].length ?? 1) - text.length;
    at += text.length;
    return { text, start, end: at };
  });
}

function matterPassage(name: string, text: string, { block, before, after }: OwnEdit) {
  const [matter = '', yaml = ''] = /^---\r?\n(.*?\n)---\r?\n/s.exec(text) ?? [];
  const document = parseDocument(yaml);
  if (!isMap(document.contents) || String(document.get(block) ?? '') !== before) throw gone(name);
  document.set(block, after);
  return { before: matter, after: `---\n${document.toString({ lineWidth: 0 })}---\n` };
}

const gone = (name: string) => problem(say('passage-gone'), { path: name, note: say('look-again') });
