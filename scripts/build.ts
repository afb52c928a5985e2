import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from './article/edition.js';
import type { Issue } from './article/issue.js';
import { names, writeFileAtomically } from './article/manuscript.js';
import { readIssue } from './article/read-issue.js';
import type { Source } from './article/source.js';
import type { BrowserPool } from './chromium/browser-pool.js';
import type { Place } from './config.js';
import { readSource } from './intake/read-source.js';
import type { Making } from './make-pdf.js';
import { type FinishedPdf, pdfCache } from './pdf-cache.js';
import { modifiedDate } from './proof.js';
import { isStale, redraft } from './redraft.js';
import { addOpen, type EditionReport, type IssueReport, openQuestion, type RunStage } from './report.js';

/** What to build of one issue, and with what. */
export interface BuildPlan {
  place: Place;
  /** The issue's folder. */
  folder: string;
  editions: readonly Edition[];
  /** Folder for `<edition>.pdf` and `report.json`. */
  out: string;
  pool: BrowserPool;
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
  const issue = await readManuscript(folder, place, stagesOf(report));
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
        await buildEdition(plan, { issue, edition, report, made, run: stagesOf(made) });
      } catch (error) {
        made.error = plan.told(error, edition.id);
      }
      plan.done();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Editions of an issue that are made at once: one is in the browser while the other is in this process. */
const atOnce = 2;

interface EditionTask {
  issue: Issue;
  edition: Edition;
  report: IssueReport;
  made: EditionReport;
  run: RunStage;
}

/** One edition: from the cache, or made. Its PDF is written only when the proof holds. */
async function buildEdition(
  plan: BuildPlan,
  { issue, edition, report, made, run }: EditionTask,
): Promise<void> {
  const { out, pool, place, folder } = plan;
  const modified = modifiedDate(issue);
  const cache = pdfCache({ place, folder, edition: edition.id, browser: await pool.identity(), modified });
  const known = cache.read();
  const finished = known
    ? await run(
        'cache',
        () => known,
        ({ pages }) => `${pages} pages, unchanged since their proof`,
      )
    : await makeAnew({ issue, edition, place, pool, modified, run });
  addOpen(report, finished.open);
  if (!known) cache.write(finished);
  const path = join(out, `${edition.id}.pdf`);
  writeFileAtomically(path, finished.pdf);
  Object.assign(made, { pdf: path, pages: finished.pages, troubles: finished.troubles });
}

/** Loads what makes a PDF, half of this program, while the browser starts; a PDF from the cache needs neither. */
async function makeAnew(making: Making): Promise<FinishedPdf> {
  making.pool.warm();
  const { makePdf } = await import('./make-pdf.js');
  return makePdf(making);
}

/** The manuscript of an issue: restored first if its source is new, then as people have edited it. */
export async function readManuscript(folder: string, { publication }: Place, run: RunStage): Promise<Issue> {
  const source = existsSync(join(folder, names.source))
    ? await run(
        'intake',
        () => readSource(join(folder, names.source)),
        ({ text, encoding }) => `${text.length} characters, ${encoding}`,
      )
    : undefined;
  if (source && isStale(folder))
    await run(
      'restore',
      () => redraft(folder, source),
      ({ written, proposed }) =>
        `${written.length} files written${proposed.length > 0 ? `, ${proposed.length} proposed beside edited ones` : ''}`,
    );
  return run(
    'read',
    () => readIssue(folder, publication, source as Source | undefined),
    (issue) =>
      `${issue.sections.reduce((sum, { articles }) => sum + articles.length, 0)} articles, ${issue.tally.open} open questions`,
  );
}
