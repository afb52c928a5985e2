import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';

/** Why a bench cannot measure: it asks about other people's texts, which are not in this repository. */
export const needsData = (path: string) =>
  problem(say('bench-needs-data', path), { ruleId: 'usage', note: say('name-bench-data') });
