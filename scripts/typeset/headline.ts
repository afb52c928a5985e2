import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../article/article.js';

/** 主标题 of a story as plain text; undefined where the source has none. */
export function headlineOf({ tree }: Article): string | undefined {
  const found = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  return found ? textOf(found) : undefined;
}

/** The first words of a story, cut before a mark where one is near, with an ellipsis if more follows. */
export function openingWords({ tree }: Article, most: number): string {
  const first = tree.children.map((node) => textOf(node).trim()).find((text) => text !== '') ?? '';
  const characters = [...first];
  if (characters.length <= most) return first;
  return `${characters
    .slice(0, most)
    .join('')
    .replace(/[，、；：“‘（《\s]+$/u, '')}……`;
}
