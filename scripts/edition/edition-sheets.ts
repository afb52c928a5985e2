import type { Edition } from '../article/edition.js';
import { secondFamily } from './pair-faces.js';

/** Names of the style sheets in `styles/editions/` that an edition needs, in cascade order. */
export function editionSheets(edition: Edition): string[] {
  const { stylesheet, second, fonts, ruby } = edition;
  return [
    stylesheet,
    ...(second ? [second.stylesheet, 'parallel.css'] : []),
    ...(fonts.some(({ family }) => family.endsWith(secondFamily)) ? ['second.css'] : []),
    ...((ruby ?? second?.ruby) ? ['ruby.css'] : []),
    ...(ruby === 'bopomofo' || second?.ruby === 'bopomofo' ? ['bopomofo.css'] : []),
  ];
}
