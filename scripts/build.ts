import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from './article/edition.js';
import { changedFiles, type Snapshot, within } from './article/files/snapshot.js';
import type { Issue } from './article/issue.js';
import { removeFile, writeFileAtomically } from './article/manuscript.js';
import type { BrowserPool } from './chromium/browser-pool.js';
import type { Place } from './config.js';
import type { Making } from './make-pdf.js';
import { type FinishedPdf, pdfCache } from './pdf-cache.js';
import { type Press, pressFor } from './prepress/impose/press.js';
import { pressEndings } from './press-files.js';
import { modifiedDate } from './proof.js';
import { filesOf, readManuscript } from './read-manuscript.js';
import { addOpen, type EditionReport, type IssueReport, openQuestion, type RunStage } from './report.js';
import { sha256, traceKey, traceOf } from './trace.js';

/** What to build of one issue, and with what. */
export interface BuildPlan {
  place: Place;
  /** The issue's folder. */
  folder: string;
  editions: readonly Edition[];
  /** Folder for `<edition>.pdf` and `report.json`. */
  out: string;
  pool: BrowserPool;
  /** With a press file, pages of numbers alone to fold and check. */
  withDummy?: boolean;
  /** Tells a person why something could not be made, and gives the words for the report. */
  told: (error: unknown, edition?: string) => string;
  /** An edition is made, or has failed. */
  done: () => void;
}

/** Runs the stages of one edition (or, without a name, those of the issue as a whole). */
export type StagesOf = (report: IssueReport | EditionReport) => RunStage;

/** 排印: one issue → a PDF an edition. What cannot be made is told in the report; the other editions go on. */
export async function buildIssue(plan: BuildPlan, report: IssueReport, stagesOf: StagesOf): Promise<void> {
  const { folder, place, editions } = plan;
  const { issue, files } = await readManuscript(folder, place, stagesOf(report));
  report.edits = issue.tally.edits;
  report.told = (issue.told ?? []).map((message) => openQuestion(message));
  const rows = editions.map((edition) => ({
    edition,
    made: { edition: edition.id, stages: [] } as EditionReport,
  }));
  report.editions.push(...rows.map(({ made }) => made));
  const waiting = rows.values();
  const work = async () => {
    for (const { edition, made } of waiting) {
      try {
        const task = { issue, files, edition, report, made, run: stagesOf(made) };
        await within(files, () => buildEdition(plan, task));
      } catch (error) {
        made.error = plan.told(error, edition.id);
        Object.assign(made, setAside(plan.out, edition.id));
      }
      plan.done();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const changed = changedFiles(files, filesOf(folder, place));
  if (changed.length > 0) report.changed = changed;
}

/** 旧样: the PDF of an earlier build, where this one has none, goes by another name; a paper is no other day's. */
export function setAside(out: string, edition: string): { old?: string } {
  const [path, old] = [join(out, `${edition}.pdf`), oldName(out, edition)];
  if (!existsSync(path)) return {};
  renameSync(path, old);
  return { old };
}

const oldName = (out: string, edition: string) => join(out, `${edition}.old.pdf`);

/** Editions of an issue that are made at once: one is in the browser while the other is in this process. */
const atOnce = 2;

interface EditionTask {
  issue: Issue;
  files: Snapshot;
  edition: Edition;
  report: IssueReport;
  made: EditionReport;
  run: RunStage;
}

/** One edition: from the cache, or made. Its PDF is written only when the proof holds. */
async function buildEdition(
  plan: BuildPlan,
  { issue, files, edition, report, made, run }: EditionTask,
): Promise<void> {
  const { out, pool, place, folder } = plan;
  const modified = modifiedDate(issue);
  const trace = await traceOf({ files, place, folder, edition, browser: await pool.identity() });
  const cache = pdfCache(trace, place.root);
  const known = cache.read();
  const finished = known
    ? await run(
        'cache',
        () => known,
        ({ pages }) => `${pages} pages, unchanged since their proof`,
      )
    : await makeAnew({ issue, edition, place, pool, modified, run });
  addOpen(report, finished.open);
  // What was made of files that changed under it is no entry of theirs.
  const isSound = !files.isTorn();
  if (!known && isSound) cache.write(finished);
  const path = join(out, `${edition.id}.pdf`);
  writeFileAtomically(path, finished.pdf);
  removeFile(oldName(out, edition.id));
  Object.assign(made, { pdf: path, pages: finished.pages, troubles: finished.troubles });
  if (isSound) Object.assign(made, { sha256: sha256(finished.pdf), key: traceKey(trace), trace });
  const press = pressFor(place.publication.press, edition.id);
  if (!press) return;
  // Sheets of an earlier build are not those of this book.
  for (const ending of pressEndings) removeFile(join(out, `${edition.id}.${ending}`));
  try {
    await pressEdition(plan, {
      finished,
      press,
      made,
      making: { issue, edition, place, pool, modified, run },
    });
  } catch (error) {
    // The book to read is made; only its sheets are not.
    made.error = plan.told(error, edition.id);
  }
}

/** The press file and what goes with it, beside the reading PDF. */
async function pressEdition(
  { out, place, withDummy }: BuildPlan,
  {
    finished,
    press,
    made,
    making,
  }: { finished: FinishedPdf; press: Press; made: EditionReport; making: Making },
): Promise<void> {
  const { modified, run } = making;
  const withBleed = async (bleedMm: number) => (await import('./make-pdf.js')).makeWithBleed(making, bleedMm);
  const { files, report } = await run(
    'press',
    async () => {
      const { pressBook } = await import('./press-book.js');
      return pressBook({ ...finished, press, place, modified, withBleed, ...(withDummy && { withDummy }) });
    },
    (pressed) => `${pressed.report.sheets} sheets of ${pressed.report.sheet}, folded and proven`,
  );
  const written = files.map(({ ending, pdf }) => {
    const path = join(out, `${made.edition}.${ending}`);
    writeFileAtomically(path, pdf);
    return path;
  });
  made.press = { ...report, files: written };
}

/** Loads what makes a PDF, half of this program, while the browser starts; a PDF from the cache needs neither. */
async function makeAnew(making: Making): Promise<FinishedPdf> {
  making.pool.warm();
  const { makePdf } = await import('./make-pdf.js');
  return makePdf(making);
}
