import { basename, dirname, join, resolve } from 'node:path';
import { problem } from './article/problem.js';
import { say } from './article/words/say.js';
import { newBrowserPool } from './chromium/browser-pool.js';
import { findPublication, pickIssues } from './config.js';
import { editionOf } from './edition/edition-of.js';
import { filesOf } from './read-manuscript.js';
import type { EditionReport, FileReport, IssueReport } from './report.js';
import { readReport } from './report-file.js';
import { sha256, type Trace, traceOf } from './trace.js';

/** Inputs of the comparison: a PDF and its report. */
export interface Reported {
  /** The PDF's path, and its bytes. */
  path: string;
  bytes: Uint8Array;
  /** The report's path; `true` is the one beside the PDF. */
  report: string | true;
  cwd: string;
}

/**
 * 溯源: compares a PDF with its report, and its recorded inputs and tools with the current ones.
 *
 * @returns the differences, one per line; none where everything is unchanged.
 * @throws a problem when there is no report, or none for this PDF.
 */
export async function compareWithReport({ path, bytes, report, cwd }: Reported): Promise<string[]> {
  const file = report === true ? join(dirname(path), 'report.json') : resolve(cwd, report);
  const { issue, editions } = reportAt(file);
  const own = sha256(bytes);
  const found = editions.flatMap((made) => filesOfEdition(made).map((one) => ({ made, ...one })));
  const isSame = (one: FileReport) => one.sha256 === own;
  const isNamed = (one: FileReport) => basename(one.path) === basename(path);
  const reported =
    found.find((one) => isSame(one) && isNamed(one)) ?? found.find(isSame) ?? found.find(isNamed);
  if (!reported?.made.trace) throw problem(say('no-trace', basename(path)), { path: file });
  const { made } = reported;
  const differs =
    reported.sha256 === own ? [] : [`the PDF: its SHA-256 is ${own}, the report has ${reported.sha256}`];
  return [...differs, ...differences(made.trace!, await traceNow(issue, made, cwd))];
}

const filesOfEdition = ({ outputs }: EditionReport) => Object.values(outputs).flatMap(({ files }) => files);

function reportAt(file: string): IssueReport {
  const report = readReport(file);
  if (report === null) throw problem(say('no-report'), { path: file });
  if (report === undefined) throw problem(say('not-a-report'), { path: file, note: say('build-for-report') });
  return report;
}

async function traceNow(issue: string, { edition }: EditionReport, cwd: string): Promise<Trace> {
  const place = findPublication(cwd);
  const [folder] = pickIssues(place, [issue]);
  const files = filesOf(folder!, place);
  const browser = await newBrowserPool().identity();
  return traceOf({ files, place, folder: folder!, edition: editionOf(edition), browser });
}

const words: Readonly<Record<keyof Trace, string>> = {
  issue: 'the issue',
  edition: 'the edition',
  inputs: 'file',
  choices: 'the choices of the publication',
  program: 'chongpai',
  node: 'Node',
  browser: 'the browser',
  fonts: 'font',
  pagedjs: 'Paged.js',
  layout: 'the layout',
  epoch: 'SOURCE_DATE_EPOCH',
};

/** The differences of two traces, in a person's words. */
export function differences(then: Trace, now: Trace): string[] {
  return (Object.keys(words) as (keyof Trace)[]).flatMap((key) => {
    const [old, fresh] = [then[key], now[key]];
    if (typeof old === 'object' && typeof fresh === 'object') return tableDifferences(words[key], old, fresh);
    return old === fresh ? [] : [`${words[key]} differs from the one that the PDF was made with`];
  });
}

function tableDifferences(
  word: string,
  then: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    if (then[name] === now[name]) return [];
    if (now[name] === undefined) return [`${word} ${name} is gone`];
    return [`${word} ${name} ${then[name] === undefined ? 'is new' : 'has changed'}`];
  });
}
