import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import type { Book } from '../book/galley.js';

const sheets = ['lines/lines.css', 'pages/parallel.css', 'pages/split.css'];
let read: string | undefined;

/** Style rules for layout itself, after a book's own sheets. Read once, so that keys match the rules in use. */
export function splitCss(): string {
  read ??= sheets
    .map((name) => readFileSync(join(packageRoot, 'scripts', 'typeset', name), 'utf8'))
    .join('\n');
  return read;
}

/** All sheets but the page rules and the fonts. */
export const bookCss = (book: Book): string => [...book.css, splitCss()].join('\n');
