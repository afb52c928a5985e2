import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../../article/edition.js';
import { writeFileAtomically } from '../../article/manuscript.js';
import { say, textOf } from '../../article/words/say.js';
import { buildIssue } from '../../build.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import type { Place } from '../../config.js';
import { setAside } from '../../outputs/output-files.js';
import {
  addMessages,
  type EditionReport,
  type IssueReport,
  newEditionReport,
  type OpenQuestion,
  stageRunner,
} from '../../report.js';
import { editionsUpToDate, lastReport } from '../../up-to-date.js';
import type { Subject } from '../tell/build-teller.js';
import { explain } from '../tell/explain.js';
import { type Listener, tellIssue } from '../tell/tell-issue.js';

/** Context shared by all issues of one run. */
export interface Run extends Omit<Listener, 'subjectOf' | 'reports' | 'isResumed'> {
  place: Place;
  editions: readonly Edition[];
  /** Folder of the issues' folders. */
  out: string;
  pool: BrowserPool;
  resume: boolean;
  /** Encoding of the sources, if a person named it. */
  encoding?: string | undefined;
  /** Lines name the issue, because there are several. */
  isMany: boolean;
}

/** Builds one issue of a run, prints the results, and writes its report. */
export async function buildOne(folder: string, run: Run, report: IssueReport): Promise<void> {
  const out = join(run.out, report.issue);
  const told = newTold(report, run);
  try {
    report.covers = run.editions.map(({ id }) => id);
    await makeEditions({ folder, out, told }, run, report);
  } catch (error) {
    report.error ??= told(error);
  }
  const names = (one: IssueReport, edition?: string) => subjectOf(one, edition, run);
  tellIssue(report, { ...run, reports: run.out, subjectOf: names, isResumed: run.resume });
  try {
    const whole = withOthers(report, lastReport(out));
    writeFileAtomically(join(out, 'report.json'), `${JSON.stringify(whole, null, 2)}\n`);
  } catch (error) {
    report.error ??= told(error);
  }
}

interface Task {
  folder: string;
  out: string;
  told: (error: unknown, edition?: string) => string;
}

async function makeEditions({ folder, out, told }: Task, run: Run, report: IssueReport): Promise<void> {
  const { place, teller, pool, encoding } = run;
  let { editions } = run;
  try {
    if (run.resume) editions = await notUpToDate({ folder, out }, report, run);
    if (editions.length === 0) return;
    const plan = { place, folder, editions, out, pool, encoding, told, done: teller.counted };
    await buildIssue(plan, report, stagesOf(report, run));
  } catch (error) {
    report.error = told(error);
    for (const { id } of editions) {
      const old = setAside({ out, edition: id }, run.outputs);
      report.editions.push({
        ...newEditionReport(id),
        error: report.error,
        ...(old.length > 0 && { old }),
      });
      teller.counted();
    }
  }
}

/** Tells a person the reason of a failure, in their language, and returns the words for the report. */
const newTold = (report: IssueReport, run: Run) => (error: unknown, edition?: string) => {
  const subject = subjectOf(report, edition, run);
  const name = edition === undefined ? '' : `${subject.name}: `;
  const line = say('line-error', `${name}${explain(error, run.language)}`);
  run.teller.say(textOf(line, run.language), subject);
  return explain(error);
};

/** Editions that have to be made; the report keeps its entries of the others. */
async function notUpToDate(
  { folder, out }: Omit<Task, 'told'>,
  report: IssueReport,
  run: Run,
): Promise<readonly Edition[]> {
  const { place, editions, pool, teller } = run;
  const done = await editionsUpToDate({ place, folder, editions, out, pool });
  keepKnown(report, lastReport(out), { done, isAll: done.length === editions.length });
  for (const former of done) {
    const { edition } = former;
    report.editions.push({ ...former, upToDate: true, stages: [] });
    const text = textOf(say('edition-kept', edition), run.language);
    teller.say(`${report.issue}  ${text}`, subjectOf(report, edition, run));
    teller.counted();
  }
  return editions.filter(({ id }) => !done.some(({ edition }) => edition === id));
}

/** Keeps the last report's entries of editions that are not made again, because their questions are still open. */
function keepKnown(
  report: IssueReport,
  former: IssueReport | undefined,
  { done, isAll }: { done: readonly EditionReport[]; isAll: boolean },
): void {
  if (!former || done.length === 0) return;
  // A question that several editions share has the name of one, which may not be among these.
  if (former.covers?.some((id) => !report.covers?.includes(id)) !== false) delete report.covers;
  const isTheirs = ({ edition: id }: OpenQuestion) =>
    id === undefined || done.some(({ edition }) => edition === id);
  // What restoring has settled is told again, but where no edition is made.
  const told = former.told?.filter((one) => isAll || (one.edition !== undefined && isTheirs(one)));
  addMessages(report, { open: former.open.filter(isTheirs), told });
  if (isAll) report.edits = former.edits;
}

/** Adds the other files of the folder to a report, which covers them all, not only those of this run. */
function withOthers(report: IssueReport, former: IssueReport | undefined): IssueReport {
  const isThere = ({ outputs }: EditionReport) =>
    Object.values(outputs).some(({ files }) => files.some(({ path }) => existsSync(path)));
  const others = (former?.editions ?? []).filter(
    (made) => isThere(made) && !report.editions.some(({ edition }) => edition === made.edition),
  );
  return { ...report, editions: [...report.editions, ...others] };
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
      (stage, did) => run.teller.ended(subject, stage, did),
      (stage, soFar) => run.teller.begin(subject, stage, soFar),
    );
  };
}
