import { type Snapshot, within } from './article/files/snapshot.js';
import type { Issue } from './article/issue.js';
import { problem } from './article/problem.js';
import { readIssue } from './article/read-issue.js';
import type { Source } from './article/source.js';
import { scanFiles, sourcePath } from './article/source-files.js';
import { say } from './article/words/say.js';
import type { Place } from './config.js';
import { isUnrecognized, recognizeScans } from './intake/scan/keep.js';
import { recognizeSome } from './intake/scan/recognize-some.js';
import { filesOf } from './outputs/files-of.js';
import { isStale, readIssueSource, sourceKey } from './read-issue-source.js';
import type { RunStage } from './report.js';

/** An issue as edited by people, and the files that it was read from and will be set with. */
export interface ReadManuscript {
  issue: Issue;
  files: Snapshot;
}

/** Options of reading a manuscript. */
export interface Reading {
  run: RunStage;
  /** Encoding of the source, if a person named it. */
  encoding?: string | undefined;
  /** Called when the source is new, before it is restored: every book of the issue has to be made again. */
  onStale?: () => Promise<void>;
}

/** Maximum number of times that a source is read and restored: if it changes more often, a program is writing it. */
const mostTries = 5;

/**
 * The manuscript of an issue: restored first if its source is new, then as edited by people.
 *
 * @throws a problem with its place when a file is missing or wrong.
 */
export async function readManuscript(
  folder: string,
  place: Place,
  reading: Reading,
): Promise<ReadManuscript> {
  const { run } = reading;
  let known: KeyedSource | undefined;
  for (let tries = 0; tries < mostTries; tries++) {
    const files = filesOf(folder, place);
    try {
      known = await within(files, () => sourceOf(folder, known, reading));
    } catch (error) {
      if (!isUnrecognized(error) || tries > 0) throw error;
      await recognizeIssue(folder, run);
      continue;
    }
    const source = known?.source;
    if (source && tries === 0 && (await recognizeSome(source, () => recognizeIssue(folder, run)))) continue;
    if (source && within(files, () => isStale(folder, source))) {
      await reading.onStale?.();
      await restoreIssue(folder, source, run);
    } else return { files, issue: await within(files, () => read(folder, place, { source, run })) };
  }
  throw problem(say('faster-than-restored'), { path: sourcePath(folder) });
}

/** A source with the key of the files that it was read from. */
interface KeyedSource {
  key: string;
  source: Source;
}

/** The source, if there is one; read again only if it has changed. */
async function sourceOf(
  folder: string,
  known: KeyedSource | undefined,
  { run, encoding }: Reading,
): Promise<KeyedSource | undefined> {
  const key = sourceKey(folder);
  if (key === undefined) return undefined;
  if (known?.key === key) return known;
  const source = await run(
    'intake',
    async () => (await readIssueSource(folder, encoding))!,
    ({ text, encoding: found, layout }) =>
      layout
        ? say('did-read-pages', text.length, layout.pages.length, layout.lines.length)
        : say('did-read-text', text.length, found),
  );
  return { key, source };
}

/** 识别: reads the pictures of an issue; the results are its source from now on. */
function recognizeIssue(folder: string, run: RunStage): Promise<unknown> {
  const scans = scanFiles(folder);
  return run(
    'recognise',
    (soFar) =>
      recognizeScans(scans, (scan, page) =>
        soFar(scans.length > 1 ? say('file-of-files', scan, scans.length) : say('page-number', page)),
      ),
    ({ paths, engine }) => say('did-recognise', paths.length, engine),
  );
}

async function restoreIssue(folder: string, source: Source, run: RunStage): Promise<void> {
  await run(
    'restore',
    async () => {
      // Most builds find their manuscript restored, and do without this.
      const { redraft } = await import('./redraft.js');
      return redraft(folder, source);
    },
    ({ written, proposed }) =>
      proposed.length > 0
        ? say('did-propose', written.length, proposed.length)
        : say('did-restore', written.length),
  );
}

function read(
  folder: string,
  { publication }: Place,
  { source, run }: { source: Source | undefined; run: RunStage },
): Promise<Issue> {
  return run(
    'read',
    () => readIssue(folder, publication, source),
    (issue) =>
      say(
        'did-read',
        issue.sections.reduce((sum, { articles }) => sum + articles.length, 0),
        issue.tally.open,
      ),
  );
}
