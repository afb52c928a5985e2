import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../article.js';
import { isPicture } from './picture-lines.js';

/** 空稿: a story without words or pictures, which leaves nothing on paper. */
export const isEmptyStory = ({ tree }: Pick<Article, 'tree'>): boolean =>
  tree.children.every((node) => textOf(node).trim() === '' && !isPicture(node));
