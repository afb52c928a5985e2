import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { schemaLine } from '../article/files/schema-line.js';
import { names, prepareFolder, writeFileAtomically } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { publicationFile } from '../config.js';
import { publicationKeys } from '../schemas.js';
import { type ExitCode, spoken, type Terminal } from './command.js';
import { askForPlan, type NewArguments, type Plan } from './new/ask-plan.js';
import { layOutExample } from './new/example.js';
import { tellNext, writeHelpers } from './new/publication-files.js';
import { issueId, startIssue } from './start-issue.js';

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
  const plan = await askForPlan(options, basename(root), terminal);
  // Nothing is written before the last answer, so that a person who leaves at a question leaves nothing behind. The
  // a folder a publication.
  prepareFolder(root);
  const issue = await addIssue(root, plan);
  writeHelpers(root);
  const path = join(root, publicationFile);
  writeFileAtomically(path, publicationText(dirname(path), plan));
  const stands = plan.text.path ? say('publication-stands', issue, dir) : say('sample-stands', dir);
  tellNext(terminal, stands, dir);
  terminal.line(spoken(terminal, say('own-page', names.source)));
  terminal.result(`${root}\n`);
  return 0;
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

/** The publication's file: the choices, and every other key as a comment with its default. */
function publicationText(folder: string, { title, trim, editions }: Plan): string {
  const chosen: Record<string, unknown> = { title, trim, editions };
  const lines = publicationKeys().map(({ key, about, usual }) => {
    const value = key in chosen ? chosen[key] : usual;
    const line = `${key}:${value === undefined ? '' : ` ${inlineYaml(value)}`}`;
    return `# ${about}\n${key in chosen ? line : `# ${line}`}\n`;
  });
  return [schemaLine(folder, 'publication'), ...lines].join('\n');
}

const inlineYaml = (value: unknown) =>
  Array.isArray(value) ? `[${value.join(', ')}]` : stringify(value, { lineWidth: 0 }).trimEnd();

function refuseOccupied(root: string, dir: string): void {
  if (!existsSync(root)) return;
  if (!statSync(root).isDirectory()) throw problem(say('file-stands-here'), { path: dir });
  if (readdirSync(root).some((name) => name !== '.git'))
    throw problem(say('folder-not-empty'), { path: dir });
}
