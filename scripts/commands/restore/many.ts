import { relative, resolve } from 'node:path';
import { isThere, prepareFolder, readTextFile, writeFileAtomically } from '../../article/manuscript.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { type ExitCode, spoken, type Terminal } from '../command.js';
import { explain } from '../tell/explain.js';
import { inWords, newTally } from '../tell/tally.js';
import { usualJobs } from '../usual-jobs.js';
import type { Answer } from './job.js';
import { type Text, textsOf } from './texts.js';
import { newThread, type RestoringThread } from './threads.js';

export interface ManyOptions {
  json?: boolean;
  encoding?: string;
  out?: string;
  overwrite?: boolean;
  jobs?: number;
}

/** Memory of a thread with a page of a newspaper, and room for a book, in GB. */
const roomOfThread = 0.5;
/** Answers that may wait for one before them: they are held in memory, and told in the order of the files. */
const mostWaiting = 16;

/**
 * `chongpai restore FILE…`: each text to a file of its own, or to a line of JSON, over threads that are kept for all. One
 * bad text does not stop the others.
 */
export async function restoreMany(
  asked: readonly string[],
  options: ManyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const out = options.out === undefined ? undefined : resolve(terminal.cwd, options.out);
  const texts = textsOf(asked, { cwd: terminal.cwd, out });
  if (out !== undefined) prepareFolder(out);
  const tally = newTally(texts.length);
  let failed = 0;
  const tell = (text: Text, answer: Answer) => {
    for (const line of answer.lines ?? []) terminal.line(line);
    const error = answer.error ?? deliver(text, answer.text!, options, terminal);
    if (error !== undefined) {
      failed++;
      terminal.line(spoken(terminal, say('line-error', error)));
      if (options.json) terminal.result(`${JSON.stringify({ file: text.name, error })}\n`);
    }
    tally.count();
    terminal.progress(
      spoken(
        terminal,
        tally.soFar((done, total) => say('texts-so-far', done, total)),
      ),
    );
  };
  await inOrder(
    texts,
    { jobs: options.jobs ?? usualJobs(roomOfThread), tell },
    newRestore(options, terminal),
  );
  const made = texts.length - failed;
  terminal.line(spoken(terminal, say('all-texts', texts.length, inWords(tally.elapsed()), made, failed)));
  return failed === 0 ? 0 : 1;
}

type Restore = (text: Text, thread: RestoringThread) => Promise<Answer>;

/** The restoring of a text by a thread. A picture is recognised here, one at a time. */
function newRestore({ json, encoding }: ManyOptions, terminal: Terminal): Restore {
  let recognised: Promise<unknown> = Promise.resolve();
  return async ({ path, name, wrong }, thread) => {
    const { language } = terminal;
    if (wrong) return { error: explain(wrong, language) };
    const job = { path, name, encoding, language, isJson: json === true };
    const answer = await thread.restore(job);
    if (!answer.isScan) return answer;
    const { hasEngine, recognise } = await import('./recognise.js');
    // Pages that are pictures among others with text: these are read without a program, too.
    if (answer.text !== undefined && !(await hasEngine())) return answer;
    const result = recognised.then(() => recognise(path, [path], terminal));
    recognised = result.catch(() => undefined);
    try {
      const [first] = await result;
      return await thread.restore({ ...job, path: first! });
    } catch (error) {
      const reason = explain(error, language);
      return answer.text === undefined
        ? { error: reason }
        : { ...answer, lines: [reason, ...(answer.lines ?? [])] };
    }
  };
}

interface Work {
  jobs: number;
  tell: (text: Text, answer: Answer) => void;
}

/** Several texts at once, told in their order. */
async function inOrder(texts: readonly Text[], { jobs, tell }: Work, restore: Restore): Promise<void> {
  const told: Promise<void>[] = [];
  const waiting = texts.entries();
  const work = async (thread: RestoringThread) => {
    for (const [index, text] of waiting) {
      const answer = restore(text, thread);
      const before = told[index - 1];
      told[index] = answer.then(async (found) => {
        await before;
        tell(text, found);
      });
      await Promise.all([answer, told[index - mostWaiting]]);
    }
  };
  const threads = Array.from({ length: Math.min(jobs, texts.length) }, newThread);
  try {
    await Promise.all(threads.map(work));
    await told.at(-1);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** Writes a text to its file and the file's path to standard output, or its JSON there; gives the reason of a failure. */
function deliver(
  { name, output }: Text,
  text: string,
  { json, overwrite }: ManyOptions,
  { cwd, language, result }: Terminal,
): string | undefined {
  const path = relative(cwd, output);
  try {
    if (!json && !overwrite && isThere(output) && readTextFile(output) !== text)
      throw problem(say('output-exists', path), { path: name, note: say('may-overwrite') });
    if (!json) writeFileAtomically(output, text, { isDurable: false });
    result(`${json ? text : path}\n`);
    return undefined;
  } catch (error) {
    return explain(error, language);
  }
}
