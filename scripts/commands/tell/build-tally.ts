import { say, textOf } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';
import type { IssueReport } from '../../report.js';
import { inWords, newTally } from './tally.js';

/** Progress of a build of many editions: how many of how many, and the estimated time left. */
export interface BuildTally {
  /** The outputs of one edition were made, found up to date, or failed. */
  count: () => void;
  /** "3 of 12 editions, about 40 s left". */
  text: () => string;
  /** The same for programs; no time is known before the first edition. */
  facts: () => { done: number; total: number; secondsLeft?: number };
  /** The results, in one line. */
  summary: (reports: readonly IssueReport[]) => string;
}

/**
 * @param total number of editions to be made
 * @param language language of the texts
 */
export function newBuildTally(total: number, language: Language = 'en'): BuildTally {
  const tally = newTally(total);
  return {
    count: tally.count,
    text: () =>
      textOf(
        tally.soFar((done) => say('editions-so-far', done, total)),
        language,
      ),
    facts: () => {
      const left = tally.secondsLeft();
      return {
        done: tally.done,
        total,
        ...(left !== undefined && { secondsLeft: Math.round(left * 10) / 10 }),
      };
    },
    summary: (reports) => {
      const editions = reports.flatMap((report) => report.editions);
      const made = editions.filter(
        ({ outputs, upToDate }) => Object.keys(outputs).length > 0 && !upToDate,
      ).length;
      const upToDate = editions.filter((one) => one.upToDate).length;
      const failed = total - made - upToDate;
      const open = reports.reduce((sum, report) => sum + report.open.length, 0);
      const parts = [
        say('editions-made', made),
        ...(upToDate > 0 ? [say('editions-kept', upToDate)] : []),
        ...(failed > 0 ? [say('editions-failed', failed)] : []),
        ...(open > 0 ? [say('questions-open', open)] : []),
      ].map((said) => textOf(said, language));
      const comma = language === 'en' ? ', ' : '，';
      return `${textOf(say('all-issues', reports.length, inWords(tally.elapsed())), language)}${parts.join(comma)}`;
    },
  };
}
