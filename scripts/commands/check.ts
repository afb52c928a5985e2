import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Article } from '../article/article.js';
import { readFileWithin } from '../article/files/read-file.js';
import { byteLimits } from '../article/limits.js';
import { problem } from '../article/problem.js';
import { type Said, say, textOf } from '../article/words/say.js';
import { compareWithReport } from '../check-report.js';
import { newBrowserPool } from '../chromium/browser-pool.js';
import type { Place } from '../config.js';
import { ownSheetOf } from '../design.js';
import { withCauses } from '../finding-causes.js';
import { withLines } from '../finding-lines.js';
import { checkFile } from '../prepress/check/check-file.js';
import { expectedOf } from '../prepress/expected.js';
import type { Finding } from '../prepress/finding.js';
import { preflight } from '../prepress/preflight.js';
import type { ProvenText } from '../prepress/proven-text.js';
import { type PdfReading, readPdf } from '../prepress/read/read-pdf.js';
import { tellFinding } from '../prepress/tell-finding.js';
import type { Book } from '../typeset/book/galley.js';
import { type ExitCode, spoken, type Terminal } from './command.js';

export interface CheckArguments {
  /** Id or folder of the issue whose manuscript the PDF must contain; by default the one that the PDF names. */
  against?: string;
  json?: boolean;
  /** A report.json to compare it with; `true` is the one beside it. */
  report?: string | true;
}

/** `chongpai check FILE.pdf`: reads a PDF back and reports its faults; returns 1 when there are any. */
export async function checkPdf(
  file: string,
  { against, json, report: reported }: CheckArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = resolve(terminal.cwd, file);
  const reading = await read(path, file);
  const differs =
    reported === undefined
      ? []
      : await compareWithReport({ path, bytes: reading.bytes, report: reported, cwd: terminal.cwd });
  const tellDifferences = () => {
    for (const one of differs) terminal.line(`${file}: ${spoken(terminal, one)} (report)`);
  };
  const { book, findings } = await judged(reading, against, { file, terminal }).catch((error) => {
    // What has changed since may be why the book cannot be read.
    tellDifferences();
    throw error;
  });
  const outcome = { book, findings, ...(reported !== undefined && { differs }) };
  if (json) terminal.result(`${JSON.stringify(report(file, reading, outcome), null, 2)}\n`);
  else
    for (const finding of findings) {
      const { fault, remedy } = tellFinding(finding, terminal.language ?? 'en');
      terminal.line(`${file}: ${fault} (${finding.rule})\n  ${remedy}`);
    }
  tellDifferences();
  terminal.line(`${file}: ${spoken(terminal, summary(reading, outcome))}`);
  return findings.length + differs.length > 0 ? 1 : 0;
}

/** Findings about a PDF, and the book that it was compared with. */
async function judged(
  reading: PdfReading,
  against: string | undefined,
  { file, terminal }: { file: string; terminal: Terminal },
): Promise<{ book: Book | undefined; findings: Finding[] }> {
  const manuscript = await bookFor(reading, against, { file, cwd: terminal.cwd });
  terminal.progress(spoken(terminal, say('checking', reading.pages.length)));
  const path = resolve(terminal.cwd, file);
  return { book: manuscript?.book, findings: await naming({ file, path }, findingsOf(reading, manuscript)) };
}

/** The manuscript with which a PDF is compared. */
interface Manuscript {
  book: Book;
  articles: readonly Article[];
  place: Place;
}

/** Findings, with the line of the manuscript and the rule of a style sheet where they are known. */
async function findingsOf(reading: PdfReading, manuscript: Manuscript | undefined): Promise<Finding[]> {
  const inFile = checkFile(reading);
  if (!manuscript) return [...inFile, ...(await preflight(reading))];
  const { book, articles, place } = manuscript;
  const proven: ProvenText[] = [];
  // A browser starts only for pictures that nothing else reads.
  const pool = newBrowserPool();
  try {
    const expected = await expectedOf(book, { pool });
    const findings = await preflight(reading, book, { expected, onProven: (text) => proven.push(text) });
    const caused = withCauses(findings, ownSheetOf(place));
    return [...inFile, ...withLines(caused, { articles, proven: proven[0], root: place.root })];
  } finally {
    await pool.close();
  }
}

