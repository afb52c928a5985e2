import type { Finding } from '../finding.js';
import { checkAttributes } from './check-attributes.js';
import { checkBlanks } from './check-blanks.js';
import { checkEmphasis } from './check-emphasis.js';
import { checkFlow } from './check-flow.js';
import { checkLabels, checkReadings } from './check-generated.js';
import { checkLevels, checkNesting } from './check-headings.js';
import { checkLinks } from './check-links.js';
import { checkNotes } from './check-notes.js';
import { checkRaised, checkSizes, checkStruck } from './check-on-line.js';
import { checkPicturesRead } from './check-pictures-read.js';
import { checkRoles } from './check-roles.js';
import { checkStories } from './check-stories.js';
import { checkTableRules } from './check-table-rules.js';
import { checkUnits } from './check-units.js';
import type { Paper } from './paper.js';

/** The comparisons that follow once the characters are the same. */
export const comparisons: readonly ((paper: Paper) => Finding[])[] = [
  checkRoles,
  checkUnits,
  checkAttributes,
  checkPicturesRead,
  checkLevels,
  checkNesting,
  checkLinks,
  checkFlow,
  checkStories,
  checkNotes,
  checkEmphasis,
  checkTableRules,
  checkBlanks,
  checkReadings,
  checkRaised,
  checkStruck,
  checkSizes,
  checkLabels,
];
