import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from './article/edition.js';
import type { Issue } from './article/issue.js';
import { names, writeFileAtomically } from './article/manuscript.js';
import { readIssue } from './article/read-issue.js';
import type { Source } from './article/source.js';
import { bookFrom } from './book.js';
import type { Place } from './config.js';
import { readSource } from './intake/read-source.js';
import { type FinishedPdf, pdfCache } from './pdf-cache.js';
import { finish } from './prepress/finish.js';
import { pageFacts } from './prepress/page-facts.js';
import { preflight } from './prepress/preflight.js';
import { print } from './prepress/print.js';
import type { ProvenText } from './prepress/proven-text.js';
import { failedProof, missingCharacters, modifiedDate } from './proof.js';
import { questionPages } from './question-pages.js';
import { isStale, redraft } from './redraft.js';
import { addOpen, type EditionReport, type IssueReport, openQuestion, type RunStage } from './report.js';
import { assemble, documentOf } from './typeset/assemble.js';
import type { BrowserPool } from './typeset/browser-pool.js';
import { subsetFonts } from './typeset/fonts.js';
import type { Book } from './typeset/galley.js';
import { type LaidOut, paginate } from './typeset/paginate.js';

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
    : await makePdf({ issue, edition, place, pool, modified, run });
  addOpen(report, finished.open);
  if (!known) cache.write(finished);
  const path = join(out, `${edition.id}.pdf`);
  writeFileAtomically(path, finished.pdf);
  Object.assign(made, { pdf: path, pages: finished.pages, troubles: finished.troubles });
}

interface Making {
  issue: Issue;
  edition: Edition;
  place: Place;
  pool: BrowserPool;
  modified: Date;
  run: RunStage;
}

/** compose → fonts → paginate → print → finish → preflight. @throws a problem when the proof fails. */
async function makePdf({ issue, edition, place, pool, modified, run }: Making): Promise<FinishedPdf> {
  const { book, articles, messages } = await run(
    'compose',
    () => bookFrom(issue, edition, place),
    ({ book: { galleys } }) => `${galleys.length} galleys`,
  );
  const fonts = await run(
    'fonts',
    () => subsetFonts(book.fonts, book.characters, book.displayCharacters),
    ({ css }) => `${[...book.characters].length} characters, ${Math.round((css.length * 3) / 4096)} KB`,
  );
  if (fonts.missing.length > 0) throw missingCharacters(fonts.missing, book);
  const laidOut = await run(
    'paginate',
    () => paginate(book, fonts, pool),
    ({ pages, cached }) =>
      `${pages.reduce((sum, one) => sum + one.pages.length, 0)} pages, ${cached} of ${pages.length} galleys from the cache`,
  );
  const assembled = assemble(book, laidOut, fonts);
  const printed = await run('print', () => print(documentOf(book, assembled), pool), kilobytes);
  const labels = assembled.pages.map(({ label }) => label);
  const pdf = await run('finish', () => finish(printed, book, { modified, labels }), kilobytes);
  const proven: ProvenText[] = [];
  const facts = {
    pages: pageFacts(book, assembled.pages),
    onProven: (text: ProvenText) => proven.push(text),
  };
  const findings = await run(
    'preflight',
    () => preflight(pdf, book, facts),
    (found) =>
      `${characterCount(book)} characters proven${found.length > 0 ? `, ${found.length} findings` : ''}`,
  );
  if (findings.length > 0) throw failedProof(findings);
  const found = questionPages(articles, proven[0]!);
  const open = messages.map((message) =>
    openQuestion(message, { edition: edition.id, page: labels[found.get(message) ?? -1] }),
  );
  return { pdf, pages: labels.length, troubles: troublesOf(laidOut), open };
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

const kilobytes = (bytes: Uint8Array) => `${Math.round(bytes.length / 1024)} KB`;
const troublesOf = ({ pages }: LaidOut) =>
  pages.flatMap(({ troubles }) => troubles.map(({ block, reason }) => `${block} ${reason}`));

const characterCount = ({ passages }: Book) => passages.reduce((sum, { text }) => sum + [...text].length, 0);
