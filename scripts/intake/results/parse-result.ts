import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { PythonFault, pythonValues } from './python.js';

/** A line of a log of PaddleOCR 2 with what it found, and one that names the next picture. */
const logged = /ppocr INFO: (\[\[\[.*)$/u;
const nextPicture = /ppocr INFO: \*{3,}/u;
/** `1.jpg`, a tab, and what was found in it: a line for each picture. */
const labelled = /^[^\t\n[{]{1,300}\t(?=[[{])/u;
/** Lines that a program wrote about itself before its result. */
const logLines = /^(?:[^[{(\n]{0,300}\n){1,20}(?=\s*[[{(])/u;
/** Signs of a value that Python printed, which JSON does not have. */
const ofPython = /[[({,:]\s*(?:[ub]?'|\()|\barray\(/u;

/**
 * The value of a recognition result: JSON, a value a line, or what a Python program printed or logged.
 *
 * @throws a problem that names the place of the fault.
 */
export function parseResult(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
    if (lines.some((line) => logged.test(line))) return loggedPages(lines, path);
    if (lines.every((line) => labelled.test(line)))
      return lines.map((line, index) => parseLine(line.replace(labelled, ''), index, path));
    const areJson = lines.slice(0, -1).every(isJson) && lines.every((line) => /^\s*[[{]/u.test(line));
    if (lines.length > 1 && areJson) return lines.map((line, index) => parseLine(line, index, path));
    const behindLog = text.replace(logLines, '');
    if (behindLog !== text) return parseResult(behindLog, path);
    if (ofPython.test(text)) return parsePython(text, path);
    const values = valuesIn(text);
    if (values.length > 1) return values;
    const at = /position (\d+)/u.exec((error as Error).message)?.[1];
    throw damaged(text, at === undefined ? text.length : Number(at), path);
  }
}

function loggedPages(lines: readonly string[], path: string): unknown {
  const pages: unknown[][] = [[]];
  for (const line of lines) {
    const found = logged.exec(line)?.[1];
    if (found) pages.at(-1)!.push(parsePython(found, path));
    else if (nextPicture.test(line) && pages.at(-1)!.length > 0) pages.push([]);
  }
  return pages;
}

/** The value that a program printed; several are a list. */
function parsePython(text: string, path: string): unknown {
  try {
    const values = pythonValues(text);
    return values.length === 1 ? values[0] : values;
  } catch (error) {
    if (!(error instanceof PythonFault)) throw error;
    if (error.isShortened)
      throw problem(say('result-shortened'), {
        path,
        place: placeOf(text, error.offset),
        note: say('save-result'),
      });
    throw damaged(text, error.offset, path);
  }
}

/** Values of JSON one after another; none if they are damaged. */
function valuesIn(text: string): unknown[] {
  try {
    return pythonValues(text);
  } catch {
    return [];
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

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function damaged(text: string, offset: number, path: string): Error {
  const place = placeOf(text, offset);
  return problem(say('json-damaged', place.line), { path, place, note: say('write-result-again') });
}
