import { basename, join, relative, resolve } from 'node:path';
import { refuseLinksOut } from '../article/files/walk.js';
import { isFolder } from '../article/manuscript.js';
import { problem } from '../article/problem.js';
import type { Restoration } from '../article/restoration.js';
import type { Source } from '../article/source.js';
import { scanFiles, sourceFiles, sourcePath } from '../article/source-files.js';
import { say } from '../article/words/say.js';
import { decodeSource } from '../intake/read-source.js';
import { type ExitCode, spoken, type Terminal } from './command.js';
import type { ManyOptions } from './restore/many.js';
import { readScanned } from './restore/recognise.js';
import { doubtLines, renamed, restoreMarkdown } from './restore/restore-text.js';

export interface RestoreArguments extends ManyOptions {
  schema?: boolean;
}

/**
 * `chongpai restore [FILE…]`: a raw text as Markdown, or all findings as JSON; an issue into its manuscript; many texts
 * each to a file of its own.
 */
export async function restoreFiles(
  files: readonly string[],
  { schema, ...options }: RestoreArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (schema) {
    const { restorationJsonSchema } = await import('../article/restoration-schema.js');
    terminal.result(`${JSON.stringify(restorationJsonSchema(), null, 2)}\n`);
    return 0;
  }
  const isIssue = files.length === 1 && isIssueFolder(resolve(terminal.cwd, files[0]!));
  const isMany =
    files.length > 1 ||
    options.out !== undefined ||
    files.some((file) => isFolder(resolve(terminal.cwd, file)));
  checkUse(files, { ...options, isIssue });
  if (isMany && !isIssue) {
    const { restoreMany } = await import('./restore/many.js');
    return restoreMany(files, options, terminal);
  }
  return restoreFile(files[0], options, terminal);
}

/** @throws a problem for arguments that do not go together. */
function checkUse(
  files: readonly string[],
  { json, out, isIssue }: ManyOptions & { isIssue: boolean },
): void {
  const ruleId = 'usage';
  if (files.length > 1 && files.includes('-')) throw problem(say('input-among-texts'), { ruleId });
  if (out !== undefined && (files.length === 0 || files[0] === '-' || isIssue))
    throw problem(say('out-without-texts'), { ruleId });
  if (out !== undefined && json) throw problem(say('out-with-json'), { ruleId });
}

/** One text to standard output. Without FILE, or for -, it reads standard input. */
async function restoreFile(
  file: string | undefined,
  { json, encoding }: ManyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  // Without a name it reads standard input, unless that is a terminal or empty.
  const isInput = file === undefined || file === '-';
  const input = isInput && !(file === undefined && terminal.ask) ? await terminal.input() : new Uint8Array();
  if (file === undefined && input.length === 0)
    throw problem(say('missing-file-argument'), { ruleId: 'usage' });
  const path = resolve(terminal.cwd, file ?? '-');
  if (!isInput && isIssueFolder(path)) return restoreIssue(path, encoding, terminal);
  const source = isInput
    ? await decodeSource(input, spoken(terminal, say('standard-input')), { encoding })
    : { ...(await readScanned([path], { encoding }, terminal).catch(renamed(file))), path: file };
  terminal.progress(spoken(terminal, restoring(source)));
  const { markdown, restoration } = restoreMarkdown(source);
  reportDoubts(source, restoration.messages, terminal);
  terminal.result(json ? `${JSON.stringify(restoration, null, 2)}\n` : markdown);
  return 0;
}

/** Restores an issue of a publication into its manuscript. */
async function restoreIssue(
  folder: string,
  encoding: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const { redraft } = await import('../redraft.js');
  const { rootOf } = await import('../config.js');
  const root = rootOf(folder);
  refuseLinksOut(root, [relative(root, folder)]);
  const source = await readScanned(sourceFiles(folder), { encoding }, terminal, scanFiles(folder));
  terminal.progress(spoken(terminal, restoring(source)));
  const { written, merged, proposed, kept, removed, messages } = redraft(folder, source);
  const name = (file: string) => relative(terminal.cwd, join(folder, file));
  const told = [
    ...written.map((file) => say('did-write', name(file))),
    ...merged.map((file) => say('did-merge', name(file))),
    ...removed.map((file) => say('did-remove', name(file))),
    ...proposed.map((file) => say('did-propose-one', name(file))),
    ...kept.map((file) => say('did-keep', name(file))),
  ];
  if (told.length === 0) told.push(say('nothing-to-change', basename(folder)));
  for (const said of told) terminal.line(spoken(terminal, said));
  reportDoubts({ ...source, path: relative(terminal.cwd, sourcePath(folder)) }, messages, terminal);
  return 0;
}

const restoring = ({ path, text }: Source) => say('restoring', path, text.length);

function isIssueFolder(path: string): boolean {
  return isFolder(path) && sourceFiles(path).length > 0;
}

function reportDoubts(source: Source, messages: Restoration['messages'], terminal: Terminal): void {
  for (const line of doubtLines(source, messages, terminal.language)) terminal.line(line);
}