async function read(path: string, file: string): Promise<PdfReading> {
  return naming(
    { file, path },
    Promise.resolve().then(() => readPdf(bytesOf(path))),
  );
}

/** Adds the file's name to problems of its bytes; a problem of a picture or an article keeps its own. */
function naming<T>({ file, path }: { file: string; path: string }, work: Promise<T>): Promise<T> {
  return work.catch((error: Error & { file?: string }) => {
    if ('file' in error && (!error.file || error.file === path)) error.file = file;
    // The stack or a list overflowed: no PDF writer intends anything so deep or so long.
    if (error instanceof RangeError)
      throw problem(say('damaged-pdf', error.message), { path: file, note: say('made-or-damaged') });
    throw error;
  });
}

/** @throws a problem for a path that is not a file, or too large for a PDF. */
function bytesOf(path: string): Uint8Array {
  const bytes = readFileWithin(path, byteLimits.pdf);
  if (bytes === undefined) throw problem(say('no-file'), { path });
  return bytes;
}

/** The expected book of a PDF: of the given issue, or the one that it names, in the edition that it names. */
async function bookFor(
  reading: PdfReading,
  against: string | undefined,
  { file, cwd }: { file: string; cwd: string },
): Promise<Manuscript | undefined> {
  const issue = against === undefined ? await ownIssue(reading, cwd) : await issueNamed(against, cwd);
  if (!issue) return undefined;
  const edition = reading.edition ?? reading.lang;
  if (edition === undefined)
    throw problem(say('no-edition-in-pdf'), {
      path: file,
      note: say('pdf-of-chongpai'),
    });
  const { writtenBook } = await import('../book.js');
  return { ...(await writtenBook(issue.folder, edition, issue.place)), place: issue.place };
}

interface FoundIssue {
  folder: string;
  place: Place;
}

/** The issue that the PDF names, if the publication here has it. */
async function ownIssue({ issue }: PdfReading, cwd: string): Promise<FoundIssue | undefined> {
  if (issue === undefined) return undefined;
  const { findPublication, pickIssues } = await import('../config.js');
  try {
    const place = findPublication(cwd);
    return place.issues.includes(issue) ? { folder: pickIssues(place, [issue])[0]!, place } : undefined;
  } catch {
    return undefined; // no publication here: the PDF is checked by itself
  }
}

/** The requested issue, by id or folder. */
async function issueNamed(against: string, cwd: string): Promise<FoundIssue> {
  const { findPublication, pickIssues } = await import('../config.js');
  const path = resolve(cwd, against);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const place = findPublication(isFolder ? path : cwd);
  return { folder: pickIssues(place, [basename(path)])[0]!, place };
}

interface Outcome {
  book: Book | undefined;
  findings: Finding[];
  /** Differences from the report, if requested. */
  differs?: Said[];
}

function report(file: string, reading: PdfReading, { book, findings, differs }: Outcome): object {
  const { edition, issue, lang, title } = reading;
  const against = book && { issue: book.issue, edition: book.edition, passages: book.passages.length };
  return {
    file,
    title,
    lang,
    issue,
    edition,
    pages: reading.pages.length,
    against,
    findings,
    ...(differs && { differs: differs.map((one) => textOf(one)) }),
  };
}

function summary(reading: PdfReading, { book, findings, differs }: Outcome): Said {
  const [pages, found] = [reading.pages.length, findings.length];
  const said = book
    ? say('checked-against', pages, found, book.issue, book.edition)
    : say('checked-alone', pages, found);
  return differs ? say('report-differences', said, differs.length) : said;
}
