import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Point } from 'unist';
import type { Article, Matter } from '../article/article.js';

/** Segment 翻译单元: what is translated as one: a block of an article, or a line of its front matter. */
export interface Segment {
  /** What it is: "kicker", "heading 1", "paragraph", "list" … Counterparts are of one kind. */
  kind: string;
  /** Its Markdown as it stands in the file; of a heading, what follows the #. */
  markdown: string;
  /** Its plain text. */
  text: string;
  /** Where it begins and ends in the file, as offsets; undefined for front matter. */
  range?: [start: number, end: number];
  point?: Point;
}

/** Front matter that is prose, in the order in which it is set. */
export const proseKeys = ['kicker', 'deck', 'byline'] as const satisfies readonly (keyof Matter)[];

/** The lines of front matter that an article has. */
export function matterSegments({ matter }: Article): Segment[] {
  return proseKeys.flatMap((key) => {
    const text = matter[key];
    return text ? [{ kind: key, markdown: text, text }] : [];
  });
}

/** The blocks of an article, in the order of its tree. */
export function blockSegments({ tree, file }: Article): Segment[] {
  const source = String(file);
  return tree.children.map((node): Segment => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const raw = source.slice(start, end);
    const head = node.type === 'heading' ? (/^#+[ \t]*/.exec(raw)?.[0].length ?? 0) : 0;
    return {
      kind: kindOf(node),
      markdown: raw.slice(head),
      text: textOf(node),
      range: [start + head, end],
      ...(node.position && { point: node.position.start }),
    };
  });
}

function kindOf(node: RootContent): string {
  return node.type === 'heading' ? `heading ${node.depth}` : node.type;
}
