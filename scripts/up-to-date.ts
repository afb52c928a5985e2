import { join } from 'node:path';
import type { Edition } from './article/edition.js';
import { readBytes, readTextFile } from './article/manuscript.js';
import type { BrowserPool } from './chromium/browser-pool.js';
import type { Place } from './config.js';
import { filesOf } from './read-manuscript.js';
import type { EditionReport, IssueReport } from './report.js';
import { sha256, traceKey, traceOf } from './trace.js';

/** What may be up to date of one issue. */
export interface Standing {
  place: Place;
  /** The issue's folder. */
  folder: string;
  editions: readonly Edition[];
  /** Folder of its PDFs and of `report.json`. */
  out: string;
  pool: BrowserPool;
}

/**
 * What the report of the last build tells of the editions that are as they would be made now: of the same files by
 * content, with the same program, browser and fonts, and with the same PDF in its place. Times are not asked: a file
 * may be older than a PDF that does not have it.
 *
 * @throws a problem for a link that leads out of the publication.
 */
export async function editionsUpToDate({
  place,
  folder,
  editions,
  out,
  pool,
}: Standing): Promise<EditionReport[]> {
  const former = readReport(out)?.editions ?? [];
  if (former.length === 0) return [];
  const files = filesOf(folder, place);
  const browser = await pool.identity();
  const checked = editions.map(async (edition) => {
    const made = former.find((one) => one.edition === edition.id);
    if (made?.key === undefined || !isInPlace(join(out, `${edition.id}.pdf`), made)) return [];
    const trace = await traceOf({ files, place, folder, edition, browser });
    return traceKey(trace) === made.key ? [made] : [];
  });
  return (await Promise.all(checked)).flat();
}

/** The report of the last build; undefined where there is none that can be read. */
export function readReport(out: string): IssueReport | undefined {
  try {
    return JSON.parse(readTextFile(join(out, 'report.json')) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether a PDF is the one of the report. A missing or a damaged one is made again. */
export function isInPlace(pdf: string, { sha256: known }: EditionReport): boolean {
  try {
    const bytes = readBytes(pdf);
    return bytes !== undefined && sha256(bytes) === known;
  } catch {
    return false;
  }
}
