import { join, relative } from 'node:path';
import { say, textOf } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';
import type { Output } from '../../outputs/output.js';
import { type IssueReport, type OpenQuestion, reportOf } from '../../report.js';
import type { BuildTeller, Subject } from './build-teller.js';
import { groupMessages } from './group-messages.js';
import { questionIn } from './question-words.js';

/** Recipient of messages about an issue, and their folder. */
export interface Listener {
  teller: BuildTeller;
  /** The folder to which names in messages are relative. */
  cwd: string;
  language: Language;
  outputs: readonly Output[];
  /** The folder of the issues' reports. */
  reports: string;
  subjectOf: (report: IssueReport, edition?: string) => Subject;
  /** Nothing is told again of issues that are up to date: whoever repeats a build of many has read it before. */
  isResumed: boolean;
}

/** Tells a person about an issue when its editions are made. */
export function tellIssue(report: IssueReport, listener: Listener): void {
  tellOld(report, listener);
  const { teller, language } = listener;
  for (const name of report.changed ?? [])
    teller.say(textOf(say('line-open', say('saved-meanwhile', name)), language));
  if (listener.isResumed && report.editions.length > 0 && report.editions.every(({ upToDate }) => upToDate))
    return;
  tellUse(report, listener);
  tellOpen(report, listener);
}

/** Warns about files of an earlier build: nobody should pick up yesterday's paper unknowingly. */
function tellOld(report: IssueReport, { teller, cwd, language, subjectOf }: Listener): void {
  for (const { edition, old = [] } of report.editions) {
    const subject = subjectOf(report, edition);
    for (const path of old)
      teller.say(`${subject.name}  ${textOf(say('old-kept', nearName(cwd, path)), language)}`, subject);
  }
}

/** Prints instructions for the files (printing and binding), once for editions with the same instructions. */
function tellUse({ editions }: IssueReport, { teller, outputs, language }: Listener): void {
  for (const output of outputs) {
    const reports = editions.flatMap((made) => reportOf(made, output) ?? []);
    const lines = reports.flatMap((one) => output.tell?.(one, language) ?? []);
    for (const text of new Set(lines)) teller.say(text);
  }
}

/** Maximum number of kinds of open questions on a terminal. They are not failures, but nobody should miss them. */
const mostTold = 12;

function tellOpen(
  { open, told = [], issue }: IssueReport,
  { teller, cwd, language, reports }: Listener,
): void {
  const asked = (one: OpenQuestion) => ({ ...one, reason: questionIn(language, one) });
  const grouped = (all: readonly OpenQuestion[]) =>
    groupMessages(all.map(asked), { language, nameFile: (file) => nearName(cwd, file) });
  const kinds = grouped(open);
  for (const text of kinds.slice(0, mostTold)) teller.say(textOf(say('line-open', text), language));
  if (kinds.length > mostTold) {
    const more = say(
      'kinds-more',
      kinds.length - mostTold,
      nearName(cwd, join(reports, issue, 'report.json')),
    );
    teller.say(textOf(say('line-open', more), language));
  }
  for (const text of grouped(told)) teller.say(textOf(say('line-told', text), language));
}

/** A path as a person in that folder would type it. */
export function nearName(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}
