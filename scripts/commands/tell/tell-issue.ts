import { relative } from 'node:path';
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
  subjectOf: (report: IssueReport, edition?: string) => Subject;
}

/** Tells a person about an issue when its editions are made. */
export function tellIssue(report: IssueReport, listener: Listener): void {
  tellOld(report, listener);
  for (const name of report.changed ?? [])
    listener.teller.say(`open  ${name}: it was saved while the book was made; build again to have it`);
  tellUse(report, listener);
  tellOpen(report, listener);
}

/** Warns about files of an earlier build: nobody should pick up yesterday's paper unknowingly. */
function tellOld(report: IssueReport, { teller, cwd, subjectOf }: Listener): void {
  for (const { edition, old = [] } of report.editions) {
    const subject = subjectOf(report, edition);
    for (const path of old)
      teller.say(`${subject.name}  the file of an earlier build is kept as ${nearName(cwd, path)}`, subject);
  }
}

/** Prints instructions for the files (printing and binding), once for editions with the same instructions. */
function tellUse({ editions }: IssueReport, { teller, outputs }: Listener): void {
  for (const output of outputs) {
    const reports = editions.flatMap((made) => reportOf(made, output) ?? []);
    for (const text of new Set(reports.flatMap((one) => output.tell?.(one) ?? [])))
      teller.say(`${output.id}  ${text}`);
  }
}

/** Maximum number of kinds of open questions on a terminal. They are not failures, but nobody should miss them. */
const mostTold = 12;

function tellOpen({ open, told = [], issue }: IssueReport, { teller, cwd, language }: Listener): void {
  const spoken = (one: OpenQuestion) => ({ ...one, reason: questionIn(language, one) });
  const near = (file: string) => nearName(cwd, file);
  const kinds = groupMessages(open.map(spoken), near);
  for (const text of kinds.slice(0, mostTold)) teller.say(`open  ${text}`);
  if (kinds.length > mostTold)
    teller.say(`open  ${kinds.length - mostTold} kinds more in ${issue}/report.json`);
  for (const text of groupMessages(told.map(spoken), near)) teller.say(`told  ${text}`);
}

/** A path as a person in that folder would type it. */
export function nearName(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}
