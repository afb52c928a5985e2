import { existsSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import type { Edition } from '../article/edition.js';
import { prepareFolder, writeFileAtomically } from '../article/manuscript.js';
import { problem } from '../article/problem.js';
import { say, textOf } from '../article/words/say.js';
import type { Language } from '../article/words/sentence.js';
import { didYouMean } from '../article/yaml.js';
import type { BrowserPool } from '../chromium/browser-pool.js';
import { pruneCache } from '../chromium/prune-cache.js';
import { findPublication, type Place, pickIssues } from '../config.js';
import { editionOf } from '../edition/edition-of.js';
import { schemeIds } from '../prepress/impose/schemes/schemes.js';
import { type EditionReport, type IssueReport, type OpenQuestion, stageRunner } from '../report.js';
import type { ExitCode, Terminal } from './command.js';
import { shardOf } from './shard.js';
import { newBuildTally } from './tell/build-tally.js';
import { type BuildTeller, eventTeller, lineTeller, type Subject } from './tell/build-teller.js';
import { explain } from './tell/explain.js';
import { groupMessages } from './tell/group-messages.js';
import { questionIn } from './tell/question-words.js';

export interface BuildArguments {
  edition?: string[];
  out?: string;
  jobs?: number;
  shard?: string;
  /** A Chrome or Chromium to print with. */
  browser?: string;
  resume?: boolean;
  json?: boolean;
  press?: string;
  pressDummy?: boolean;
}

type Build = typeof import('../build.js');
type UpToDate = typeof import('../up-to-date.js');

/** What all issues of one run share. */
interface Run
  extends Pick<Build, 'buildIssue' | 'setAside'>,
    Pick<UpToDate, 'editionsUpToDate' | 'readReport'> {
  place: Place;
  editions: readonly Edition[];
  out: string;
  pool: BrowserPool;
  resume: boolean;
  withDummy: boolean;
  /** Lines name the issue, because there are several. */
  isMany: boolean;
  teller: BuildTeller;
  /** The folder that names in messages are relative to. */
  cwd: string;
  language: Language;
}

/** `chongpai build`: PDFs of issues. One bad issue or edition does not stop the others. */
export async function buildIssues(
  asked: string[],
  options: BuildArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = pressed(findPublication(terminal.cwd), options);
  const folders = shardOf(pickIssues(place, asked), options.shard);
  const editions = pickEditions(place, options.edition);
  const out = options.out === undefined ? join(place.root, 'build') : resolve(terminal.cwd, options.out);
  prepareFolder(out);
  // Only now: these load all of chongpai, and whoever mistyped a name should not wait for that.
  const [{ buildIssue, setAside }, { editionsUpToDate, readReport }, { newBrowserPool }] = await Promise.all([
    import('../build.js'),
    import('../up-to-date.js'),
    import('../chromium/browser-pool.js'),
  ]);
  const tally = newBuildTally(folders.length * editions.length);
  const teller = (options.json ? eventTeller : lineTeller)(terminal, tally);
  const run: Run = {
    place,
    editions,
    out,
    buildIssue,
    setAside,
    editionsUpToDate,
    readReport,
    pool: newBrowserPool({ path: options.browser }),
    resume: options.resume === true,
    withDummy: options.pressDummy === true,
    isMany: folders.length > 1,
    teller,
    cwd: terminal.cwd,
    language: terminal.language ?? 'en',
  };
  const reports = await buildAll(folders, run, options.jobs ?? usualJobs());
  if (run.isMany) teller.say(tally.summary(reports));
  teller.say(lastWords(reports, run));
  if (options.json) terminal.result(`${JSON.stringify({ issues: reports }, null, 2)}\n`);
  else
    for (const { pdf, press } of reports.flatMap((report) => report.editions))
      for (const file of [pdf ?? [], press?.files ?? []].flat())
        terminal.result(`${nearName(terminal.cwd, file)}\n`);
  return reports.every(isComplete) ? 0 : 1;
}

/** How a build ends: what was made, and that no question keeps anybody from it. */
function lastWords(reports: readonly IssueReport[], { language, out, cwd }: Run): string {
  const made = reports.flatMap(({ editions }) => editions).filter(({ pdf }) => pdf !== undefined).length;
  const open = reports.reduce((sum, report) => sum + report.open.length, 0);
  const place = nearName(cwd, join(out, reports.length === 1 ? reports[0]!.issue : '…', 'report.json'));
  return textOf(open > 0 ? say('build-done', made, open, place) : say('build-clear', made), language);
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
    if (browser) run.teller.say(`printed with ${browser}`);
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
  const { place, teller, pool } = run;
  const out = join(run.out, report.issue);
  let editions = run.editions;
  const told = (error: unknown, edition?: string) => {
    const text = explain(error);
    const said = explain(error, run.language);
    const subject = subjectOf(report, edition, run);
    teller.say(`error: ${edition === undefined ? '' : `${subject.name}: `}${said}`, subject);
    return text;
  };
  try {
    editions = run.resume ? await notUpToDate({ folder, out }, report, run) : run.editions;
    if (editions.length === 0) return;
    await run.buildIssue(
      { place, folder, editions, out, pool, told, done: teller.counted, withDummy: run.withDummy },
      report,
      stagesOf(report, run),
    );
  } catch (error) {
    report.error = told(error);
    for (const { id } of editions) {
      report.editions.push({ edition: id, stages: [], error: report.error, ...run.setAside(out, id) });
      teller.counted();
    }
  }
  tellOld(report, run);
  for (const name of report.changed ?? [])
    teller.say(`open  ${name}: it was saved while the book was made; build again to have it`);
  tellPress(report, run);
  tellOpen(report, run);
  try {
    writeFileAtomically(
      join(out, 'report.json'),
      `${JSON.stringify(withOthers(report, run.readReport(out)), null, 2)}\n`,
    );
  } catch (error) {
    report.error ??= told(error);
  }
}

/** Editions that have to be made; of the others the report keeps what it had. */
async function notUpToDate(
  { folder, out }: { folder: string; out: string },
  report: IssueReport,
  run: Run,
): Promise<readonly Edition[]> {
  const { place, editions, pool, teller } = run;
  const done = await run.editionsUpToDate({ place, folder, editions, out, pool });
  for (const former of done) {
    const { edition } = former;
    report.editions.push({ ...former, pdf: join(out, `${edition}.pdf`), upToDate: true, stages: [] });
    teller.say(`${report.issue}  ${edition} is up to date`, subjectOf(report, edition, run));
    teller.counted();
  }
  return editions.filter(({ id }) => !done.some(({ edition }) => edition === id));
}

/** Whoever fetches a paper by its name shall not get yesterday's without a word. */
function tellOld(report: IssueReport, run: Run): void {
  for (const { edition, old } of report.editions)
    if (old !== undefined) {
      const subject = subjectOf(report, edition, run);
      run.teller.say(
        `${subject.name}  the PDF of an earlier build is kept as ${nearName(run.cwd, old)}`,
        subject,
      );
    }
}

/** A report is about all PDFs of its folder, also those that this run was not asked for. */
function withOthers(report: IssueReport, former: IssueReport | undefined): IssueReport {
  const isOther = ({ edition, pdf }: EditionReport) =>
    pdf !== undefined && existsSync(pdf) && !report.editions.some((one) => one.edition === edition);
  return { ...report, editions: [...report.editions, ...(former?.editions ?? []).filter(isOther)] };
}

function subjectOf({ issue }: IssueReport, edition: string | undefined, { isMany }: Run): Subject {
  if (edition === undefined) return { issue, name: issue };
  return { issue, edition, name: isMany ? `${issue}/${edition}` : edition };
}

function stagesOf(report: IssueReport, run: Run) {
  return (about: IssueReport | EditionReport) => {
    const subject = subjectOf(report, 'edition' in about ? about.edition : undefined, run);
    return stageRunner(
      about.stages,
      (stage) => run.teller.ended(subject, stage),
      (stage, soFar) => run.teller.begin(subject, stage, soFar),
    );
  };
}

/** Kinds of open questions that a terminal shows. They are no failure, but nobody should miss them. */
/** How to print and bind, once for editions that are printed alike. */
function tellPress({ editions }: IssueReport, { teller }: Run): void {
  const presses = editions.flatMap(({ press }) => press ?? []);
  for (const text of new Set(presses.flatMap(({ feed }) => [feed['zh-Hans'], feed.en])))
    teller.say(`press  ${text}`);
  for (const why of new Set(presses.flatMap(({ unlabelled }) => unlabelled ?? [])))
    teller.say(`press  not labelled PDF/X-4: ${why}`);
}

/** The publication with the scheme that the command line asks for. */
function pressed(place: Place, { press, pressDummy }: BuildArguments): Place {
  if (press === undefined && !pressDummy) return place;
  const scheme = schemeIds.find((id) => id === press);
  if (press !== undefined && !scheme)
    throw problem(say('unknown-scheme', press, schemeIds.join(', ')), {
      ruleId: 'usage',
      ...didYouMean(press, schemeIds),
    });
  const choices = place.publication.press;
  if (!scheme && !choices) throw problem(say('dummy-without-scheme'), { ruleId: 'usage' });
  return {
    ...place,
    publication: { ...place.publication, press: { ...choices, ...(scheme && { scheme }) } },
  };
}

/** Open questions are no failure, but nobody should miss them. */
const mostTold = 12;

function tellOpen({ open, told = [], issue }: IssueReport, { teller, cwd, language }: Run): void {
  const spoken = (one: OpenQuestion) => ({ ...one, reason: questionIn(language, one) });
  const near = (file: string) => nearName(cwd, file);
  const kinds = groupMessages(open.map(spoken), near);
  for (const text of kinds.slice(0, mostTold)) teller.say(`open  ${text}`);
  if (kinds.length > mostTold)
    teller.say(`open  ${kinds.length - mostTold} kinds more in ${issue}/report.json`);
  for (const text of groupMessages(told.map(spoken), near)) teller.say(`told  ${text}`);
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
