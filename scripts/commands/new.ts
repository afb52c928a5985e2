import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { VFileMessage } from 'vfile-message';
import { stringify } from 'yaml';
import { isDate } from '../article/issue-file.js';
import { names, prepareFolder, readBytes, writeFileAtomically } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { publicationFile } from '../config.js';
import { editionOf } from '../edition/edition-of.js';
import { usualEditions } from '../edition/rows/index.js';
import { publicationKeys } from '../schemas.js';
import { trimOf } from '../typeset/book/trim.js';
import type { ExitCode, Terminal } from './command.js';
import { layOutExample } from './example.js';
import { ownCall, schemaFolder, writeHelpers } from './publication-files.js';
import { issueId, startIssue } from './start-issue.js';
import { explain } from './tell/explain.js';

export interface NewArguments {
  title?: string;
  date?: string;
  trim?: string;
  editions?: string[];
  /** Path of a text, or - for standard input: the first issue. The sample by default. */
  text?: string;
  /** A folder of scripts/examples, instead of all these. */
  example?: string;
}

const sample = 'jinchang-2025-02-26';

/**
 * `chongpai new DIR`: a new publication, with a first issue that `build` turns into PDFs. Missing options are asked for
 * on a terminal, and have their default elsewhere.
 */
export async function newPublication(
  dir: string,
  options: NewArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = resolve(terminal.cwd, dir);
  refuseOccupied(root, dir);
  if (options.example !== undefined) {
    const { example, ...others } = options;
    return layOutExample(root, { example, dir, others: Object.values(others) }, terminal);
  }
  prepareFolder(root);
  const plan = await askFor(options, basename(root), terminal);
  // The publication file comes last: only with it is a folder a publication.
  const issue = await addIssue(root, plan);
  writeHelpers(root);
  writeFileAtomically(join(root, publicationFile), publicationText(plan));
  terminal.line(
    `A publication with ${plan.text.path ? `the issue ${issue}` : 'a sample issue'} stands in ${dir}. Next:`,
  );
  terminal.line(`  cd ${dir} && ${ownCall()} build`);
  terminal.line(`  cd ${dir} && ${ownCall()} preview`);
  terminal.line(`A page of your own: put its text into manuscript/<issue>/${names.source}, and build again.`);
  terminal.result(`${root}\n`);
  return 0;
}

interface Plan {
  title: string;
  date: string;
  trim: string;
  editions: string[];
  text: { path: string; bytes?: Uint8Array };
}

async function askFor(options: NewArguments, name: string, terminal: Terminal): Promise<Plan> {
  const { ask } = terminal;
  const isTold = Object.values(options).some((value) => value !== undefined);
  const answer = async <T>(given: string | undefined, { question, usual, read }: Question<T>): Promise<T> => {
    if (given !== undefined || !ask || isTold) return read(given ?? usual);
    for (;;) {
      try {
        return await read((await ask(question, usual)).trim() || usual);
      } catch (error) {
        if (!(error instanceof VFileMessage)) throw error;
        // A mistake costs one answer, not all of them.
        terminal.line(explain(error, terminal.language));
      }
    }
  };
  const title = await answer(options.title, { question: '报头 Title', usual: name, read: (text) => text });
  const trim = await answer(options.trim, { question: '开本 Trim size', usual: 'A5', read: readTrim });
  const editions = await answer(options.editions?.join(' '), {
    question: '版本 Editions',
    usual: usualEditions.join(' '),
    read: (text) =>
      text
        .split(/[\s,，]+/)
        .filter(Boolean)
        .map((id) => editionOf(id).id),
  });
  const text = await answer(options.text, {
    question: '文本 Text file (empty: a sample)',
    usual: '',
    read: async (path) => ({ path, ...(path && { bytes: await readText(path, terminal) }) }),
  });
  const question = '日期 Date of its issue, as 2025-02-26 (empty: none)';
  const date = text.path
    ? await answer(options.date, { question, usual: '', read: readDate })
    : sampleDate(options.date);
  return { title, trim, editions, text, date };
}

interface Question<T> {
  question: string;
  usual: string;
  /** @throws a problem when the answer is invalid. */
  read: (text: string) => T | Promise<T>;
}

function readTrim(text: string): string {
  trimOf(text);
  return text;
}

function readDate(date: string): string {
  if (date && !isDate(date)) throw problem(say('unknown-date', date), { ruleId: 'usage' });
  return date;
}

function sampleDate(date: string | undefined): string {
  if (date === undefined) return '';
  throw problem(say('date-without-text'), {
    ruleId: 'usage',
  });
}

async function addIssue(root: string, { text: { path, bytes }, date }: Plan): Promise<string> {
  if (bytes) {
    const stem = path === '-' ? 'issue' : issueId(path);
    return startIssue(root, date && !stem.includes(date) ? `${stem}-${date}.txt` : `${stem}.txt`, bytes);
  }
  const copy = join('manuscript', sample, names.source);
  try {
    cpSync(join(packageRoot, copy), join(root, copy), { recursive: true });
  } catch (error) {
    throw problem(say('cannot-write-code', (error as NodeJS.ErrnoException).code), { path: root });
  }
  return sample;
}

async function readText(path: string, { cwd, input }: Terminal): Promise<Uint8Array> {
  if (path === '-') return input();
  const bytes = readBytes(resolve(cwd, path));
  if (bytes === undefined) throw problem(say('no-file'), { path, ruleId: 'usage' });
  return bytes;
}

/** The publication's file: the choices, and every other key as a comment with its default. */
function publicationText({ title, trim, editions }: Plan): string {
  const chosen: Record<string, unknown> = { title, trim, editions };
  const lines = publicationKeys().map(({ key, about, usual }) => {
    const value = key in chosen ? chosen[key] : usual;
    const line = `${key}:${value === undefined ? '' : ` ${inlineYaml(value)}`}`;
    return `# ${about}\n${key in chosen ? line : `# ${line}`}\n`;
  });
  const schema = `# yaml-language-server: $schema=../${schemaFolder}/publication.json\n`;
  return [schema, ...lines].join('\n');
}

const inlineYaml = (value: unknown) =>
  Array.isArray(value) ? `[${value.join(', ')}]` : stringify(value, { lineWidth: 0 }).trimEnd();

function refuseOccupied(root: string, dir: string): void {
  if (!existsSync(root)) return;
  if (!statSync(root).isDirectory()) throw problem(say('file-stands-here'), { path: dir });
  if (readdirSync(root).some((name) => name !== '.git'))
    throw problem(say('folder-not-empty'), { path: dir });
}
