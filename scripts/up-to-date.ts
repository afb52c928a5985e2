import { basename, join } from 'node:path';
import { readBytes } from './article/manuscript.js';
import type { BrowserPool } from './chromium/browser-pool.js';
import type { Place } from './config.js';
import { filesOf } from './outputs/files-of.js';
import type { Output } from './outputs/output.js';
import { outputs as allOutputs } from './outputs/outputs.js';
import type { EditionReport, IssueReport, OutputReport } from './report.js';
import { readReport } from './report-file.js';
import { programHash, sha256, type Trace, traceKey, traceOf } from './trace.js';

/** Outputs of one issue that may be up to date. */
export interface Standing {
  place: Place;
  /** The issue's folder. */
  folder: string;
  editions: readonly { id: string }[];
  /** Possible outputs of an edition; all by default. */
  outputs?: readonly Output[];
  /** Folder of its files and of `report.json`. */
  out: string;
  pool: Pick<BrowserPool, 'identity'>;
}

/**
 * The last report's entries of editions that are up to date: made from the same files by content, with the same
 * program, browser and fonts, and with their own files in place. Modification times do not count: a file may be older
 * than a PDF that does not include it.
 *
 * @throws a problem for a link that leads out of the publication.
 */
export async function editionsUpToDate({
  place,
  folder,
  editions,
  out,
  outputs = allOutputs,
  pool,
}: Standing): Promise<EditionReport[]> {
  const former = lastReport(out)?.editions ?? [];
  if (former.length === 0) return [];
  const files = filesOf(folder, place);
  const browser = await pool.identity();
  const checked = editions.map(async (edition) => {
    const made = former.find((one) => one.edition === edition.id);
    const wanted = outputs.filter(({ isWanted }) => isWanted(place, edition.id));
    if (made?.key === undefined || !isWhole(made, wanted)) return [];
    const outputsHere = Object.entries(made.outputs).map(([id, one]) => [id, movedTo(out, one)] as const);
    const here = { ...made, outputs: Object.fromEntries(outputsHere) };
    if (!Object.values(here.outputs).every(isInPlace)) return [];
    const fonts = fontsOf(made.trace);
    if (fonts === undefined) return [];
    const trace = await traceOf({ files, place, folder, edition: { id: edition.id, fonts }, browser });
    return traceKey(trace) === made.key ? [here] : [];
  });
  return (await Promise.all(checked)).flat();
}

/**
 * The fonts of an edition as its report has them: with the same program they are those of its row, and asking the row
 * would load all that converts. Undefined for a report whose names lead elsewhere: it may come from a stranger.
 */
function fontsOf(trace: Trace | undefined): { file: string }[] | undefined {
  if (trace?.program !== programHash()) return undefined;
  const names = Object.keys(trace.fonts);
  const isOurs = (name: string) => /^[@\w]/.test(name) && !/\.\.|[:\\]/.test(name);
  return names.every(isOurs) ? names.map((file) => ({ file })) : undefined;
}

/** The report of the last build; undefined without a readable one, or with one of an earlier chongpai. */
export function lastReport(out: string): IssueReport | undefined {
  try {
    return readReport(join(out, 'report.json')) ?? undefined;
  } catch {
    return undefined; // the build writes another one
  }
}

/** True if the report has all wanted outputs. */
const isWhole = ({ outputs }: EditionReport, wanted: readonly Output[]) =>
  wanted.every(({ id }) => outputs[id] !== undefined);

/** Adapts the paths of a report to its folder, which may have been moved. */
const movedTo = (out: string, { files, ...facts }: OutputReport): OutputReport => ({
  ...facts,
  files: files.map(({ path, sha256 }) => ({ path: join(out, basename(path)), sha256 })),
});

/** True if the files are those of the report. A missing or a damaged one is made again. */
export function isInPlace({ files }: OutputReport): boolean {
  return files.every(({ path, sha256: known }) => {
    try {
      const bytes = readBytes(path);
      return bytes !== undefined && sha256(bytes) === known;
    } catch {
      return false;
    }
  });
}
