import { didYouMean, problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Place } from '../../config.js';
import { schemeIds } from '../../prepress/impose/schemes/schemes.js';

/** Options of a build on the command line. */
export interface BuildArguments {
  edition?: string[];
  out?: string;
  jobs?: number;
  shard?: string;
  /** A Chrome or Chromium to print with. */
  browser?: string;
  resume?: boolean;
  json?: boolean;
  press?: string;
  pressDummy?: boolean;
  /** Encoding of the sources. */
  encoding?: string;
}

/**
 * The publication with the scheme of the command line.
 *
 * @throws a usage problem for an unknown scheme.
 */
export function pressed(place: Place, { press, pressDummy }: BuildArguments): Place {
  if (press === undefined && !pressDummy) return place;
  const scheme = schemeIds.find((id) => id === press);
  if (press !== undefined && !scheme)
    throw problem(say('unknown-scheme', press, schemeIds.join(', ')), {
      ruleId: 'usage',
      ...didYouMean(press, schemeIds),
    });
  const choices = place.publication.press;
  if (!scheme && !choices) throw problem(say('dummy-without-scheme'), { ruleId: 'usage' });
  const chosen = { ...choices, ...(scheme && { scheme }), ...(pressDummy && { dummy: true }) };
  return { ...place, publication: { ...place.publication, press: chosen } };
}
