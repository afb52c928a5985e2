import type { Mutation } from '../subject.js';
import { actionKinds } from './actions.js';
import { addedKinds } from './added.js';
import { annotationKinds } from './annotations.js';
import { blankKinds } from './blanks.js';
import { colourKinds } from './colours.js';
import { coverKinds } from './cover.js';
import { documentKinds } from './document.js';
import { fontKinds } from './fonts.js';
import { generatedKinds } from './generated.js';
import { hiddenKinds } from './hidden.js';
import { markKinds } from './marks.js';
import { overleafKinds } from './overleaf.js';
import { pictureKinds } from './pictures.js';
import { pixelKinds } from './pixels.js';
import { placeKinds } from './place.js';
import { readingKinds } from './reading.js';
import { referenceKinds } from './references.js';
import { ruleKinds } from './rules.js';
import { tagKinds } from './tags.js';
import { viewerKinds } from './viewer.js';

/** All changes that the proof must find. */
export const mutations: readonly Mutation[] = [
  ...generatedKinds,
  ...markKinds,
  ...blankKinds,
  ...placeKinds,
  ...overleafKinds,
  ...ruleKinds,
  ...hiddenKinds,
  ...colourKinds,
  ...coverKinds,
  ...addedKinds,
  ...documentKinds,
  ...referenceKinds,
  ...actionKinds,
  ...annotationKinds,
  ...viewerKinds,
  ...tagKinds,
  ...readingKinds,
  ...fontKinds,
  ...pictureKinds,
  ...pixelKinds,
];
