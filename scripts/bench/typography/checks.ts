import type { Check } from './check.js';
import { gridChecks } from './grid.js';
import { lineChecks } from './lines.js';
import { markChecks } from './marks.js';
import { pageChecks } from './pages.js';
import { styleChecks } from './styles.js';
import { wholeChecks } from './wholes.js';

/** The points of Chinese composition that are measured on paper, as rows of a table. */
export const typographyChecks: readonly Check[] = [
  ...gridChecks,
  ...lineChecks,
  ...wholeChecks,
  ...markChecks,
  ...styleChecks,
  ...pageChecks,
];
