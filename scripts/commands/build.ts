import { basename } from 'node:path';
import { prepareFolder } from '../article/manuscript.js';
import { say, textOf } from '../article/words/say.js';
import { pruneCache } from '../chromium/prune-cache.js';
import { findPublication, pickIssues } from '../config.js';
import { outputs } from '../outputs/outputs.js';
import type { IssueReport } from '../report.js';
import { type BuildArguments, pressed } from './build/arguments.js';
import type { Run } from './build/build-one.js';
import { pickEditions } from './build/pick-editions.js';
import { tellResults } from './build/tell-results.js';
import type { ExitCode, Terminal } from './command.js';
import { outFolder } from './out-folder.js';
import { shardOf } from './shard.js';
import { newBuildTally } from './tell/build-tally.js';
import { eventTeller, lineTeller } from './tell/build-teller.js';
import { usualJobs } from './usual-jobs.js';

/** Memory of an issue in layout with its tab, in GB. */
const roomOfIssue = 0.7;

/** `chongpai build`: the files of issues. One bad issue or edition does not stop the others. */
export async function buildIssues(
  asked: string[],
  options: BuildArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = pressed(findPublication(terminal.cwd), options);
  const folders = shardOf(pickIssues(place, asked), options.shard);
  const editions = pickEditions(place, options.edition);
  const where = { root: place.root, cwd: terminal.cwd, asked: options.out };
  for (const folder of folders) outFolder(where, basename(folder));
  const out = outFolder(where);
  prepareFolder(out);
  // Only now: these load all of chongpai, and a person who mistyped a name should not wait for that.
  const [{ buildOne }, { newBrowserPool }] = await Promise.all([
    import('./build/build-one.js'),
    import('../chromium/browser-pool.js'),
  ]);
  const tally = newBuildTally(folders.length * editions.length, terminal.language);
  const teller = (options.json ? eventTeller : lineTeller)(terminal, tally);
  const run: Run = {
    place,
    editions,
    outputs,
    out,
    pool: newBrowserPool({ path: options.browser }),
    resume: options.resume === true,
    encoding: options.encoding,
    isMany: folders.length > 1,
    teller,
    cwd: terminal.cwd,
    language: terminal.language ?? 'en',
  };
  const reports = await buildAll(folders, {
    run,
    build: buildOne,
    jobs: options.jobs ?? usualJobs(roomOfIssue),
  });
  tellResults(reports, { ...run, tally, terminal, isJson: options.json === true });
  return reports.every(isComplete) ? 0 : 1;
}

interface Work {
  run: Run;
  build: (folder: string, run: Run, report: IssueReport) => Promise<void>;
  jobs: number;
}

/** Some issues at once over one browser: while one is in the browser, others are in this process. */
async function buildAll(folders: readonly string[], { run, build, jobs }: Work): Promise<IssueReport[]> {
  const reports = folders.map((folder) => newReport(basename(folder)));
  const waiting = reports.keys();
  const work = async () => {
    for (const index of waiting) await build(folders[index]!, run, reports[index]!);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, folders.length) }, work));
    const browser = run.pool.description();
    if (browser) run.teller.say(textOf(say('printed-with', browser), run.language));
  } finally {
    await run.pool.close();
  }
  // Without a browser nothing was made that takes room.
  if (run.pool.description()) pruneCache();
  return reports;
}

function newReport(issue: string): IssueReport {
  return { issue, stages: [], editions: [], edits: {}, open: [] };
}

function isComplete({ error, editions }: IssueReport): boolean {
  return error === undefined && editions.every((edition) => edition.error === undefined);
}
