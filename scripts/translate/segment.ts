import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Point } from 'unist';
import type { Article, Matter } from '../article/article.js';

/** Segment 翻译单元: a piece that is translated as one: a block of an article, or a line of its front matter. */
export interface Segment {
  /** Its kind: "kicker", "heading 1", "paragraph", "list" … Counterparts are of one kind. */
  kind: string;
  /** Its Markdown as it is in the file; of a heading, the part after the #. */
  markdown: string;
  /** Its plain text. */
  text: string;
  /** Its range in the file, as offsets; undefined for front matter. */
  range?: [start: number, end: number];
  point?: Point;
  /** The block's role, where its type does not tell it. */
  role?: string;
  /** True for a caption that is a picture's title: it is translated with the picture. */
  isInPicture?: boolean;
}

/** Front matter that is prose, in the order in which it is set. */
export const proseKeys = ['kicker', 'deck', 'byline'] as const satisfies readonly (keyof Matter)[];

/** The prose lines of an article's front matter. */
export function matterSegments({ matter }: Article): Segment[] {
  return proseKeys.flatMap((key) => {
    const text = matter[key];
    return text ? [{ kind: key, markdown: text, text }] : [];
  });
}

/** The blocks of an article, in the order of its tree. */
export function blockSegments({ tree, file }: Article): Segment[] {
  const source = String(file);
  let last = 0;
  return tree.children.map((node): Segment => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const isInPicture = node.data?.role === 'caption' && start < last;
    last = Math.max(last, end);
    const raw = source.slice(start, end);
    const head = node.type === 'heading' ? (/^#+[ \t]*/.exec(raw)?.[0].length ?? 0) : 0;
    return {
      kind: kindOf(node),
      markdown: raw.slice(head),
      text: textOf(node),
      range: [start + head, end],
      ...(node.position && { point: node.position.start }),
      ...(node.data?.role !== undefined && { role: node.data.role }),
      ...(isInPicture && { isInPicture }),
    };
  });
}

function kindOf(node: RootContent): string {
  return node.type === 'heading' ? `heading ${node.depth}` : node.type;
}
