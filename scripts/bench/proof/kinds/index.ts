import type { Mutation } from '../subject.js';
import { addedKinds } from './added.js';
import { blankKinds } from './blanks.js';
import { coverKinds } from './cover.js';
import { documentKinds } from './document.js';
import { fontKinds } from './fonts.js';
import { generatedKinds } from './generated.js';
import { hiddenKinds } from './hidden.js';
import { pictureKinds } from './pictures.js';
import { placeKinds } from './place.js';
import { tagKinds } from './tags.js';

/** All changes that the proof must find. */
export const mutations: readonly Mutation[] = [
  ...generatedKinds,
  ...blankKinds,
  ...placeKinds,
  ...hiddenKinds,
  ...coverKinds,
  ...addedKinds,
  ...documentKinds,
  ...tagKinds,
  ...fontKinds,
  ...pictureKinds,
];
