import { basename, dirname, join, resolve } from 'node:path';
import { problem } from './article/problem.js';
import { type Said, say } from './article/words/say.js';
import type { Sentence } from './article/words/sentence.js';
import { newBrowserPool } from './chromium/browser-pool.js';
import { findPublication, pickIssues } from './config.js';
import { editionOf } from './edition/edition-of.js';
import { filesOf } from './outputs/files-of.js';
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
export async function compareWithReport({ path, bytes, report, cwd }: Reported): Promise<Said[]> {
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
  const differs = reported.sha256 === own ? [] : [say('pdf-differs', own, reported.sha256)];
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

const words: Readonly<Record<keyof Trace, Sentence>> = {
  issue: ['期', '期', 'the issue'],
  edition: ['版本', '版本', 'the edition'],
  inputs: ['文件', '檔案', 'file'],
  choices: ['publication.yaml 的设定', 'publication.yaml 的設定', 'the choices of the publication'],
  program: ['重排', '重排', 'chongpai'],
  node: ['Node', 'Node', 'Node'],
  browser: ['浏览器', '瀏覽器', 'the browser'],
  fonts: ['字体', '字型', 'font'],
  pagedjs: ['Paged.js', 'Paged.js', 'Paged.js'],
  layout: ['排版程序', '排版程式', 'the layout'],
  epoch: ['SOURCE_DATE_EPOCH', 'SOURCE_DATE_EPOCH', 'SOURCE_DATE_EPOCH'],
};

/** The differences of two traces, in a person's words. */
export function differences(then: Trace, now: Trace): Said[] {
  return (Object.keys(words) as (keyof Trace)[]).flatMap((key) => {
    const [old, fresh] = [then[key], now[key]];
    if (typeof old === 'object' && typeof fresh === 'object') return tableDifferences(words[key], old, fresh);
    return old === fresh ? [] : [say('trace-differs', words[key])];
  });
}

function tableDifferences(
  word: Sentence,
  then: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Said[] {
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    if (then[name] === now[name]) return [];
    if (now[name] === undefined) return [say('trace-gone', word, name)];
    return [say(then[name] === undefined ? 'trace-new' : 'trace-changed', word, name)];
  });
}
