import type { Book } from '../typeset/book/galley.js';

/** 版面排列: how a reader shows a book's pages (ISO 32000-1 table 28, PageLayout): in spreads, single for a phone. */
export function pageLayoutOf({ progression, trim }: Pick<Book, 'progression' | 'trim'>): string {
  if (trim.isScreen) return 'SinglePage';
  return progression === 'rtl' ? 'TwoPageLeft' : 'TwoPageRight';
}

/** 关键词: the words under which a library finds a book's file. */
export function keywordsOf({ title, date, issue, edition }: Book): string[] {
  const words = [...new Set([title, date, issue, edition])];
  return words.filter((word): word is string => word !== undefined && word !== '');
}
