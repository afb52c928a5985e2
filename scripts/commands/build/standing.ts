import { basename } from 'node:path';
import { Command } from 'commander';
import { say, textOf } from '../../article/words/say.js';
import { browserIdentity, findBrowser } from '../../chromium/find-browser.js';
import { findPublication, type Place, pickIssues } from '../../config.js';
import { outputs } from '../../outputs/outputs.js';
import type { IssueReport } from '../../report.js';
import { editionsUpToDate, lastReport } from '../../up-to-date.js';
import type { Terminal } from '../command.js';
import { outFolder } from '../out-folder.js';
import { shardOf } from '../shard.js';
import { newBuildTally } from '../tell/build-tally.js';
import { eventTeller, lineTeller } from '../tell/build-teller.js';
import { tellIssue } from '../tell/tell-issue.js';
import { type BuildArguments, pressed } from './arguments.js';
import { declareBuild } from './declare.js';
import { tellResults } from './tell-results.js';

/** Of more issues one has probably changed, and then all that was compared is compared again. */
const mostIssues = 8;

/**
 * 照旧: the answer of a build that would make nothing, from the traces and the questions in the issues' reports. Nothing
 * is converted, parsed or even loaded for that; each of the things that could change a word of it is part of the trace.
 *
 * @param argv a command line without its language
 * @returns false where there is anything to do, or to say besides: nothing was told then.
 * @throws a problem that the build itself tells
 */
export async function tellStanding(argv: readonly string[], terminal: Terminal): Promise<boolean> {
  let asked: { issues: string[]; options: BuildArguments & { watch?: boolean } } | undefined;
  const quiet = { writeErr: () => undefined, writeOut: () => undefined };
  const top = new Command('chongpai').exitOverride().configureOutput(quiet);
  declareBuild(top.command('build [issues...]').exitOverride()).action((issues, options) => {
    asked = { issues, options };
  });
  await top.parseAsync([...argv]);
  if (!asked || asked.options.watch || asked.options.encoding !== undefined) return false;
  const { issues, options } = asked;
  const place = pressed(findPublication(terminal.cwd), options);
  const folders = shardOf(pickIssues(place, issues), options.shard);
  if (folders.length === 0 || folders.length > mostIssues) return false;
  const where = { root: place.root, cwd: terminal.cwd, asked: options.out };
  const reports: IssueReport[] = [];
  for (const folder of folders) {
    const out = outFolder(where, basename(folder));
    const report = await standingReport(place, { folder, out, options });
    if (!report) return false;
    reports.push(report);
  }
  tellAll(reports, { options, terminal, out: outFolder(where) });
  return true;
}

interface Asked {
  folder: string;
  out: string;
  options: BuildArguments;
}

/** The last report of an issue whose editions, those that are asked for and no others, are all up to date. */
async function standingReport(
  place: Place,
  { folder, out, options }: Asked,
): Promise<IssueReport | undefined> {
  const former = lastReport(out);
  const ids = (options.edition ?? place.publication.editions).flatMap((id) => id.split(','));
  const wanted = new Set(ids);
  const covered = new Set(former?.covers);
  if (!former || former.error !== undefined || former.changed) return undefined;
  if (wanted.size !== covered.size || ids.some((id) => !covered.has(id))) return undefined;
  const editions = [...wanted].map((id) => ({ id }));
  const pool = { identity: async () => browserIdentity(await findBrowser(options.browser)) };
  const done = await editionsUpToDate({ place, folder, editions, out, pool });
  if (done.length < editions.length) return undefined;
  const kept = done.map((made) => ({ ...made, upToDate: true as const, stages: [] }));
  return { ...former, issue: basename(folder), stages: [], editions: kept };
}

/** Told at once: what fails on the way must leave no half of it. */
function tellAll(
  reports: readonly IssueReport[],
  { options, terminal, out }: { options: BuildArguments; terminal: Terminal; out: string },
): void {
  const language = terminal.language ?? 'en';
  const [lines, results]: [string[], string[]] = [[], []];
  const kept = {
    ...terminal,
    line: (text: string) => void lines.push(text),
    result: (text: string) => void results.push(text),
  };
  const tally = newBuildTally(
    reports.reduce((sum, { editions }) => sum + editions.length, 0),
    language,
  );
  const teller = (options.json ? eventTeller : lineTeller)(kept, tally);
  const isMany = reports.length > 1;
  const listener = { teller, cwd: terminal.cwd, language, outputs, reports: out };
  for (const report of reports) {
    const { issue, editions } = report;
    const subjectOf = (_: IssueReport, edition?: string) =>
      edition === undefined
        ? { issue, name: issue }
        : { issue, edition, name: isMany ? `${issue}/${edition}` : edition };
    for (const { edition } of editions) {
      teller.say(`${issue}  ${textOf(say('edition-kept', edition), language)}`, subjectOf(report, edition));
      teller.counted();
    }
    tellIssue(report, { ...listener, subjectOf, isResumed: options.resume === true });
  }
  tellResults(reports, { ...listener, out, isMany, isJson: options.json === true, tally, terminal: kept });
  for (const line of lines) terminal.line(line);
  for (const text of results) terminal.result(text);
}
