import type { z } from 'zod';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { printPages } from '../boxed.js';
import { readText } from '../read-text.js';
import type { Read } from '../reader.js';
import { contentList } from './content-list.js';
import type { JsonForm } from './json-form.js';
import { mineru } from './mineru.js';
import { paddle, paddleLines } from './paddle.js';
import { paddleBlocks } from './paddle-blocks.js';
import { umi } from './umi.js';

/** The supported forms of JSON; the first whose keys are in a file reads it. */
export const jsonForms: readonly JsonForm[] = [paddleBlocks, paddle, mineru, contentList, umi, paddleLines];

/** True for JSON of a recognition program, by its first sign and its keys. */
export function isResultJson(bytes: Uint8Array, head: string): boolean {
  return /^\s*[[{]/u.test(head) && jsonForms.some(({ keys }) => keys.test(latin(bytes)));
}

/** Decodes keys, which are ASCII in every encoding. */
const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/**
 * Reads the JSON, or the lines of JSON, of a recognition program.
 *
 * @throws a problem that names the place of the fault, or the unexpected entry.
 */
export function readResultJson(bytes: Uint8Array, path: string): Read {
  const keys = latin(bytes);
  const form = jsonForms.find((one) => one.keys.test(keys))!;
  const { text } = readText(bytes, path);
  const parsed = form.shape.safeParse(form.unwrap(parseJson(text, path)));
  if (!parsed.success) throw misshapen(parsed.error, form.name, path);
  const read = parsed.data;
  if (typeof read === 'string') {
    if (read.trim() === '') throw problem(say('result-without-text'), { path });
    return { text: read, encoding: 'utf-8' };
  }
  const pages = printPages(read);
  if (pages.every(({ lines }) => lines.length === 0)) throw problem(say('result-without-text'), { path });
  return { pages };
}

/** Parses one value, or one per line. */
function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
    if (lines.length > 1 && lines.slice(0, -1).every(isJson) && lines.every((line) => /^\s*[[{]/u.test(line)))
      return lines.map((line, index) => parseLine(line, index, path));
    const at = /position (\d+)/u.exec((error as Error).message)?.[1];
    const offset = at === undefined ? text.length : Number(at);
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    throw problem(say('json-damaged', line), {
      path,
      place: { line, column: offset - before.lastIndexOf('\n') },
      note: say('write-result-again'),
    });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function parseLine(line: string, index: number, path: string): unknown {
  if (isJson(line)) return JSON.parse(line);
  throw problem(say('json-damaged', index + 1), {
    path,
    place: { line: index + 1, column: 1 },
    note: say('write-result-again'),
  });
}

function misshapen({ issues }: z.ZodError, name: string, path: string): Error {
  const [first] = issues;
  return problem(say('result-misshapen', name, first?.path.join('.') || '/', first?.message), {
    path,
    note: say('write-result-again'),
  });
}
