import { basename, join, relative, resolve } from 'node:path';
import { VFileMessage } from 'vfile-message';
import type { Edition } from '../article/edition.js';
import { writeFileAtomically } from '../article/manuscript.js';
import { formatMessage } from '../article/problem.js';
import { buildIssue } from '../build.js';
import { findPublication, type Place, pickIssues } from '../config.js';
import { editionOf } from '../edition/edition-of.js';
import { type EditionReport, type IssueReport, type Stage, stageLine, stageRunner } from '../report.js';
import { type BrowserPool, newBrowserPool } from '../typeset/browser.js';
import type { ExitCode, Terminal } from './command.js';
import { shardOf } from './shard.js';

export interface BuildArguments {
  edition?: string[];
  out?: string;
  jobs?: number;
  shard?: string;
  resume?: boolean;
  json?: boolean;
}

/** `chongpai build`: PDFs of issues. One bad issue or edition does not stop the others. */
export async function buildIssues(
  asked: string[],
  options: BuildArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  const folders = shardOf(pickIssues(place, asked), options.shard);
  const chosen = pickEditions(place, options.edition);
  const out = options.out === undefined ? join(place.root, 'build') : resolve(terminal.cwd, options.out);
  const pool = newBrowserPool({ path: place.publication.browser });
  const reports: IssueReport[] = [];
  try {
    for (const folder of folders) {
      const report = newReport(basename(folder));
      reports.push(report);
      await buildOne(
        { place, folder, editions: chosen, out: join(out, report.issue), pool, report },
        terminal,
      );
    }
  } finally {
    await pool.close();
  }
  tellBrowser(pool, terminal);
  if (options.json) terminal.result(`${JSON.stringify({ issues: reports }, null, 2)}\n`);
  else
    for (const { pdf } of reports.flatMap(({ editions }) => editions))
      if (pdf) terminal.result(`${relative(terminal.cwd, pdf)}\n`);
  return reports.every(isComplete) ? 0 : 1;
}

interface OneIssue {
  place: Place;
  folder: string;
  editions: readonly Edition[];
  out: string;
  pool: BrowserPool;
  report: IssueReport;
}

async function buildOne(plan: OneIssue, terminal: Terminal): Promise<void> {
  const { report } = plan;
  const stagesOf = (subject: IssueReport | EditionReport) => {
    const name = 'edition' in subject ? subject.edition : report.issue;
    const begin = (stage: string) => terminal.progress(`${name}  ${stage} …`);
    return stageRunner(subject.stages, (stage: Stage) => terminal.line(stageLine(name, stage)), begin);
  };
  try {
    await buildIssue(plan, report, stagesOf);
  } catch (error) {
    report.error = describe(error, terminal);
  }
  tellOpen(report, terminal);
  try {
    writeFileAtomically(join(plan.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    report.error ??= describe(error, terminal);
  }
}

/** A problem is told by its text; a bug of ours keeps its stack for CHONGPAI_DEBUG. */
function describe(error: unknown, terminal: Terminal): string {
  const text =
    error instanceof VFileMessage
      ? formatMessage(error)
      : error instanceof Error
        ? error.message
        : `${error}`;
  terminal.line(`error: ${text}`);
  if (!(error instanceof VFileMessage) && process.env.CHONGPAI_DEBUG && error instanceof Error)
    terminal.line(error.stack ?? '');
  return text;
}

/** Open questions are no failure, but nobody should miss them. */
const mostTold = 12;

function tellOpen({ open, issue }: IssueReport, terminal: Terminal): void {
  for (const { file, line, column, reason, rule } of open.slice(0, mostTold)) {
    const place = [file && relative(terminal.cwd, file), line, column]
      .filter((part) => part !== undefined)
      .join(':');
    terminal.line(`open  ${place ? `${place}: ` : ''}${reason}${rule ? ` (${rule})` : ''}`);
  }
  if (open.length > mostTold) terminal.line(`open  ${open.length - mostTold} more in ${issue}/report.json`);
}

function tellBrowser(pool: BrowserPool, terminal: Terminal): void {
  const name = pool.description();
  if (name) terminal.line(`printed with ${name}`);
}

function newReport(issue: string): IssueReport {
  return { issue, stages: [], editions: [], edits: {}, open: [] };
}

function isComplete({ error, editions }: IssueReport): boolean {
  return error === undefined && editions.every((edition) => edition.error === undefined);
}

function pickEditions({ publication }: Place, asked: readonly string[] | undefined): Edition[] {
  const wanted = (asked ?? publication.editions).flatMap((id) => id.split(','));
  return [...new Set(wanted)].map(editionOf);
}
