import { basename } from 'node:path';
import { problem } from '../../article/problem.js';
import type { Source } from '../../article/source.js';
import { say } from '../../article/words/say.js';
import { readSource } from '../../intake/read-source.js';
import type { IntakeOptions } from '../../intake/reader.js';
import { checkRecognized, isUnrecognized, recognizeScans } from '../../intake/scan/keep.js';
import { installedEngines } from '../../intake/scan/recognize.js';
import { recognizeSome } from '../../intake/scan/recognize-some.js';
import { spoken, type Terminal } from '../command.js';

/** Reads a source; a picture is recognised first, by an engine of this machine. */
export async function readScanned(
  paths: readonly string[],
  options: IntakeOptions,
  terminal: Terminal,
  scans = paths,
): Promise<Source> {
  try {
    checkRecognized(paths, scans);
    const source = await readSource(paths, options);
    const results = await recognizeSome(source, () => recognise(paths[0]!, scans, terminal));
    return results ? readSource(results, options) : source;
  } catch (error) {
    if (!isUnrecognized(error)) throw error;
    return readSource(await recognise(paths[0]!, scans, terminal), options);
  }
}

/** True if a program that recognises text is installed on this machine. */
export const hasEngine = async (): Promise<boolean> => (await installedEngines()).length > 0;

/** Recognises scans, and tells of each page and of the files in which the results are kept; gives these. */
export async function recognise(
  path: string,
  scans: readonly string[],
  terminal: Terminal,
): Promise<readonly string[]> {
  if (scans.length === 0) throw problem(say('a-scan'), { path, note: say('scan-name') });
  const { paths, engine } = await recognizeScans(scans, (scan, page) =>
    terminal.line(spoken(terminal, say('did-recognise-page', basename(scans[scan - 1]!), page))),
  );
  for (const result of paths)
    terminal.line(spoken(terminal, say('did-keep-result', basename(result), engine)));
  return paths;
}
