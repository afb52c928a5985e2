import type { Parent, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Handle } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';
import { isTag } from './inline.js';

/** 注音: characters with their reading beside them. Only the characters are text of the manuscript. */
export interface Ruby extends Parent {
  type: 'ruby';
  /** "hàn", or "ㄏㄢˋ". */
  reading: string;
  /** In a learners' edition: the place of its character in a word of so many characters. */
  word?: { at: number; length: number };
  children: Text[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    ruby: Ruby;
  }
  interface RootContentMap {
    ruby: Ruby;
  }
}

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    ruby: 'ruby';
  }
}

/** Turns `<ruby>单<rt>chán</rt>于<rt>yú</rt></ruby>` into ruby. Incomplete forms stay as they are. In place. */
export function remarkRuby() {
  return readRuby;
}

function readRuby(tree: Root): void {
  visit(tree, 'html', (node, index, parent) => {
    if (!parent || index === undefined || !/^<ruby>$/i.test(node.value)) return undefined;
    const end = parent.children.findIndex((one, at) => at > index && isTag(one, '/ruby'));
    const made = end < 0 ? undefined : rubiesOf(parent.children.slice(index + 1, end) as PhrasingContent[]);
    if (!made) return undefined;
    (parent as Parents & { children: PhrasingContent[] }).children.splice(index, end - index + 1, ...made);
    return index + made.length;
  });
}

/** The content of `<ruby>…</ruby>`: a base and its reading, once or several times. */
function rubiesOf(nodes: readonly PhrasingContent[]): Ruby[] | undefined {
  const made: Ruby[] = [];
  // Brackets for readers without ruby: <rp>（</rp>
  const own = nodes.filter((_, at) => !isInside(nodes, at, 'rp'));
  for (let at = 0; at < own.length; at += 4) {
    const [base, open, reading, close] = own.slice(at, at + 4);
    if (base?.type !== 'text' || reading?.type !== 'text' || !open || !close) return undefined;
    if (!isTag(open, 'rt') || !isTag(close, '/rt')) return undefined;
    made.push({ type: 'ruby', reading: reading.value.trim(), children: [base] });
  }
  return made.length > 0 ? made : undefined;
}

function isInside(nodes: readonly PhrasingContent[], at: number, name: string): boolean {
  if (isTag(nodes[at]!, name) || isTag(nodes[at]!, `/${name}`)) return true;
  const open = nodes.findLastIndex((node, index) => index < at && isTag(node, name));
  const close = nodes.findLastIndex((node, index) => index < at && isTag(node, `/${name}`));
  return open > close;
}

/** The same written as Markdown. */
export const writeRuby: Handle = (node: Ruby, _, state, info) => {
  const tracker = state.createTracker(info);
  const exit = state.enter('ruby');
  const open = tracker.move('<ruby>');
  const base = tracker.move(state.containerPhrasing(node, { ...tracker.current(), before: '>', after: '<' }));
  exit();
  return `${open}${base}<rt>${node.reading}</rt></ruby>`;
};
