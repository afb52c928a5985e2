import type { Edition } from '../../article/edition.js';
import type { Place } from '../../config.js';
import { editionOf } from '../../edition/edition-of.js';

/** @throws a usage problem for an unknown edition. */
export function pickEditions({ publication }: Place, asked: readonly string[] | undefined): Edition[] {
  const wanted = (asked ?? publication.editions).flatMap((id) => id.split(','));
  return [...new Set(wanted.map(editionOf))];
}
