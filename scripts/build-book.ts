import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { VFileMessage } from 'vfile-message';
import { formatMessage } from './article/problem.js';
import { buildIssue } from './build.js';
import { newBrowserPool } from './chromium/browser-pool.js';
import { findPublication } from './config.js';
import { editionOf } from './edition/edition-of.js';
import { type IssueReport, stageRunner } from './report.js';

/** A caller's options for a build. */
export interface BookOptions {
  /** Editions such as `zh-Hans`, `zh-Hant-TW`, `zh-Hans+en@facing`; those of `publication.yaml` by default. */
  editions?: readonly string[];
  /** Path of a Chrome or Chromium; found by default, as the command finds it. */
  browser?: string;
  /** Encoding of the source, such as `gb18030`; detected by default. */
  encoding?: string;
}

/** A file that was made. */
export interface BookFile {
  /** As the command names it: `zh-Hans.pdf`, `zh-Hans.press.pdf`. */
  name: string;
  edition: string;
  bytes: Uint8Array;
}

/** The result of a build: its files, and what has to be known about them. */
export interface BuiltBook {
  /** Files whose proof holds; an edition that failed has none. */
  files: BookFile[];
  /** As in `build/<issue>/report.json`: stages, edits by rule, open questions, failures, inputs by hash. */
  report: IssueReport;
}

/**
 * 排印: an issue → its PDFs, each proven against the manuscript, as `chongpai build` makes them. The issue's folder gets
 * its manuscript, if it has only a source; the PDFs are returned and written nowhere.
 *
 * @param folder an issue's folder: `…/manuscript/2025-02-26`, below a folder with `manuscript/publication.yaml`
 * @throws a VFileMessage when the publication, an edition's name or a browser is not to be found. The failure of an
 *   edition is no error: `report.editions[].error` has its reason.
 */
export async function build(folder: string, options: BookOptions = {}): Promise<BuiltBook> {
  const path = resolve(folder);
  const place = findPublication(path);
  const editions = (options.editions ?? place.publication.editions).map((id) => editionOf(id));
  const pool = newBrowserPool({ path: options.browser });
  const out = mkdtempSync(join(tmpdir(), 'chongpai-book-'));
  const report: IssueReport = { issue: basename(path), stages: [], editions: [], edits: {}, open: [] };
  const plan = {
    ...{ place, folder: path, editions, out, pool, encoding: options.encoding },
    told: reasonOf,
    done: () => undefined,
  };
  try {
    await buildIssue(plan, report, ({ stages }) => stageRunner(stages, ignore, ignore));
    return { files: filesOf(report), report };
  } finally {
    await pool.close();
    rmSync(out, { recursive: true, force: true });
  }
}

const ignore = () => undefined;

/** The reason of a failure, as the command tells it: of several at once each in a line of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('\n');
  return error instanceof VFileMessage ? formatMessage(error, 'en') : String(error);
}

/** Reads the files of a report, whose folder does not stay; its paths become names. */
function filesOf(report: IssueReport): BookFile[] {
  return report.editions.flatMap(({ edition, outputs }) =>
    Object.values(outputs).flatMap(({ files }) =>
      files.map((file) => {
        const bytes = new Uint8Array(readFileSync(file.path));
        file.path = basename(file.path);
        return { name: file.path, edition, bytes };
      }),
    ),
  );
}
