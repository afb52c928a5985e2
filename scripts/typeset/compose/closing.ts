import type { Book } from '../book/galley.js';

/** Parts that close a book, the last one first: nothing follows them, not even a blank page. */
export const closingParts = ['colophon', 'notes', 'index'] as const;

/** True if a book has a closing part; else it ends with its last story. */
export const isClosed = ({ passages }: Pick<Book, 'passages'>): boolean =>
  passages.some(({ id }) => (closingParts as readonly string[]).includes(id));
