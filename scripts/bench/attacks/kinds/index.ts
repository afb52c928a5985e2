import type { AttackKind } from '../attack.js';
import { caches } from './caches.js';
import { choices } from './choices.js';
import { commands } from './commands.js';
import { disks } from './disks.js';
import { endings } from './endings.js';
import { fonts } from './fonts.js';
import { machines } from './machines.js';
import { markdown } from './markdown.js';
import { pdfs } from './pdfs.js';
import { pictures } from './pictures.js';
import { places } from './places.js';
import { readers } from './readers.js';
import { requests } from './requests.js';
import { sheets } from './sheets.js';
import { sources } from './sources.js';
import { streams } from './streams.js';
import { translations } from './translations.js';
import { work } from './work.js';

/** All kinds of attack; add one by adding a file. */
export const kinds: readonly AttackKind[] = [
  sources,
  readers,
  markdown,
  choices,
  sheets,
  pictures,
  fonts,
  requests,
  translations,
  streams,
  commands,
  pdfs,
  places,
  machines,
  disks,
  caches,
  endings,
  work,
];
