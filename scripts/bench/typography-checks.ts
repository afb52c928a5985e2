import type { Check } from './typography-check.js';
import { gridChecks } from './typography-grid.js';
import { lineChecks } from './typography-lines.js';
import { markChecks } from './typography-marks.js';
import { pageChecks } from './typography-pages.js';
import { styleChecks } from './typography-styles.js';
import { wholeChecks } from './typography-wholes.js';

/** The points of Chinese composition that are measured on paper, as rows of a table. */
export const typographyChecks: readonly Check[] = [
  ...gridChecks,
  ...lineChecks,
  ...wholeChecks,
  ...markChecks,
  ...styleChecks,
  ...pageChecks,
];
