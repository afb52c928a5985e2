import { type Said, textOf } from '../../article/words/say.js';
import { type Stage, type StageName, stageIn, stageLine } from '../../report.js';
import type { Terminal } from '../command.js';
import type { BuildTally } from './build-tally.js';

/** Subject of a line of a build: an issue, or an edition of it. */
export interface Subject {
  issue: string;
  edition?: string;
  /** Its name in a line: issues are left out where there is only one. */
  name: string;
}

/**
 * Reports progress of a build on standard error: as lines for people, with `--json` as events for programs, one JSON
 * object per line.
 */
export interface BuildTeller {
  /** A stage begins, or has made progress: "57 of 173 galleys". */
  begin(subject: Subject, stage: StageName, soFar?: Said): void;
  ended(subject: Subject, stage: Stage, did: Said): void;
  /** A PDF was made, was up to date, or failed. */
  counted(): void;
  /** Anything else that a person should know. */
  say(text: string, subject?: Subject): void;
}

/** For people: stages as lines, current activity only on a terminal. */
export function lineTeller({ line, progress, language = 'en' }: Terminal, tally: BuildTally): BuildTeller {
  return {
    begin: ({ name }, stage, soFar) =>
      progress(
        `${tally.text()}  ${name} ${stageIn(stage, language)} …${soFar ? ` ${textOf(soFar, language)}` : ''}`,
      ),
    ended: ({ name }, stage, did) => line(stageLine(name, stage, { did, language })),
    counted: tally.count,
    say: (text) => line(text),
  };
}

/** For programs: `{"event":"stage","issue":"…","edition":"zh-Hans","stage":"print","seconds":0.7,"did":"362 KB"}`. */
export function eventTeller({ line }: Terminal, tally: BuildTally): BuildTeller {
  const tell = (event: string, facts: object) => line(JSON.stringify({ event, ...facts }));
  const factsOf = (subject?: Subject) =>
    subject && { issue: subject.issue, ...(subject.edition !== undefined && { edition: subject.edition }) };
  return {
    begin: (subject, stage, soFar) =>
      tell('begin', { ...factsOf(subject), stage, ...(soFar && { soFar: textOf(soFar) }) }),
    ended: (subject, { name, seconds, did }) =>
      tell('stage', { ...factsOf(subject), stage: name, seconds, did }),
    counted: () => {
      tally.count();
      tell('progress', tally.facts());
    },
    say: (text, subject) => tell('message', { ...factsOf(subject), text }),
  };
}
