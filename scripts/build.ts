import type { Edition } from './article/edition.js';
import { changedFiles, type Snapshot, within } from './article/files/snapshot.js';
import type { Issue } from './article/issue.js';
import type { BrowserPool } from './chromium/browser-pool.js';
import type { Place } from './config.js';
import { filesOf } from './outputs/files-of.js';
import { newMaker } from './outputs/make-outputs.js';
import type { Output } from './outputs/output.js';
import { outputCache } from './outputs/output-cache.js';
import { setAside, writeOutput } from './outputs/output-files.js';
import { outputs as allOutputs } from './outputs/outputs.js';
import { startProving } from './outputs/proof-thread.js';
import { modifiedDate } from './proof.js';
import { readManuscript } from './read-manuscript.js';
import {
  addMessages,
  type EditionReport,
  type IssueReport,
  newEditionReport,
  openQuestion,
  type RunStage,
} from './report.js';
import { type Trace, traceKey, traceOf } from './trace.js';

/** Plan of building one issue. */
export interface BuildPlan {
  place: Place;
  /** The issue's folder. */
  folder: string;
  editions: readonly Edition[];
  /** Possible outputs of an edition; all by default. */
  outputs?: readonly Output[];
  /** Folder for the editions' files and `report.json`. */
  out: string;
  pool: BrowserPool;
  /** Encoding of the source, if a person named it. */
  encoding?: string | undefined;
  /** Tells a person the reason of a failure, and returns the words for the report. */
  told: (error: unknown, edition?: string) => string;
  /** An edition is made, or has failed. */
  done: () => void;
}

/** Runs the stages of one edition (or, without a name, those of the issue as a whole). */
export type StagesOf = (report: IssueReport | EditionReport) => RunStage;

/** 排印: one issue → the outputs of its editions. Failures are in the report; the others continue. */
export async function buildIssue(plan: BuildPlan, report: IssueReport, stagesOf: StagesOf): Promise<void> {
  const { folder, place, editions, encoding, pool } = plan;
  // The browser and the proof get ready while this thread restores.
  const onStale = () => {
    startProving(pool);
    return pool.warm();
  };
  const reading = { run: stagesOf(report), encoding, onStale };
  const { issue, files } = await readManuscript(folder, place, reading);
  report.edits = issue.tally.edits;
  addMessages(report, { open: [], told: (issue.told ?? []).map((message) => openQuestion(message)) });
  const rows = editions.map((edition) => ({ edition, made: newEditionReport(edition.id) }));
  report.editions.push(...rows.map(({ made }) => made));
  await inSequence(rows, ({ edition, made }, handedOver) => {
    const task = { issue, files, edition, report, made, run: stagesOf(made), handedOver };
    return within(files, () => buildEdition(plan, task)).then(plan.done);
  });
  const changed = changedFiles(files, filesOf(folder, place));
  if (changed.length > 0) report.changed = changed;
}

/** Number of editions of an issue made at once: two in the browser, and one in this process. */
const atOnce = 3;

/**
 * Some works at once. Each begins when the one before it has handed its part over to the browser, or has ended: two that
 * share this process from the start would keep the browser waiting for both.
 */
async function inSequence<T>(
  rows: readonly T[],
  work: (row: T, handedOver: () => void) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  for (const row of rows) {
    if (running.size >= atOnce) await Promise.race(running);
    await new Promise<void>((next) => {
      const mine = work(row, next).finally(() => {
        running.delete(mine);
        next();
      });
      running.add(mine);
    });
  }
  await Promise.all(running);
}

interface EditionTask {
  issue: Issue;
  files: Snapshot;
  edition: Edition;
  report: IssueReport;
  made: EditionReport;
  run: RunStage;
  /** To be called when the browser is at work on the edition. */
  handedOver: () => void;
}

/** One edition: its outputs, each from the cache or made. A file is written only when its proof holds. */
async function buildEdition(plan: BuildPlan, task: EditionTask): Promise<void> {
  const { place, outputs = allOutputs } = plan;
  const { edition, made, report } = task;
  const shelf = { out: plan.out, edition: edition.id };
  const attempt = newAttempt(plan, made);
  const trace = await attempt(outputs, () => tracing(plan, task));
  if (!trace) return;
  const give = giverOf(plan, task, trace);
  for (const output of outputs.filter(({ isWanted }) => isWanted(place, edition.id)))
    await attempt([output], async () => {
      const given = await give(output);
      addMessages(report, given);
      made.outputs[output.id] = { files: writeOutput(shelf, output, given), ...given.facts };
    });
  Object.assign(made, { key: traceKey(trace), trace });
}

/** Runs work for some outputs; on failure, tells a person the reason, and sets files of an earlier build aside. */
function newAttempt({ out, told }: BuildPlan, made: EditionReport) {
  const known = new Set<unknown>();
  return async <T>(outputs: readonly Output[], work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      const old = setAside({ out, edition: made.edition }, outputs);
      if (old.length > 0) made.old = [...(made.old ?? []), ...old];
      // Outputs made from a failed one fail too; this need not be reported twice.
      if (known.has(error)) return undefined;
      known.add(error);
      const text = told(error, made.edition);
      made.error = made.error === undefined ? text : `${made.error}\n${text}`;
      return undefined;
    }
  };
}

const tracing = async ({ place, folder, pool }: BuildPlan, { files, edition }: EditionTask) =>
  traceOf({ files, place, folder, edition, browser: await pool.identity() });

function giverOf({ place, pool }: BuildPlan, { issue, edition, run, handedOver }: EditionTask, trace: Trace) {
  return newMaker({
    making: { issue, edition, place, pool, modified: modifiedDate(issue), run, handedOver },
    cacheOf: ({ id }) => outputCache(id, trace, place.root),
  });
}
