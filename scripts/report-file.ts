import { z } from 'zod';
import { readTextFile } from './article/manuscript.js';
import type { IssueReport } from './report.js';

const questions = z.array(
  z.looseObject({
    reason: z.string(),
    file: z.string().optional(),
    line: z.number().optional(),
    column: z.number().optional(),
    rule: z.string().optional(),
    text: z.string().optional(),
    note: z.string().optional(),
    candidates: z.array(z.string()).optional(),
  }),
);
const hashes = z.record(z.string(), z.string());

/** The part of a report that is read again; a folder of builds may come from strangers, or from an earlier chongpai. */
const reportSchema = z.looseObject({
  issue: z.string(),
  covers: z.array(z.string()).optional(),
  open: questions.default([]),
  told: questions.optional(),
  editions: z.array(
    z.looseObject({
      edition: z.string(),
      outputs: z.record(
        z.string(),
        z.looseObject({ files: z.array(z.looseObject({ path: z.string(), sha256: z.string() })) }),
      ),
      key: z.string().optional(),
      trace: z.looseObject({ inputs: hashes, fonts: hashes }).optional(),
    }),
  ),
});

/**
 * Reads a `report.json` of a build.
 *
 * @returns undefined where the file is not such a report; null where there is no file.
 * @throws a problem when it cannot be read.
 */
export function readReport(path: string): IssueReport | undefined | null {
  const text = readTextFile(path);
  if (text === undefined) return null;
  try {
    const read = reportSchema.safeParse(JSON.parse(text));
    return read.success ? (read.data as unknown as IssueReport) : undefined;
  } catch {
    return undefined; // not JSON
  }
}
