import { resolve } from 'node:path';
import { VFileMessage } from 'vfile-message';
import { isDate } from '../../article/issue-file.js';
import { readBytes } from '../../article/manuscript.js';
import { problem } from '../../article/problem.js';
import { type Said, say } from '../../article/words/say.js';
import { editionOf } from '../../edition/edition-of.js';
import { usualEditions } from '../../edition/rows/index.js';
import { trimOf } from '../../typeset/book/trim.js';
import { spoken, type Terminal } from '../command.js';
import { explain } from '../tell/explain.js';

export interface NewArguments {
  title?: string;
  date?: string;
  trim?: string;
  editions?: string[];
  /** Path of the first issue's text, or - for standard input; the sample by default. */
  text?: string;
  /** A folder of scripts/examples, which replaces all of these. */
  example?: string;
}

/** Everything that a new publication is made from. */
export interface Plan {
  title: string;
  date: string;
  trim: string;
  editions: string[];
  text: { path: string; bytes?: Uint8Array };
}

/**
 * Asks the person at the terminal for the plan. It asks nothing if the command line has any option, or if nobody can
 * answer.
 *
 * @param name name of the folder, which is the default title
 * @throws a problem for an invalid option.
 */
export async function askForPlan(options: NewArguments, name: string, terminal: Terminal): Promise<Plan> {
  const { ask } = terminal;
  const isTold = Object.values(options).some((value) => value !== undefined);
  const answer = async <T>(given: string | undefined, { question, usual, read }: Question<T>): Promise<T> => {
    if (given !== undefined || !ask || isTold) return read(given ?? usual);
    for (;;) {
      try {
        return await read((await ask(spoken(terminal, question), usual)).trim() || usual);
      } catch (error) {
        if (!(error instanceof VFileMessage)) throw error;
        // After a mistake only this question is asked again.
        terminal.line(explain(error, terminal.language));
      }
    }
  };
  const title = await answer(options.title, {
    question: say('ask-title'),
    usual: name,
    read: (text) => text,
  });
  const trim = await answer(options.trim, { question: say('ask-trim'), usual: 'A5', read: readTrim });
  const editions = await answer(options.editions?.join(' '), {
    question: say('ask-editions'),
    usual: usualEditions.join(' '),
    read: (text) =>
      text
        .split(/[\s,，]+/)
        .filter(Boolean)
        .map((id) => editionOf(id).id),
  });
  const text = await answer(options.text, {
    question: say('ask-text'),
    usual: '',
    read: async (path) => ({ path, ...(path && { bytes: await readText(path, terminal) }) }),
  });
  const question = say('ask-date');
  const date = text.path
    ? await answer(options.date, { question, usual: '', read: readDate })
    : sampleDate(options.date);
  return { title, trim, editions, text, date };
}

interface Question<T> {
  question: Said;
  usual: string;
  /** @throws a problem if the answer is invalid. */
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

async function readText(path: string, { cwd, input }: Terminal): Promise<Uint8Array> {
  if (path === '-') return input();
  const bytes = readBytes(resolve(cwd, path));
  if (bytes === undefined) throw problem(say('no-file'), { path, ruleId: 'usage' });
  return bytes;
}
