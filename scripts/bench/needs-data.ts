import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';

/** The problem of a bench that needs other people's texts, which are not in this repository. */
export const needsData = (path: string) =>
  problem(say('bench-needs-data', path), { ruleId: 'usage', note: say('name-bench-data') });
