import type { Html, Paragraph, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Matter } from '../article/article.js';

/** One story of a page, in the form of its manuscript: front matter and blocks. */
export interface StoryTree {
  matter: Matter;
  tree: Root;
}

declare module 'vfile' {
  interface DataMap {
    /** The stories found by `remarkStories`. */
    stories: StoryTree[];
  }
}

/** 去杂: removes page furniture from the tree; `file.data.restoration` keeps it. */
export function remarkDropFurniture() {
  return (tree: Root): void => {
    tree.children = tree.children.filter((node) => node.data?.part !== 'furniture');
  };
}

/** 存杂: puts page furniture in one comment at the end of the tree, for readers without a ledger. */
export function remarkCommentFurniture() {
  return (tree: Root): void => {
    const furniture = tree.children.filter((node) => node.data?.part === 'furniture');
    const lines = furniture.map(linesOf).filter((line) => line !== '');
    tree.children = tree.children.filter((node) => node.data?.part !== 'furniture');
    if (lines.length > 0) tree.children.push(comment(`furniture\n${lines.map(inComment).join('\n')}\n`));
  };
}

/** Escapes text for a comment, which ends at its first -->, in Markdown also at an empty line. */
const inComment = (text: string) => text.replaceAll('-->', '--&gt;').replace(/\n\s*\n/gu, '\n');

/**
 * 分篇: the stories of a page, each a separate tree with its kicker, deck and byline in its front matter; they are in
 * `file.data.stories`, and the page's tree is unchanged.
 */
export function remarkStories() {
  return (tree: Root, file: VFile): void => {
    const isEmpty = tree.children.length === 0 && !file.data.restoration?.articles.length;
    const stories: RootContent[][] = isEmpty ? [] : [[]];
    for (const node of tree.children) {
      if (node.type === 'thematicBreak') stories.push([]);
      else stories.at(-1)!.push(node);
    }
    file.data.stories = stories.map(storyOf);
  };
}

/** One story of the nodes of a restored page. */
export function storyOf(nodes: readonly RootContent[]): StoryTree {
  const matter: Matter = {};
  for (const node of nodes) {
    const part = node.data?.part;
    if (part && part !== 'furniture') matter[part] = linesOf(node);
  }
  return { matter, tree: { type: 'root', children: nodes.filter((node) => !node.data?.part) } };
}

/** 标名: names in comments the parts of titles that Markdown cannot show, for a page of several stories in one file. */
export function remarkNameParts() {
  return (tree: Root): void => {
    tree.children = tree.children.flatMap((node) =>
      node.data?.part ? [comment(node.data.part), node] : [node],
    );
  };
}

const comment = (text: string): Html => ({
  type: 'html',
  value: `<!-- ${text}${text.endsWith('\n') ? '' : ' '}-->`,
});

/** The text of a paragraph made by `restoreParse`, line by line. */
function linesOf(node: RootContent): string {
  const { children } = node as Paragraph;
  return children.map((child) => (child.type === 'text' ? child.value : '\n')).join('');
}
