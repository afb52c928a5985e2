import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from './article/manuscript.js';
import { packageRoot } from './article/package-root.js';
import { cacheFolder } from './typeset/cache-folder.js';
import type { Book } from './typeset/galley.js';
import { touch } from './typeset/prune-cache.js';

/** A proven PDF and what the report says of it. */
export interface FinishedPdf {
  pdf: Uint8Array;
  pages: number;
  troubles: string[];
}

/**
 * Finished PDFs from build to build. The rules are those of the page cache: an entry's name is the hash of all that its
 * bytes depend on (book, fonts, browser, date, every file of this program), it carries a checksum, and only a PDF whose
 * proof held is ever kept. So the same input gives the same bytes, in the time that it takes to read them.
 */
export interface PdfCache {
  read(): FinishedPdf | undefined;
  write(finished: FinishedPdf): void;
}

/** The entry of one book. `fonts` is the key of its font set, `browser` what the pool says of itself. */
export function pdfCache(
  book: Book,
  { fonts, browser, modified }: { fonts: string; browser: string; modified: Date },
): PdfCache {
  const key = hash(JSON.stringify([book, fonts, browser, modified.toISOString(), programKey()]));
  const file = join(cacheFolder('pdf'), `${key}.pdf`);
  return {
    read: () => {
      if (!existsSync(file)) return undefined;
      const bytes = readFileSync(file);
      const end = bytes.indexOf(0x0a);
      const body = bytes.subarray(end + 1);
      try {
        const { check, pages, troubles } = JSON.parse(bytes.subarray(0, end).toString('utf8'));
        if (check !== hash(body)) return undefined;
        touch(file);
        return { pdf: new Uint8Array(body), pages, troubles };
      } catch {
        return undefined; // damaged: it is made anew
      }
    },
    write: ({ pdf, pages, troubles }) => {
      const head = `${JSON.stringify({ check: hash(pdf), pages, troubles })}\n`;
      try {
        writeFileAtomically(file, Buffer.concat([Buffer.from(head), pdf]));
      } catch {
        // A full disk costs time at the next build, not this book.
      }
    },
  };
}

let known: string | undefined;

/** A fingerprint of this program: any change of it may change a PDF. Names, sizes and contents of scripts/. */
function programKey(): string {
  if (known) return known;
  const root = join(packageRoot, 'scripts');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const sum = createHash('sha256');
  for (const file of files) {
    const path = join(root, file);
    if (/\.(?:ts|css|txt|json)$/.test(file) && statSync(path).isFile())
      sum.update(file).update(readFileSync(path));
  }
  sum.update(readFileSync(join(packageRoot, 'package.json')));
  known = sum.digest('hex');
  return known;
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
