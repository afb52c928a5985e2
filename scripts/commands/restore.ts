import { basename, join, relative, resolve } from 'node:path';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { location } from 'vfile-location';
import { refuseLinksOut } from '../article/files/walk.js';
import { isFolder } from '../article/manuscript.js';
import { writeArticle, writeTree } from '../article/markdown.js';
import { problem } from '../article/problem.js';
import { quoteAt } from '../article/read-issue.js';
import type { Restoration } from '../article/restoration.js';
import type { Source } from '../article/source.js';
import { scanFiles, sourceFiles, sourcePath } from '../article/source-files.js';
import { say } from '../article/words/say.js';
import { decodeSource, readSource } from '../intake/read-source.js';
import type { IntakeOptions } from '../intake/reader.js';
import { checkRecognized, isUnrecognized, recognizeScans } from '../intake/scan/keep.js';
import { remarkCommentFurniture, remarkNameParts, remarkStories, restoreParse } from '../restore/index.js';
import { type ExitCode, spoken, type Terminal } from './command.js';
import { groupMessages } from './tell/group-messages.js';
import { questionIn } from './tell/question-words.js';

export interface RestoreArguments {
  json?: boolean;
  schema?: boolean;
  encoding?: string;
}

/**
 * `chongpai restore [FILE]`: a raw text as Markdown, or all findings as JSON. Without FILE, or for -, it reads stdin.
 */
export async function restoreFile(
  file: string | undefined,
  { json, schema, encoding }: RestoreArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (schema) {
    const { restorationJsonSchema } = await import('../article/restoration-schema.js');
    terminal.result(`${JSON.stringify(restorationJsonSchema(), null, 2)}\n`);
    return 0;
  }
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

/** Reads a source; a picture is recognised first, by an engine of this machine. */
async function readScanned(
  paths: readonly string[],
  options: IntakeOptions,
  terminal: Terminal,
  scans = paths,
): Promise<Source> {
  try {
    checkRecognized(paths, scans);
    return await readSource(paths, options);
  } catch (error) {
    if (!isUnrecognized(error)) throw error;
    if (scans.length === 0) throw problem(say('a-scan'), { path: paths[0]!, note: say('scan-name') });
    const { paths: results, engine } = await recognizeScans(scans, (scan, page) =>
      terminal.line(spoken(terminal, say('did-recognise-page', basename(scans[scan - 1]!), page))),
    );
    for (const result of results)
      terminal.line(spoken(terminal, say('did-keep-result', basename(result), engine)));
    return readSource(results, options);
  }
}

const restoring = ({ path, text }: Source) => say('restoring', path, text.length);

function isIssueFolder(path: string): boolean {
  return isFolder(path) && sourceFiles(path).length > 0;
}

/** Makes a problem name a file as the person did. */
function renamed(file: string): (error: { file?: string }) => never {
  return (error) => {
    if ('file' in error) error.file = file;
    throw error;
  };
}

function reportDoubts(
  { path, text, encoding }: Source,
  messages: Restoration['messages'],
  terminal: Terminal,
): void {
  if (encoding !== 'utf-8') terminal.line(spoken(terminal, say('read-as', path, encoding)));
  const lines = location(text);
  const { language = 'en' } = terminal;
  const placed = messages.map(({ start, end, ruleId: rule, reason, candidates }) => {
    const { line, column } = lines.toPoint(start) ?? {};
    const words = questionIn(language, {
      ...{ rule, reason, text: quoteAt(text, start, end) },
      ...(candidates && { candidates }),
    });
    return { file: path, line, column, rule, reason: words };
  });
  for (const line of groupMessages(placed, { language })) terminal.line(line);
}

/**
 * A page as one Markdown text. A single story is written like its manuscript; several are separated by rules, and roles
 * that Markdown cannot show are named by a comment before the block. Removed text is in a comment at the end.
 */
export function restoreMarkdown(source: Pick<Source, 'path' | 'text' | 'layout' | 'told'>) {
  const file = new VFile({ path: source.path, value: source.text });
  const processor = unified()
    .use(restoreParse, { reading: source })
    .use(remarkCommentFurniture)
    .use(remarkStories)
    .use(remarkNameParts);
  const tree = processor.runSync(processor.parse(file), file) as Root;
  const [story, ...others] = file.data.stories!;
  const markdown = story && others.length === 0 ? writeArticle(story) : writeTree(tree);
  return { markdown, restoration: file.data.restoration! };
}
