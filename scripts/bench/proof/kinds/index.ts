import type { Mutation } from '../subject.js';
import { actionKinds } from './actions.js';
import { addedKinds } from './added.js';
import { blankKinds } from './blanks.js';
import { coverKinds } from './cover.js';
import { documentKinds } from './document.js';
import { fontKinds } from './fonts.js';
import { generatedKinds } from './generated.js';
import { hiddenKinds } from './hidden.js';
import { overleafKinds } from './overleaf.js';
import { pictureKinds } from './pictures.js';
import { placeKinds } from './place.js';
import { referenceKinds } from './references.js';
import { ruleKinds } from './rules.js';
import { tagKinds } from './tags.js';

/** All changes that the proof must find. */
export const mutations: readonly Mutation[] = [
  ...generatedKinds,
  ...blankKinds,
  ...placeKinds,
  ...overleafKinds,
  ...ruleKinds,
  ...hiddenKinds,
  ...coverKinds,
  ...addedKinds,
  ...documentKinds,
  ...referenceKinds,
  ...actionKinds,
  ...tagKinds,
  ...fontKinds,
  ...pictureKinds,
];
