import type { z } from 'zod';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { readBoxed } from '../read-boxed.js';
import { readText } from '../read-text.js';
import type { Read } from '../reader.js';
import { contentList } from './content-list.js';
import { googleVision } from './google-vision.js';
import type { JsonForm } from './json-form.js';
import { layoutModel } from './layout-model.js';
import { lineLists } from './line-lists.js';
import { mineru } from './mineru.js';
import { paddle, paddleLines } from './paddle.js';
import { paddleBlocks } from './paddle-blocks.js';
import { paddleRegions } from './paddle-regions.js';
import { parseResult } from './parse-result.js';

/** The supported forms of JSON; the first whose keys are in a file reads it. */
export const jsonForms: readonly JsonForm[] = [
  paddleBlocks,
  paddleRegions,
  paddle,
  mineru,
  googleVision,
  ...lineLists,
  contentList,
  paddleLines,
  layoutModel,
];

/** JSON, what a Python program printed or logged, or such values behind the names of pictures or lines of a log. */
const begins = /^(?:[^[{(\n]{0,300}\n){0,20}\s*(?:[[{(]|[^\t\n[{]{1,300}\t[[{])/u;

/** True for the result of a recognition program, by its first sign and its keys. */
export function isResultJson(bytes: Uint8Array, head: string): boolean {
  return begins.test(head) && formOf(bytes) !== undefined;
}

/** The form of a file by its keys, which are ASCII in every encoding; Python and JSON inside JSON quote them otherwise. */
function formOf(bytes: Uint8Array): JsonForm | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    // A shell of Windows writes UTF-16.
    .replaceAll('\0', '')
    .replaceAll("'", '"')
    .replaceAll('\\"', '"');
  return jsonForms.find(({ keys }) => keys.test(text));
}

/**
 * Reads the JSON, or the lines of JSON, of a recognition program.
 *
 * @throws a problem that names the place of the fault, or the unexpected entry.
 */
export function readResultJson(bytes: Uint8Array, path: string): Read {
  const form = formOf(bytes)!;
  const { text } = readText(bytes, path);
  const parsed = form.shape.safeParse(form.unwrap(parseResult(text, path)));
  if (!parsed.success) throw misshapen(parsed.error, form.name, path);
  const read = parsed.data;
  if (typeof read === 'string') {
    if (read.trim() === '') throw problem(say('result-without-text'), { path });
    return { text: read, encoding: 'utf-8' };
  }
  return readBoxed(read, path);
}

function misshapen({ issues }: z.ZodError, name: string, path: string): Error {
  const [first] = issues;
  return problem(say('result-misshapen', name, first?.path.join('.') || '/', first?.message), {
    path,
    note: say('write-result-again'),
  });
}
