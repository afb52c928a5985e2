import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { isDate } from '../article/issue-file.js';
import { names, writeFileAtomically } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import { problem } from '../article/problem.js';
import { publicationFile } from '../config.js';
import { editionOf } from '../edition/edition-of.js';
import { trimOf } from '../typeset/trim.js';
import type { ExitCode, Terminal } from './command.js';
import { issueId, startIssue } from './start-issue.js';

export interface NewArguments {
  title?: string;
  date?: string;
  trim?: string;
  editions?: string[];
  /** Path of a text, or - for standard input: the first issue. Without it the sample is. */
  text?: string;
}

const sample = 'jinchang-2025-02-26';
const usualEditions = ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'];

/**
 * `chongpai new DIR`: a publication of one's own, with a first issue that `build` turns into PDFs. What no option says
 * is asked for on a terminal, and has its usual value elsewhere.
 */
export async function newPublication(
  dir: string,
  options: NewArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = resolve(terminal.cwd, dir);
  refuseOccupied(root, dir);
  const plan = checked(await askFor(options, basename(root), terminal));
  // The publication file comes last: only with it a folder counts as a publication.
  const issue = await addIssue(root, plan, terminal);
  writeFileAtomically(join(root, '.gitignore'), 'build/\n');
  writeFileAtomically(join(root, publicationFile), publicationText(plan));
  terminal.line(
    `A publication with ${plan.text ? `the issue ${issue}` : 'a sample issue'} stands in ${dir}. Next:`,
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
  text: string;
}

async function askFor(options: NewArguments, name: string, { ask }: Terminal): Promise<Plan> {
  const isTold = Object.values(options).some((value) => value !== undefined);
  const answer = async (given: string | undefined, question: string, usual: string): Promise<string> =>
    given ?? (ask && !isTold ? (await ask(question, usual)).trim() || usual : usual);
  const title = await answer(options.title, '报头 Title', name);
  const trim = await answer(options.trim, '开本 Trim size', 'A5');
  const editions = await answer(options.editions?.join(' '), '版本 Editions', usualEditions.join(' '));
  const text = await answer(options.text, '文本 Text file (empty: a sample)', '');
  const date = text
    ? await answer(options.date, '日期 Date of its issue, as 2025-02-26', '')
    : (options.date ?? '');
  return { title, trim, text, date, editions: editions.split(/[\s,，]+/).filter(Boolean) };
}

function checked(plan: Plan): Plan {
  trimOf(plan.trim);
  const editions = plan.editions.map((id) => editionOf(id).id);
  if (plan.date && !isDate(plan.date))
    throw problem(`Unexpected date "${plan.date}", expected one such as 2025-02-26`, { ruleId: 'usage' });
  if (plan.date && !plan.text)
    throw problem('A date without a text, expected --text FILE: the sample has a date of its own', {
      ruleId: 'usage',
    });
  return { ...plan, editions };
}

async function addIssue(root: string, { text, date }: Plan, terminal: Terminal): Promise<string> {
  if (text) {
    const bytes = text === '-' ? await terminal.input() : await read(resolve(terminal.cwd, text), text);
    const stem = text === '-' ? 'issue' : issueId(text);
    return startIssue(root, date && !stem.includes(date) ? `${stem}-${date}.txt` : `${stem}.txt`, bytes);
  }
  const copy = join('manuscript', sample, names.source);
  try {
    cpSync(join(packageRoot, copy), join(root, copy), { recursive: true });
  } catch (error) {
    throw problem(`It cannot be written (${(error as NodeJS.ErrnoException).code})`, { path: root });
  }
  return sample;
}

async function read(path: string, name: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'There is no such file' : `It cannot be read (${error.code})`;
    throw problem(reason, { path: name, ...(error.code === 'ENOENT' && { ruleId: 'usage' }) });
  });
}

/** How to call this very program from another folder. */
function ownCall(): string {
  const isInstalled = packageRoot.split(/[\\/]/).includes('node_modules');
  return isInstalled ? 'npx chongpai' : `node ${join(packageRoot, 'scripts', 'bin.mjs')}`;
}

function publicationText({ title, trim, editions }: Plan): string {
  return `# 报头: the name on cover and title page\n${stringify({ title, trim })}editions: [${editions.join(', ')}]\n`;
}

function refuseOccupied(root: string, dir: string): void {
  if (!existsSync(root)) return;
  if (!statSync(root).isDirectory())
    throw problem('A file stands here, expected a new or empty folder', { path: dir });
  if (readdirSync(root).some((name) => name !== '.git'))
    throw problem('This folder is not empty, expected a new or empty one', { path: dir });
}
