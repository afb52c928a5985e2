import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from './article/manuscript.js';
import { cacheFolder } from './chromium/cache-folder.js';
import { touch } from './chromium/prune-cache.js';
import type { BoundPages } from './prepress/impose/bound-pages.js';
import type { OpenQuestion } from './report.js';
import { type Trace, traceKey } from './trace.js';

/** A proven PDF and what the report says of it. */
export interface FinishedPdf {
  pdf: Uint8Array;
  pages: number;
  troubles: string[];
  open: OpenQuestion[];
  /** What a press file must know of it. */
  bound: BoundPages;
}

/**
 * Finished PDFs from build to build. The rules are those of the page cache: an entry's name is the hash of its trace,
 * all that its bytes depend on, it carries a checksum of all that it says, and only a PDF whose proof held is ever kept.
 * So the same input gives the same bytes, in the time that it takes to read them: nothing is converted, composed or
 * printed.
 */
export interface PdfCache {
  read(): FinishedPdf | undefined;
  write(finished: FinishedPdf): void;
}

/**
 * The entry of one edition of an issue.
 *
 * @param root of the publication: what an entry says of open questions names files in it
 */
export function pdfCache(trace: Trace, root: string): PdfCache {
  const key = hash(JSON.stringify([traceKey(trace), root]));
  const file = join(cacheFolder('pdf'), `${key}.pdf`);
  return {
    read: () => {
      if (!existsSync(file)) return undefined;
      try {
        const bytes = readFileSync(file);
        const end = bytes.indexOf(0x0a);
        const content = bytes.subarray(end + 1);
        if (bytes.subarray(0, end).toString('latin1') !== hash(content)) return undefined;
        touch(file);
        const factsEnd = content.indexOf(0x0a);
        const facts = JSON.parse(content.subarray(0, factsEnd).toString('utf8'));
        return { ...facts, pdf: new Uint8Array(content.subarray(factsEnd + 1)) };
      } catch {
        return undefined; // damaged or removed meanwhile: it is made anew
      }
    },
    write: ({ pdf, ...facts }) => {
      const content = Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), pdf]);
      try {
        writeFileAtomically(file, Buffer.concat([Buffer.from(`${hash(content)}\n`), content]), {
          isDurable: false,
        });
      } catch {
        // A full disk costs time at the next build, not this book.
      }
    },
  };
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
