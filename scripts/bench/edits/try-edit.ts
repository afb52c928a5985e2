import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../article/manuscript.js';
import { buildIssues } from '../../commands/build.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import type { IssueReport } from '../../report.js';
import { sha256 } from '../../trace.js';
import { kinds } from './kinds.js';

/** A file that a person saves while a build runs. */
export interface Edit {
  /** A key of `kinds`. */
  file: string;
  stage: string;
  mark: string;
  /** True if the builds are those of --resume. */
  resume: boolean;
}

/**
 * 途中存盘: saves a file when a stage of a build begins, or when the build is over, and builds again.
 *
 * @param root of a publication of `publicationFiles`
 * @returns what the next build lacks, and the one after it, which comes from the cache; nothing where all is right
 */
export async function tryEdit(root: string, edit: Edit): Promise<string[]> {
  const { issue, text } = kinds[edit.file]!;
  const content = text(edit.mark);
  let isSaved = false;
  const save = () => {
    if (!isSaved) writeFileAtomically(join(root, edit.file), content);
    isSaved = true;
  };
  const run = (onStage: (text: string) => void) => build(root, issue, { resume: edit.resume, onStage });
  const faults = await run((stage) => stage.includes(`${edit.stage} …`) && save());
  save();
  for (const time of ['the next build', 'the build after it']) {
    faults.push(...(await run(() => undefined)));
    faults.push(...(await lackingOf(root, { ...edit, content })).map((fault) => `${time}: ${fault}`));
  }
  return faults;
}

/** Builds in this process. @returns the errors that it told */
async function build(
  root: string,
  issue: string,
  { resume, onStage }: { resume: boolean; onStage: (text: string) => void },
): Promise<string[]> {
  const lines: string[] = [];
  const code = await buildIssues(
    [issue],
    { resume },
    {
      cwd: root,
      result: () => undefined,
      line: (text) => lines.push(text),
      progress: onStage,
      input: async () => new Uint8Array(),
    },
  );
  const errors = lines.filter((line) => line.startsWith('error'));
  return code === 0 ? errors : [...errors, `exit code ${code}`];
}

/** Faults of the PDFs of an issue and their report: all that lacks of what was saved. */
async function lackingOf(
  root: string,
  { file, mark, content }: Edit & { content: string | Uint8Array },
): Promise<string[]> {
  const { issue, mark: place } = kinds[file]!;
  const report: IssueReport = JSON.parse(readFileSync(join(root, 'build', issue, 'report.json'), 'utf8'));
  const faults: string[] = [];
  for (const { edition, outputs, trace } of report.editions) {
    const [pdf] = outputs.pdf?.files ?? [];
    if (!pdf) return [`${edition} was not made`];
    const bytes = readFileSync(pdf.path);
    if (sha256(bytes) !== pdf.sha256) faults.push(`${edition}: the report is of another PDF`);
    if (trace?.inputs[file] !== sha256(content)) faults.push(`${edition}: its trace has another ${file}`);
    const isOnPaper = place === 'all' || (place === 'Hant' && edition.includes('Hant'));
    if (isOnPaper && !(await paperOf(bytes)).includes(mark)) faults.push(`${edition}: ${mark} is lost`);
  }
  return faults;
}

/** All characters on the paper of a PDF, in no order. */
export async function paperOf(pdf: Uint8Array): Promise<string> {
  const { pages } = await readPdf(pdf);
  return pages
    .flatMap((page) => page.content().glyphs.map(({ text }) => text))
    .join('')
    .replaceAll(/\s/g, '');
}
