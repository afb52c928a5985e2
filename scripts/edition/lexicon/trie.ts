/**
 * A set of words with a number each, as a hash of transitions in one typed array: 350,000 words take 15 MB and half a
 * second less than maps of maps would.
 */
export interface Trie {
  /** The node that `code` (a UTF-16 unit) leads to from `node`, or 0. The root is 1. */
  step(node: number, code: number): number;
  /** The number of the word that ends at this node, or `none`. */
  valueAt(node: number): number;
  /** The number of a word, or `none`. */
  get(word: string): number;
  add(word: string, value: number): void;
  tables: TrieTables;
}

/** Value of a node where no word ends. */
export const none = Number.POSITIVE_INFINITY;

/** Tables of a trie: plain data, which can be stored and read again. */
export interface TrieTables {
  /**
   * For each node the node before it, the code that leads from there, and the bits of its value as a 32-bit float: side by
   * side, because a step that looks in three places of a large table waits for memory three times. A node is the place of
   * its record, which a hash gives; 0 is no node, 1 the root.
   */
  records: Int32Array;
  root: Int32Array;
  /**
   * A bit for each hash of a first and a second code of words, small enough for the cache of a processor: half of the second
   * steps lead nowhere, and this tells it of five in six of them.
   */
  seconds: Uint8Array;
  /** Number of nodes. */
  count: number;
}

/** Numbers of a record. */
const stride = 3;
/** Added to the code of a node from which others are reached: from the last characters of words, no step is tried. */
const isInner = 0x10000;
/** The first node that a hash can give. */
const first = 2;

/** @param letters the sum of the lengths of all words; the trie grows where words share fewer beginnings than usual. */
export function newTrie(letters: number): Trie {
  return openTrie(emptyTables(Math.ceil(letters * usualShare) + 16));
}

/** Nodes a letter: of long lists, half the letters begin other words too. */
const usualShare = 0.6;
/** Records a node; with fewer, searches for a free one become long. */
const recordsANode = 1.4;

function emptyTables(nodes: number): TrieTables {
  const size = 2 ** Math.ceil(Math.log2(nodes * recordsANode));
  const records = new Int32Array((size + first) * stride);
  const values = new Float32Array(records.buffer);
  for (let node = 0; node < size + first; node++) values[node * stride + 2] = none;
  return { records, root: new Int32Array(65_536), seconds: new Uint8Array(Math.ceil(size / 8)), count: 0 };
}

const maskOf = ({ records }: TrieTables) => records.length / stride - first - 1;
const hasRoom = (tables: TrieTables, more: number) =>
  (tables.count + more) * recordsANode <= maskOf(tables) + 1;

/** The same with room for so many nodes: no more than there are, where nothing will be added. */
export function resizeTables(tables: TrieTables, nodes = tables.count + 16): TrieTables {
  const { records } = tables;
  const resized = emptyTables(nodes);
  const trie = openTrie(resized);
  const moved = new Int32Array(records.length / stride);
  moved[1] = 1;
  // The node before comes first; words are short, so that this goes no deeper than they are long.
  const move = (node: number): number => {
    // Read one by one: an array for each node would take most of the time.
    const at = node * stride;
    const parent = records[at]!;
    if (moved[node] !== 0 || parent === 0) return moved[node]!;
    const made = insert(trie, move(parent), records[at + 1]! & 0xffff);
    resized.records[made * stride + 2] = records[at + 2]!;
    moved[node] = made;
    return made;
  };
  for (let node = first; node < moved.length; node++) move(node);
  return resized;
}

/** The node that a code leads to; it is made where there is none. */
function insert({ step, tables }: Trie, parent: number, code: number): number {
  const known = step(parent, code);
  if (known !== 0) return known;
  const { records, root, seconds } = tables;
  const mask = maskOf(tables);
  let slot = hash(parent, code) & mask;
  while (records[(slot + first) * stride] !== 0) slot = (slot + 1) & mask;
  const node = slot + first;
  records[node * stride] = parent;
  records[node * stride + 1] = code;
  records[parent * stride + 1]! |= isInner;
  if (parent === 1) root[code] = node;
  else if (records[parent * stride] === 1) {
    const bit = bitOf(hash(parent, code), seconds);
    seconds[bit >>> 3]! |= 1 << (bit & 7);
  }
  tables.count++;
  return node;
}

const hash = (node: number, code: number) => Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
/** The low bits of a hash give the record, the high ones the bit. */
const bitOf = (hashed: number, seconds: Uint8Array) => (hashed >>> 7) & (seconds.length * 8 - 1);

/** The trie of these tables. */
export function openTrie(tables: TrieTables): Trie {
  let { records, root, seconds } = tables;
  let values = new Float32Array(records.buffer, records.byteOffset, records.length);
  let mask = maskOf(tables);
  const trie: Trie = { step, valueAt, get, add, tables };
  return trie;

  function step(node: number, code: number): number {
    if (node === 1) return root[code]!;
    if (records[node * stride + 1]! <= 0xffff) return 0;
    const hashed = hash(node, code);
    if (records[node * stride] === 1) {
      const bit = bitOf(hashed, seconds);
      if ((seconds[bit >>> 3]! & (1 << (bit & 7))) === 0) return 0;
    }
    let slot = hashed & mask;
    for (;;) {
      const at = (slot + first) * stride;
      const parent = records[at]!;
      if (parent === 0) return 0;
      if (parent === node && (records[at + 1]! & 0xffff) === code) return slot + first;
      slot = (slot + 1) & mask;
    }
  }

  function valueAt(node: number): number {
    return values[node * stride + 2]!;
  }

  function get(word: string): number {
    let node = 1;
    for (let at = 0; at < word.length && node !== 0; at++) node = step(node, word.charCodeAt(at));
    return node === 1 ? none : valueAt(node);
  }

  function add(word: string, value: number): void {
    if (!hasRoom(trie.tables, word.length)) grow(word.length);
    let node = 1;
    for (let index = 0; index < word.length; index++) node = insert(trie, node, word.charCodeAt(index));
    values[node * stride + 2] = value;
  }

  function grow(more: number): void {
    trie.tables = resizeTables(trie.tables, (trie.tables.count + more) * 2);
    ({ records, root, seconds } = trie.tables);
    values = new Float32Array(records.buffer);
    mask = maskOf(trie.tables);
  }
}
