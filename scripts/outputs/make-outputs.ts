import { say } from '../article/words/say.js';
import type { Made, Making, Output } from './output.js';
import type { OutputCache } from './output-cache.js';

/** Means of making outputs, except other outputs. */
export interface Maker {
  making: Omit<Making, 'made'>;
  cacheOf: (output: Output) => OutputCache;
}

/** Provides outputs of one edition: each once, from the cache or newly made. */
export function newMaker({ making, cacheOf }: Maker): Making['made'] {
  const asked = new Map<string, Promise<Made>>();
  const give = async (output: Output): Promise<Made> => {
    const cache = cacheOf(output);
    const known = cache.read();
    if (known)
      return making.run(
        'cache',
        () => known,
        ({ facts }) => say('did-nothing', output.did(facts)),
      );
    const fresh = await output.make({ ...making, made });
    cache.write(fresh);
    return fresh;
  };
  const made = <Facts extends object, Rest>(output: Output<Facts, Rest>) => {
    const promise = asked.get(output.id) ?? give(output);
    asked.set(output.id, promise);
    // The entry under an output's id was made by its row.
    return promise as Promise<Made<Facts, Rest>>;
  };
  return made;
}
