import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeFileAtomically } from './article/manuscript.js';
import { packageRoot } from './article/package-root.js';
import { cacheFolder } from './chromium/cache-folder.js';
import { touch } from './chromium/prune-cache.js';
import { type Place, publicationFile } from './config.js';
import { styleFolders } from './design.js';
import type { OpenQuestion } from './report.js';

/** A proven PDF and what the report says of it. */
export interface FinishedPdf {
  pdf: Uint8Array;
  pages: number;
  troubles: string[];
  open: OpenQuestion[];
}

/**
 * Finished PDFs from build to build. The rules are those of the page cache: an entry's name is the hash of all that its
 * bytes depend on (manuscript, names, styles, publication file, browser, date, every file of this program), it carries a
 * checksum, and only a PDF whose proof held is ever kept. So the same input gives the same bytes, in the time that it
 * takes to read them: nothing is converted, composed or printed.
 */
export interface PdfCache {
  read(): FinishedPdf | undefined;
  write(finished: FinishedPdf): void;
}

/** What a PDF is made of besides this program. */
export interface PdfInput {
  place: Place;
  /** The folder. */
  folder: string;
  edition: string;
  /** What the browser pool says of itself. */
  browser: string;
  modified: Date;
}

/** The entry of one edition of an issue. */
export function pdfCache({ place, folder, edition, browser, modified }: PdfInput): PdfCache {
  const input = hashOf([
    join(place.root, publicationFile),
    join(place.root, 'manuscript', 'names.txt'),
    folder,
    ...styleFolders(place.root),
  ]);
  const key = hash(
    JSON.stringify([input, basename(folder), edition, browser, modified.toISOString(), programKey()]),
  );
  const file = join(cacheFolder('pdf'), `${key}.pdf`);
  return {
    read: () => {
      if (!existsSync(file)) return undefined;
      try {
        const bytes = readFileSync(file);
        const end = bytes.indexOf(0x0a);
        const body = bytes.subarray(end + 1);
        const { check, ...facts } = JSON.parse(bytes.subarray(0, end).toString('utf8'));
        if (check !== hash(body)) return undefined;
        touch(file);
        return { ...facts, pdf: new Uint8Array(body) };
      } catch {
        return undefined; // damaged or removed meanwhile: it is made anew
      }
    },
    write: ({ pdf, ...facts }) => {
      const head = `${JSON.stringify({ check: hash(pdf), ...facts })}\n`;
      try {
        writeFileAtomically(file, Buffer.concat([Buffer.from(head), pdf]));
      } catch {
        // A full disk costs time at the next build, not this book.
      }
    },
  };
}

/** A hash of files, and of folders with all that is in them, by name and content. */
function hashOf(paths: readonly string[]): string {
  const sum = createHash('sha256');
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) continue;
    if (!found.isDirectory()) {
      sum.update(basename(path)).update(readFileSync(path));
      continue;
    }
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(path, name);
      if (statSync(file, { throwIfNoEntry: false })?.isFile()) sum.update(name).update(readFileSync(file));
    }
  }
  return sum.digest('hex');
}

let known: string | undefined;

/** A fingerprint of this program and of the packages that it names: any change of it may change a PDF. */
function programKey(): string {
  known ??= hashOf(['scripts', 'package.json', 'package-lock.json'].map((name) => join(packageRoot, name)));
  return known;
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
