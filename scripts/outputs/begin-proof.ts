import type { BrowserPool } from '../chromium/browser-pool.js';
import type { SourcePicture } from '../prepress/look/source-picture.js';
import type { Book } from '../typeset/book/galley.js';
import type { BookProof } from './book-proof.js';
import type { Laid } from './laid.js';
import type { Making } from './output.js';
import { endProving, proofIn, startProving } from './proof-thread.js';

/** In a thread with a heap of its own, the proof of a book of 328 pages took .2 GB more than in this, of 15 pages .1. */
const mostPages = 120;

/**
 * Begins the proof of a book that is being printed: of a short one in a thread. A long one has the room of that, too.
 */
export async function beginProof(
  { issue, edition, place, pool }: Making,
  { book, fonts, assembled }: Laid,
): Promise<BookProof> {
  const work = { book, fontCss: fonts.css, name: [place.root, issue.id, edition.id] };
  const thread = assembled.pages.length <= mostPages ? startProving(pool) : undefined;
  if (thread) return proofIn(thread, { ...work, sources: await readPictures(book, pool) }, pool);
  await endProving(pool);
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
