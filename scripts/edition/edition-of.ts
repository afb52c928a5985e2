import { type Edition, parallelModes, rubyKinds } from '../article/edition.js';
import { didYouMean, problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { editions } from './index.js';
import { pairEditions } from './pair-editions.js';
import { withRuby } from './ruby/ruby.js';

/**
 * The edition of an id, in any case: a row of the table; a row with readings, `zh-Hans@pinyin`; or two of them side by
 * side, `zh-Hans+en`, `zh-Hans+en@columns`.
 *
 * @throws a usage problem that lists what is allowed.
 */
export function editionOf(id: string): Edition {
  const parts = id.split('+');
  if (parts.length > 2)
    throw problem(say('third-edition', id), {
      ruleId: 'usage',
    });
  const asked = parts.map(partOf);
  const modes = asked.flatMap(({ modes }) => modes);
  if (modes.length > parts.length - 1)
    throw problem(say('mode-not-allowed', modes.at(-1), id, expectedModes(parts.length)), {
      ruleId: 'usage',
    });
  const [first, second] = asked.map(({ edition }) => edition);
  return second ? pairEditions(first!, second, modes[0]) : first!;
}

const expectedModes = (count: number) =>
  count > 1 ? 'one mode' : `a pair of editions before ${parallelModes.join(', ')}: zh-Hans+en@columns`;

/** One side of an id, with options that concern both. */
function partOf(part: string) {
  const [id = '', ...options] = part.split('@').map((piece) => piece.trim());
  const row = rowOf(id);
  const kinds = options.map((option) => optionOf(option));
  const ruby = rubyKinds.find((kind) => kinds.includes(kind));
  return {
    edition: ruby ? withRuby(row, ruby) : row,
    modes: kinds.flatMap((kind) => parallelModes.filter((mode) => mode === kind)),
  };
}

function rowOf(id: string): Edition {
  const found = editions.find((row) => row.id.toLowerCase() === id.toLowerCase());
  if (found) return found;
  const ids = editions.map((row) => row.id);
  throw problem(say('unknown-edition', id, ids.join(', ')), {
    ruleId: 'usage',
    ...didYouMean(id, ids),
  });
}

function optionOf(option: string) {
  const all = [...rubyKinds, ...parallelModes];
  const found = all.find((one) => one === option.toLowerCase());
  if (found) return found;
  throw problem(say('unknown-option', option, all.map((one) => `@${one}`).join(', ')), {
    ruleId: 'usage',
    ...didYouMean(option, all),
  });
}
