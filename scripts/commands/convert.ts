import { location } from 'vfile-location';
import { problem, reasonIn } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { adaptationOf, nameMessages } from '../edition/convert/convert.js';
import { convertMarkdown } from '../edition/convert/convert-markdown.js';
import { doubtMessage } from '../edition/convert/doubt-message.js';
import { convertRaw } from '../edition/convert/raw.js';
import type { Name } from '../edition/lexicon/names.js';
import { keepTables } from '../keep-tables.js';
import { type ExitCode, spoken, type Terminal } from './command.js';

export interface ConvertArguments {
  /** Path of the text; absent or `-`: standard input. */
  file?: string;
  to: string;
  raw?: boolean;
  json?: boolean;
  vocabulary?: boolean;
  names?: string;
}

/**
 * `chongpai convert --to EDITION [FILE]`: Markdown of a file, or of standard input (also as `-`), to standard output,
 * doubts to standard error.
 */
export async function convertInput(options: ConvertArguments, terminal: Terminal): Promise<ExitCode> {
  const { file, to, raw, json, vocabulary, names } = options;
  keepTables();
  const adaptation = adaptationOf(to, {
    ...(vocabulary && { vocabulary }),
    ...(names !== undefined && { names: [await readNamesFile(names, terminal)] }),
  });
  const { text, mark } = decode(
    await bytesOf(file, terminal),
    file === undefined || file === '-' ? spoken(terminal, say('standard-input')) : file,
  );
  if (raw) {
    terminal.result(mark + convertRaw(text, adaptation.row));
    return 0;
  }
  const used = new Set<Name>();
  const result = convertMarkdown(text, { ...adaptation, used });
  for (const message of nameMessages({ names: adaptation.names, used }))
    terminal.line(`${message.file}:${message.line}: ${reasonIn(message, terminal.language)}`);
  const lines = location(text);
  const doubts = result.doubts.map((doubt) => ({ ...doubt, point: pointOf(lines, doubt.offset) }));
  if (json) {
    const listed = doubts.map(({ start: _, end: __, offset, point, ...doubt }) => ({
      offset: offset ?? null,
      ...point,
      ...doubt,
    }));
    terminal.result(
      `${JSON.stringify({ edition: to, text: mark + result.text, doubts: listed }, null, 2)}\n`,
    );
    return 0;
  }
  for (const { point, ...doubt } of doubts)
    terminal.line(
      `${point ? `${point.line}:${point.column}: ` : ''}${reasonIn(doubtMessage(doubt), terminal.language)}`,
    );
  terminal.result(mark + result.text);
  return 0;
}

/** Place of a doubt, counted from 1. */
function pointOf(lines: ReturnType<typeof location>, offset: number | undefined) {
  const point = offset === undefined ? undefined : lines.toPoint(offset);
  return point && { line: point.line, column: point.column };
}

/** The bytes of a file; those of standard input if no file is named, or for -. */
async function bytesOf(file: string | undefined, terminal: Terminal): Promise<Uint8Array> {
  if (file === undefined || file === '-') return terminal.input();
  const { resolve } = await import('node:path');
  const { readBytes } = await import('../article/manuscript.js');
  const bytes = readBytes(resolve(terminal.cwd, file));
  if (bytes === undefined) throw problem(say('no-file'), { path: file, ruleId: 'usage' });
  return bytes;
}

/** Only UTF-8: an invalid byte would come out as a different one. */
function decode(bytes: Uint8Array, path: string): { text: string; mark: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith('\ufeff') ? { text: text.slice(1), mark: '\ufeff' } : { text, mark: '' };
  } catch {
    throw problem(say('not-utf8'), {
      path,
      note: say('restore-reads-encodings'),
    });
  }
}

async function readNamesFile(path: string, terminal: Terminal): Promise<{ path: string; text: string }> {
  const { resolve } = await import('node:path');
  const { readTextFile } = await import('../article/manuscript.js');
  const text = readTextFile(resolve(terminal.cwd, path));
  if (text === undefined) throw problem(say('no-file'), { path });
  return { path, text };
}
