/**
 * 网址: a web address, a mailbox, the name of a host or a DOI, in printable ASCII, and any other run of it that is too
 * long for a word: a key, a path, a long number. A letter followed by its accent belongs to a word.
 */
export const address =
  /(?:(?:https?|ftp):\/\/|www\.|(?<![\w.])doi:|(?<![\w./@-])[\w.%+-]+@(?=[\w-]+\.\w)|(?<![\w./@-])(?:[a-z\d-]+\.)+(?:com|cn|org|net|gov|edu|info)(?=[/?#:.]|(?![\w-])))[\x21-\x7e]*(?!\p{M})|[\x21-\x7e]{32,}(?!\p{M})/giu;

/** Shorter ones fit into a line as a word does. */
const shortest = 12;
/** A line never begins or ends with fewer characters of an address. */
const leastAtEnd = 3;
/** A word of more characters may be broken inside. */
const longestWord = 7;

/** A place in an address where a line may end. */
export interface AddressBreak {
  /** Index of the character after it. */
  at: number;
  /** True inside a word, where a line ends only if it must. */
  isInner: boolean;
}

/** The addresses of a text with their places. */
export function* addressesIn(text: string): Generator<{ found: string; index: number }> {
  if (!hint.test(text)) return;
  for (const { 0: found, index } of text.matchAll(address))
    if (found.length >= shortest) yield { found, index };
}

const hint = /:\/\/|[\w-][.@][\w-]|doi:|[\x21-\x7e]{32}/i;

/**
 * The places in an address where a line may end (The Chicago Manual of Style, 7.46): behind a double slash, a colon,
 * = and &, and before any other sign. Inside of long words they are `isInner`.
 */
export function addressBreaks(found: string): AddressBreak[] {
  const breaks: AddressBreak[] = [];
  let start = 0;
  const addWord = (end: number) => {
    for (let at = start + leastAtEnd; end - start > longestWord && at <= end - leastAtEnd; at++)
      breaks.push({ at, isInner: true });
  };
  for (let at = 1; at <= found.length; at++) {
    const isSign = at < found.length && isSignBreak(found[at - 1]!, found[at]!, found.slice(at - 2, at));
    if (!isSign && at < found.length) continue;
    addWord(at);
    if (at < found.length) breaks.push({ at, isInner: false });
    start = at;
  }
  return breaks.filter(({ at }) => at >= leastAtEnd && at <= found.length - leastAtEnd);
}

/** Longer pieces are broken inside where lines are filled one after the other. */
const longestPiece = 12;

/** The pieces of an address between the places where a line may end, for a browser that fills line by line. */
export function addressPieces(found: string): string[] {
  const breaks = addressBreaks(found);
  const signs = [0, ...breaks.filter(({ isInner }) => !isInner).map(({ at }) => at), found.length];
  const isLong = (at: number) => {
    const next = signs.findIndex((sign) => sign > at);
    return signs[next]! - signs[next - 1]! > longestPiece;
  };
  const places = breaks.filter(({ at, isInner }) => !isInner || isLong(at)).map(({ at }) => at);
  return [...places, found.length].map((end, index) => found.slice(index === 0 ? 0 : places[index - 1], end));
}

const alphanumeric = /[\p{L}\p{N}]/u;

function isSignBreak(before: string, after: string, lastTwo: string): boolean {
  if (lastTwo === '//') return alphanumeric.test(after);
  if (':=&'.includes(before)) return alphanumeric.test(after);
  return './,-_?#%~@;'.includes(after) && alphanumeric.test(before);
}
