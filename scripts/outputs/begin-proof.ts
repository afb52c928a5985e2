import type { BrowserPool } from '../chromium/browser-pool.js';
import type { SourcePicture } from '../prepress/look/source-picture.js';
import { groupPages } from '../prepress/parts/book-parts.js';
import type { Book } from '../typeset/book/galley.js';
import type { BookProof } from './book-proof.js';
import type { Laid } from './laid.js';
import type { Making } from './output.js';
import { proofIn, startProving } from './proof-thread.js';

/**
 * Begins the proof of a book that is being printed. One that is printed whole goes to a thread; a long one, whose copies
 * would take much room, stays in this.
 */
export async function beginProof(
  { issue, edition, place, pool }: Making,
  { book, fonts, assembled }: Laid,
): Promise<BookProof> {
  const work = { book, fontCss: fonts.css, name: [place.root, issue.id, edition.id] };
  const thread = groupPages(assembled.pages).length === 1 ? startProving(pool) : undefined;
  if (thread) return proofIn(thread, { ...work, sources: await readPictures(book, pool) }, pool);
  const { proofHere } = await import('./book-proof.js');
  return proofHere(work, pool);
}

/** Reads the pictures of a book where the browser is: it draws those that nothing else reads. */
async function readPictures({ galleys }: Book, pool: BrowserPool): Promise<Map<string, SourcePicture>> {
  const urls = galleys.flatMap(({ html }) =>
    Array.from(html.matchAll(/ src="(data:image\/[^"]+)"/g), ([, url]) => url!),
  );
  if (urls.length === 0) return new Map();
  const { readSourcePictures } = await import('../prepress/look/source-picture.js');
  return readSourcePictures(urls, pool);
}
