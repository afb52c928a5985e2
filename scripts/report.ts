import type { VFileMessage } from 'vfile-message';
import { type Said, say, textOf } from './article/words/say.js';
import { inLanguage, type Language, type Sentence } from './article/words/sentence.js';
import type { Trace } from './trace.js';

/** The stages of a build, and their names for people. */
const stageNames = {
  intake: ['收稿', '收稿', 'intake'],
  recognise: ['识别', '識別', 'recognise'],
  restore: ['还原', '還原', 'restore'],
  read: ['读稿', '讀稿', 'read'],
  compose: ['编排', '編排', 'compose'],
  fonts: ['字体', '字型', 'fonts'],
  paginate: ['分页', '分頁', 'paginate'],
  print: ['印出', '印出', 'print'],
  finish: ['整理', '整理', 'finish'],
  preflight: ['校验', '校驗', 'preflight'],
  press: ['拼版', '拼版', 'press'],
  cache: ['缓存', '快取', 'cache'],
} as const satisfies Record<string, Sentence>;
export type StageName = keyof typeof stageNames;

/** The name of a stage in a language. */
export const stageIn = (name: StageName, language: Language): string =>
  inLanguage(stageNames[name], language);

/** A stage of a build: its time, and its result in numbers. */
export interface Stage {
  name: StageName;
  seconds: number;
  /** Names are in English, because the report is for programs. */
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
  { id }: { id: string; did(facts: Facts): Said },
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
  /** The editions whose questions are in `open`: the others of the report were made by an earlier run. */
  covers?: string[];
  /** 存疑: open questions for a person. */
  open: OpenQuestion[];
  /** Reports that need no decision, such as lines removed by restoring, or broken by the browser. */
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

/** Adds what an edition asks and tells to what its issue does; most is the same in every edition, on other pages. */
export function addMessages(
  report: IssueReport,
  { open, told = [] }: { open: readonly OpenQuestion[]; told?: readonly OpenQuestion[] | undefined },
): void {
  report.open.push(...newAmong(open, report.open));
  if (told.length > 0) report.told = [...(report.told ?? []), ...newAmong(told, report.told ?? [])];
}

function newAmong(questions: readonly OpenQuestion[], known: readonly OpenQuestion[]): OpenQuestion[] {
  const identity = ({ page: _, edition: __, ...question }: OpenQuestion) => JSON.stringify(question);
  const had = new Set(known.map(identity));
  return questions.filter((question) => !had.has(identity(question)));
}

/** Runs one stage, records its time, and reports it in one line. `soFar` reports progress of a long one. */
export type RunStage = <T>(
  name: StageName,
  work: (soFar: (said: Said) => void) => T | Promise<T>,
  did: (result: T) => Said,
) => Promise<T>;

export function stageRunner(
  stages: Stage[],
  tell: (stage: Stage, did: Said) => void,
  begin: (name: StageName, soFar?: Said) => void,
): RunStage {
  return async (name, work, did) => {
    begin(name);
    const started = performance.now();
    const result = await work((said) => begin(name, said));
    const seconds = Math.round(performance.now() - started) / 1000;
    const said = did(result);
    const stage = { name, seconds, did: textOf(said) };
    stages.push(stage);
    tell(stage, said);
    return result;
  };
}

/** A line of the build's output: `zh-Hans    paginate   0.72 s  24 pages`. */
export function stageLine(
  subject: string,
  { name, seconds }: Stage,
  { did, language }: { did: Said; language: Language },
): string {
  const time = textOf(say('seconds', seconds.toFixed(2).padStart(6)), language);
  return `${subject}  ${stageIn(name, language).padEnd(9)} ${time}  ${textOf(did, language)}`;
}
