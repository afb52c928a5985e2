import type { Book } from './galley.js';

/** Parts that close a book, the last one first: nothing stands behind them, not even a white page. */
export const closingParts = ['colophon', 'notes', 'index'] as const;

/** Whether a book has a part that closes it; else it ends with its last story. */
export const isClosed = ({ passages }: Pick<Book, 'passages'>): boolean =>
  passages.some(({ id }) => (closingParts as readonly string[]).includes(id));
