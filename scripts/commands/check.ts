import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { problem } from '../article/problem.js';
import type { Finding } from '../prepress/finding.js';
import { preflight } from '../prepress/preflight.js';
import { type PdfReading, readPdf } from '../prepress/read-pdf.js';
import type { Book } from '../typeset/galley.js';
import type { ExitCode, Terminal } from './command.js';

export interface CheckArguments {
  /** Id or folder of the issue whose manuscript the PDF must carry. */
  against?: string;
  json?: boolean;
}

/** `chongpai check FILE.pdf`: reads a PDF back and says what is wrong with it; 1 when anything is. */
export async function checkPdf(
  file: string,
  { against, json }: CheckArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = resolve(terminal.cwd, file);
  const reading = await read(path, file);
  const book = against === undefined ? undefined : await bookFor(reading, against, { file, terminal });
  terminal.progress(`checking ${reading.pages.length} pages`);
  const findings = await preflight(reading, book);
  if (json) terminal.result(`${JSON.stringify(report(file, reading, { book, findings }), null, 2)}\n`);
  else
    for (const { rule, message, remedy } of findings)
      terminal.line(`${file}: ${message} (${rule})\n  ${remedy}`);
  terminal.line(summary(file, reading, { book, findings }));
  return findings.length > 0 ? 1 : 0;
}

async function read(path: string, file: string): Promise<PdfReading> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw problem(readingProblem(error), { path: file, ...(error.code === 'ENOENT' && { ruleId: 'usage' }) });
  });
  return readPdf(bytes).catch((error: { file?: string }) => {
    if ('file' in error) error.file = file;
    throw error;
  });
}

function readingProblem(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'There is no such file';
  if (error.code === 'EISDIR') return 'This is a folder, expected a PDF';
  return `The file cannot be read (${error.code ?? error.message})`;
}

/** The book that the PDF should be: of the issue that was named, in the edition that the PDF says it is. */
async function bookFor(
  reading: PdfReading,
  against: string,
  { file, terminal }: { file: string; terminal: Terminal },
): Promise<Book> {
  const [{ bookOf }, { findPublication, pickIssues }] = await Promise.all([
    import('../build.js'),
    import('../config.js'),
  ]);
  const edition = reading.edition ?? reading.lang;
  if (edition === undefined)
    throw problem('The PDF does not say which edition it is, so there is nothing to compare it with', {
      path: file,
      note: 'PDFs made by chongpai say so; without --against, fonts and boxes alone are checked.',
    });
  const place = findPublication(terminal.cwd);
  const [folder] = pickIssues(place, [basename(against)]);
  return bookOf(folder!, edition, place);
}

interface Outcome {
  book: Book | undefined;
  findings: Finding[];
}

function report(file: string, reading: PdfReading, { book, findings }: Outcome): object {
  const { edition, issue, lang, title } = reading;
  const against = book && { issue: book.issue, edition: book.edition, passages: book.passages.length };
  return { file, title, lang, issue, edition, pages: reading.pages.length, against, findings };
}

function summary(file: string, reading: PdfReading, { book, findings }: Outcome): string {
  const pages = `${reading.pages.length} page${reading.pages.length === 1 ? '' : 's'}`;
  const text = book
    ? `text compared with ${book.issue} (${book.edition})`
    : 'text not compared (--against ISSUE does)';
  return `${file}: ${pages}, ${findings.length === 0 ? 'no findings' : `${findings.length} findings`}, ${text}`;
}
