import { availableParallelism, freemem } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import type { Edition } from '../article/edition.js';
import { prepareFolder, writeFileAtomically } from '../article/manuscript.js';
import { findPublication, type Place, pickIssues } from '../config.js';
import { editionOf } from '../edition/edition-of.js';
import { type EditionReport, type IssueReport, type Stage, stageLine, stageRunner } from '../report.js';
import type { BrowserPool } from '../typeset/browser-pool.js';
import { pruneCache } from '../typeset/prune-cache.js';
import { type BuildTally, newBuildTally } from './build-tally.js';
import type { ExitCode, Terminal } from './command.js';
import { explain } from './explain.js';
import { shardOf } from './shard.js';
import { isUpToDate } from './up-to-date.js';

export interface BuildArguments {
  edition?: string[];
  out?: string;
  jobs?: number;
  shard?: string;
  resume?: boolean;
  json?: boolean;
}

/** What all issues of one run share. */
interface Run {
  buildIssue: typeof import('../build.js').buildIssue;
  place: Place;
  editions: readonly Edition[];
  out: string;
  pool: BrowserPool;
  resume: boolean;
  /** Lines name the issue, because there are several. */
  isMany: boolean;
  tally: BuildTally;
  terminal: Terminal;
}

/** `chongpai build`: PDFs of issues. One bad issue or edition does not stop the others. */
export async function buildIssues(
  asked: string[],
  options: BuildArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  const folders = shardOf(pickIssues(place, asked), options.shard);
  const editions = pickEditions(place, options.edition);
  const out = options.out === undefined ? join(place.root, 'build') : resolve(terminal.cwd, options.out);
  prepareFolder(out);
  // Only now: these load all of chongpai, and whoever mistyped a name should not wait for that.
  const [{ buildIssue }, { newBrowserPool }] = await Promise.all([
    import('../build.js'),
    import('../typeset/browser-pool.js'),
  ]);
  const run: Run = {
    place,
    editions,
    out,
    buildIssue,
    pool: newBrowserPool({ path: place.publication.browser }),
    resume: options.resume === true,
    isMany: folders.length > 1,
    tally: newBuildTally(folders.length * editions.length),
    terminal,
  };
  const reports = await buildAll(folders, run, options.jobs ?? usualJobs());
  if (run.isMany) terminal.line(run.tally.summary(reports));
  if (options.json) terminal.result(`${JSON.stringify({ issues: reports }, null, 2)}\n`);
  else
    for (const { pdf } of reports.flatMap((report) => report.editions))
      if (pdf) terminal.result(`${nearName(terminal.cwd, pdf)}\n`);
  return reports.every(isComplete) ? 0 : 1;
}

/** Some issues at once over one browser: while one is in the browser, others are in this process. */
async function buildAll(folders: readonly string[], run: Run, jobs: number): Promise<IssueReport[]> {
  const reports = folders.map((folder) => newReport(basename(folder)));
  const waiting = reports.keys();
  const work = async () => {
    for (const index of waiting) await buildOne(folders[index]!, run, reports[index]!);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, folders.length) }, work));
    const browser = run.pool.description();
    if (browser) run.terminal.line(`printed with ${browser}`);
  } finally {
    await run.pool.close();
  }
  pruneCache();
  return reports;
}

/** An issue in layout takes 0.7 GB with its tab of the browser; more of them than cores only wait for each other. */
function usualJobs(): number {
  const gigabytes = freemem() / 2 ** 30;
  return Math.max(1, Math.min(availableParallelism(), Math.floor(gigabytes / 0.7)));
}

async function buildOne(folder: string, run: Run, report: IssueReport): Promise<void> {
  const { place, terminal, tally, pool } = run;
  const out = join(run.out, report.issue);
  const isDone = ({ id }: Edition) => run.resume && isUpToDate(join(out, `${id}.pdf`), folder, place);
  const done = run.editions.filter(isDone);
  for (const { id } of done) {
    report.editions.push({ edition: id, pdf: join(out, `${id}.pdf`), upToDate: true, stages: [] });
    terminal.line(`${report.issue}  ${id} is up to date`);
    tally.count();
  }
  const editions = run.editions.filter((edition) => !done.includes(edition));
  if (editions.length === 0) return;
  const told = (error: unknown, edition?: string) => {
    const text = explain(error);
    terminal.line(`error: ${edition === undefined ? '' : `${nameOf(report, edition, run)}: `}${text}`);
    return text;
  };
  try {
    await run.buildIssue(
      { place, folder, editions, out, pool, told, done: tally.count },
      report,
      stagesOf(report, run),
    );
  } catch (error) {
    report.error = told(error);
    for (const _ of editions) tally.count();
  }
  tellOpen(report, terminal);
  try {
    writeFileAtomically(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    report.error ??= told(error);
  }
}

function nameOf({ issue }: IssueReport, edition: string, { isMany }: Run): string {
  return isMany ? `${issue}/${edition}` : edition;
}

function stagesOf(report: IssueReport, run: Run) {
  const { terminal, tally } = run;
  return (subject: IssueReport | EditionReport) => {
    const name = 'edition' in subject ? nameOf(report, subject.edition, run) : report.issue;
    const begin = (stage: string) => terminal.progress(`${tally.text()}  ${name} ${stage} …`);
    return stageRunner(subject.stages, (stage: Stage) => terminal.line(stageLine(name, stage)), begin);
  };
}

/** Open questions are no failure, but nobody should miss them. */
const mostTold = 12;

function tellOpen({ open, issue }: IssueReport, terminal: Terminal): void {
  for (const { file, line, column, reason, rule } of open.slice(0, mostTold)) {
    const place = [file && nearName(terminal.cwd, file), line, column]
      .filter((part) => part !== undefined)
      .join(':');
    terminal.line(`open  ${place ? `${place}: ` : ''}${reason}${rule ? ` (${rule})` : ''}`);
  }
  if (open.length > mostTold) terminal.line(`open  ${open.length - mostTold} more in ${issue}/report.json`);
}

/** A path as a person in that folder would type it. */
function nearName(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}

function newReport(issue: string): IssueReport {
  return { issue, stages: [], editions: [], edits: {}, open: [] };
}

function isComplete({ error, editions }: IssueReport): boolean {
  return error === undefined && editions.every((edition) => edition.error === undefined);
}

function pickEditions({ publication }: Place, asked: readonly string[] | undefined): Edition[] {
  const wanted = (asked ?? publication.editions).flatMap((id) => id.split(','));
  return [...new Set(wanted.map(editionOf))];
}
