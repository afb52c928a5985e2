import { join } from 'node:path';
import { say, textOf } from '../../article/words/say.js';
import type { EditionReport, IssueReport } from '../../report.js';
import type { Terminal } from '../command.js';
import type { BuildTally } from '../tell/build-tally.js';
import { type Listener, nearName } from '../tell/tell-issue.js';

/** Recipient of the results of a build. */
export interface Ending extends Pick<Listener, 'teller' | 'cwd' | 'language'> {
  /** Folder of the issues' folders. */
  out: string;
  isMany: boolean;
  isJson: boolean;
  tally: BuildTally;
  terminal: Terminal;
}

/** The end of a build: a summary of many issues, its last words, and the result for standard output. */
export function tellResults(reports: readonly IssueReport[], ending: Ending): void {
  const { teller, tally, terminal, isMany, isJson } = ending;
  if (isMany) teller.say(tally.summary(reports));
  teller.say(lastWords(reports, ending));
  if (isJson) terminal.result(`${JSON.stringify({ issues: reports }, null, 2)}\n`);
  else for (const path of filesOf(reports)) terminal.result(`${nearName(terminal.cwd, path)}\n`);
}

const filesOf = (reports: readonly IssueReport[], isMeant = (_: EditionReport) => true) =>
  reports
    .flatMap((report) => report.editions)
    .filter(isMeant)
    .flatMap((made) => Object.values(made.outputs))
    .flatMap(({ files }) => files.map(({ path }) => path));

/** Last message of a build: its files, and that no open question prevents their use. */
function lastWords(
  reports: readonly IssueReport[],
  { language, out, cwd }: Pick<Ending, 'language' | 'out' | 'cwd'>,
): string {
  if (reports.length === 0) return textOf(say('empty-shard'), language);
  const all = filesOf(reports).length;
  const made = all - filesOf(reports, ({ upToDate }) => upToDate === true).length;
  const open = reports.reduce((sum, report) => sum + report.open.length, 0);
  const place = nearName(cwd, join(out, reports.length === 1 ? reports[0]!.issue : '…', 'report.json'));
  if (made === 0 && all > 0)
    return textOf(open > 0 ? say('same-done', all, open, place) : say('same-clear', all), language);
  return textOf(open > 0 ? say('build-done', made, open, place) : say('build-clear', made), language);
}
