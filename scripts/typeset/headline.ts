import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../article/article.js';

/** 主标题 of a story as plain text; undefined where the source has none. */
export function headlineOf({ tree }: Article): string | undefined {
  const found = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  return found ? textOf(found) : undefined;
}

/** Latin letters in the room of a Chinese character. */
const latinShare = 2.4;

/** The same in Latin letters: whole words. */
function openingPhrase(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\s,;:–]*\S*$/u, '')} …`;
}

/** The first words of a story, cut before a mark where one is near, with an ellipsis if more follows. */
export function openingWords({ tree }: Article, most: number): string {
  const first = tree.children.map((node) => textOf(node).trim()).find((text) => text !== '') ?? '';
  const characters = [...first];
  if (!/\p{Script=Han}/u.test(first)) return openingPhrase(first, most * latinShare);
  if (characters.length <= most) return first;
  return `${characters
    .slice(0, most)
    .join('')
    .replace(/[，、；：“‘（《\s]+$/u, '')}……`;
}
