import { didYouMean } from '../../article/problem.js';
import { type Said, say } from '../../article/words/say.js';
import { scriptOf } from '../../text/script-of.js';
import { chineseRows } from '../rows/index.js';
import { simplify } from './own-words.js';

/** One line of a names file, as an edition reads it. */
export interface NameEntry {
  source: string;
  output: string;
  /** True if it names its edition, and so precedes one that does not. */
  isSpecial: boolean;
  isExact: boolean;
}

/** A line that says nothing, and its remedy. */
export interface NameFault {
  reason: Said;
  note: Said;
}

const editionIds: readonly string[] = [...chineseRows.map(({ id }) => id), 'en'];
/** `pinyin: 单于 = chán yú` is a reading, which `ruby/own-readings.ts` reads. */
const scopesKnown: ReadonlySet<string> = new Set([...editionIds, 'pinyin']);

/** Reads one line. Empty lines, remarks and those for other editions give nothing. */
export function readEntry(line: string, editionId: string): NameEntry | NameFault | undefined {
  const text = line
    .replace(/^\ufeff/, '')
    .replace(/(^|\s)#.*$/, '')
    .trim();
  const [, scope, rest = ''] = /^(?:([\w, -]+):)?\s*(.*)$/.exec(text) ?? [];
  const scopes = scope?.split(',').map((id) => id.trim());
  const [output = '', given, more] = rest.split('=').map((part) => part.trim());
  const fault = unknownEdition(scopes) ?? faultIn({ output, given, more });
  if (fault) return fault;
  if (!output || (scopes && !scopes.includes(editionId))) return undefined;
  const isSpecial = scopes !== undefined;
  const isExact = Boolean(given);
  if (scriptOf(editionId) !== 'hans')
    return { output, source: given || simplify(output), isSpecial, isExact };
  // From Traditional to Simplified, an entry gives the source's form, unless it is for this edition.
  return isSpecial
    ? { output, source: given || output, isSpecial, isExact }
    : { output: simplify(output), source: output, isSpecial, isExact };
}

function unknownEdition(scopes: readonly string[] = []): NameFault | undefined {
  const unknown = scopes.find((id) => !scopesKnown.has(id));
  if (unknown === undefined) return undefined;
  const { note = say('edition-of-name') } = didYouMean(unknown, editionIds);
  return { reason: say('unknown-edition', unknown, editionIds.join(', ')), note };
}

function faultIn(parts: { output: string; given?: string | undefined; more?: string | undefined }) {
  const { output, given, more } = parts;
  if (given === undefined || (output !== '' && given !== '' && more === undefined)) return undefined;
  return { reason: say('half-a-name'), note: say('write-both-sides') } satisfies NameFault;
}
