/** Numbers for the pairs of characters of a text, in the order of their first places: much quicker than a Map. */
export interface Numbering {
  /** The number of a pair; a new one if it has none. */
  numberOf(pair: number): number;
  /** The number of a pair, or −1. */
  find(pair: number): number;
  readonly size: number;
}

/** Spreads the bits of a key over a table: Knuth's multiplicative hashing by 2³² ÷ φ. */
const golden = 0x9e3779b1;

/** Pairs are two UTF-16 units in one number, never 0. */
export function newNumbering(): Numbering {
  let bits = 12;
  let keys = new Int32Array(1 << bits);
  let numbers = new Int32Array(1 << bits);
  let size = 0;
  const placeOf = (pair: number) => {
    let place = Math.imul(pair, golden) >>> (32 - bits);
    while (keys[place] !== 0 && keys[place] !== pair) place = (place + 1) & (keys.length - 1);
    return place;
  };
  const grow = () => {
    const [oldKeys, oldNumbers] = [keys, numbers];
    bits++;
    keys = new Int32Array(1 << bits);
    numbers = new Int32Array(1 << bits);
    for (let at = 0; at < oldKeys.length; at++) {
      if (oldKeys[at] === 0) continue;
      const place = placeOf(oldKeys[at]!);
      keys[place] = oldKeys[at]!;
      numbers[place] = oldNumbers[at]!;
    }
  };
  return {
    numberOf(pair) {
      const place = placeOf(pair);
      if (keys[place] === pair) return numbers[place]!;
      keys[place] = pair;
      numbers[place] = size;
      if (++size * 2 > keys.length) grow();
      return size - 1;
    },
    find(pair) {
      const place = placeOf(pair);
      return keys[place] === pair ? numbers[place]! : -1;
    },
    get size() {
      return size;
    },
  };
}

/** How often each numbered pair stands inside some lines. */
export function countPairs(lines: readonly { text: string }[], numbers: Numbering): Uint32Array {
  const counts = new Uint32Array(numbers.size);
  for (const { text } of lines) {
    let before = text.charCodeAt(0);
    for (let at = 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const number = before === 0 ? -1 : numbers.find((before << 16) | code);
      before = code;
      if (number >= 0) counts[number]!++;
    }
  }
  return counts;
}
