import { type Said, say, textOf } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';
import type { IssueReport } from '../../report.js';

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
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  let done = 0;
  const secondsLeft = () => (elapsed() / done) * (total - done);
  return {
    count: () => {
      done++;
    },
    text: () => {
      const soFar = say('editions-so-far', done, total);
      return textOf(done > 0 ? say('time-left', soFar, inWords(secondsLeft())) : soFar, language);
    },
    facts: () => ({ done, total, ...(done > 0 && { secondsLeft: Math.round(secondsLeft() * 10) / 10 }) }),
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
      return `${textOf(say('all-issues', reports.length, inWords(elapsed())), language)}${parts.join(comma)}`;
    },
  };
}

function inWords(seconds: number): Said {
  if (seconds < 100) return say('seconds', Math.ceil(seconds));
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? say('minutes', minutes) : say('hours', (minutes / 60).toFixed(1));
}
