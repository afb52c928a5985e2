import type { VFileMessage } from 'vfile-message';
import type { Said } from './article/words/say.js';
import type { Trace } from './trace.js';

/** A stage of a build: its time, and its result in numbers. */
export interface Stage {
  name: string;
  seconds: number;
  did: string;
}

/** A file of an output. */
export interface FileReport {
  path: string;
  sha256: string;
}

/** Result of one output: its files, and the facts of its row. */
export interface OutputReport {
  files: FileReport[];
  [fact: string]: unknown;
}

/** Result of one edition of an issue. */
export interface EditionReport {
  edition: string;
  /** By the output's id; one that could not be made is absent. */
  outputs: Record<string, OutputReport>;
  /** All their inputs and tools, and a hash of them; absent where a file changed while they were made. */
  trace?: Trace;
  key?: string;
  /** They were up to date, and left as they are (--resume). */
  upToDate?: true;
  stages: Stage[];
  /** The reason that an output is absent. */
  error?: string;
  /** New names of files of an earlier build. */
  old?: string[];
}

export const newEditionReport = (edition: string): EditionReport => ({ edition, outputs: {}, stages: [] });

/** The facts about one output in the report; undefined where it was not made. */
export function reportOf<Facts extends object>(
  { outputs }: EditionReport,
  { id }: { id: string; did(facts: Facts): string },
): (OutputReport & Facts) | undefined {
  return outputs[id] as (OutputReport & Facts) | undefined;
}

/** Result of one issue: `build/<issue>/report.json`. */
export interface IssueReport {
  issue: string;
  stages: Stage[];
  editions: EditionReport[];
  /** Edits of the ledger by rule. */
  edits: Record<string, number>;
  /** 存疑: open questions for a person. */
  open: OpenQuestion[];
  /** Reports of restoring that need no decision, such as removed lines. */
  told?: OpenQuestion[];
  /** Files that were saved, added or removed while the editions were made, and are not included in them. */
  changed?: string[];
  /** The reason that no edition could be made. */
  error?: string;
}

export interface OpenQuestion {
  file?: string;
  line?: number;
  column?: number;
  rule?: string;
  reason: string;
  /** The same in no language yet; absent for questions of restoring, whose words are those of their rule. */
  said?: Said;
  /** The characters in question. */
  text?: string;
  note?: string;
  candidates?: string[];
  /** Folio of its page in the PDF of `edition`, the first one in which it is open. */
  page?: string;
  edition?: string;
}

/** @param on its printed place, if any. */
export function openQuestion(
  message: VFileMessage,
  { edition, page }: { edition?: string; page?: string | undefined } = {},
): OpenQuestion {
  const { file, line, column, ruleId, reason, note, expected, actual, said, quoted } = message;
  return {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(ruleId !== undefined && { rule: ruleId }),
    reason,
    ...(said && { said }),
    ...((actual ?? quoted) && { text: actual ?? quoted }),
    ...(note !== undefined && { note }),
    ...(expected && { candidates: expected }),
    ...(page && { page, ...(edition !== undefined && { edition }) }),
  };
}

/** Adds an edition's open questions to those of its issue; most are the same in every edition, on other pages. */
export function addOpen(report: IssueReport, questions: readonly OpenQuestion[]): void {
  const identity = ({ page: _, edition: __, ...question }: OpenQuestion) => JSON.stringify(question);
  const known = new Set(report.open.map(identity));
  report.open.push(...questions.filter((question) => !known.has(identity(question))));
}

/** Runs one stage, records its time, and reports it in one line. `soFar` reports progress of a long one. */
export type RunStage = <T>(
  name: string,
  work: (soFar: (text: string) => void) => T | Promise<T>,
  did: (result: T) => string,
) => Promise<T>;

export function stageRunner(
  stages: Stage[],
  tell: (stage: Stage) => void,
  begin: (name: string, soFar?: string) => void,
): RunStage {
  return async (name, work, did) => {
    begin(name);
    const started = performance.now();
    const result = await work((text) => begin(name, text));
    const stage = { name, seconds: Math.round(performance.now() - started) / 1000, did: did(result) };
    stages.push(stage);
    tell(stage);
    return result;
  };
}

/** A line of the build's output: `zh-Hans    paginate   0.72 s  24 pages`. */
export function stageLine(subject: string, { name, seconds, did }: Stage): string {
  return `${subject}  ${name.padEnd(9)} ${seconds.toFixed(2).padStart(6)} s  ${did}`;
}
