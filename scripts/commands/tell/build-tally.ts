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

/** @param total editions to be made. */
export function newBuildTally(total: number): BuildTally {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  let done = 0;
  const secondsLeft = () => (elapsed() / done) * (total - done);
  return {
    count: () => {
      done++;
    },
    text: () => `${done} of ${total} editions${done > 0 ? `, about ${inWords(secondsLeft())} left` : ''}`,
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
        `${made} editions made`,
        ...(upToDate > 0 ? [`${upToDate} up to date`] : []),
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(open > 0 ? [`${open} open questions`] : []),
      ];
      return `${reports.length} issues in ${inWords(elapsed())}: ${parts.join(', ')}`;
    },
  };
}

function inWords(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
