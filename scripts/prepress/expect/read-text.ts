import { comparable } from '../read/comparable.js';
import { before, type Cell, type Leaf, type Written } from './written.js';

/** Where a reading of galleys stands. */
export interface Reader {
  written: Written;
  /** Its characters, each once: two million of a long book would be 50 MB. */
  kinds: Map<string, string>;
  /** Gap before the next character, a value of `before`. */
  gap: number;
  /** Blanks of code before the next character. */
  blank: number;
  /** Counters. */
  galley: number;
  block: number;
  table: number;
  row: number;
  /** Ranks of the headings around the next one. */
  levels: number[];
  /** The next number of each open list. */
  counters: number[];
}

/** Properties that an element inherits from those around it. */
export interface Around {
  roles: readonly string[];
  tags: readonly string[];
  classes: readonly string[];
  lang: string;
  isCode: boolean;
  block?: number;
  cell?: Cell;
  note?: string;
  calls?: string;
}

/** Adds the characters of a text. */
export function readText(reader: Reader, text: string, around: Around): void {
  const { written } = reader;
  let leaf = -1;
  for (const character of text) {
    if (/\s/u.test(character)) {
      const isLine = around.isCode && character === '\n';
      reader.blank = isLine ? 0 : reader.blank + 1;
      reader.gap = Math.max(reader.gap, isLine ? before.line : before.blank);
      continue;
    }
    const known = reader.kinds.get(character);
    if (known === undefined) {
      if (comparable(character).length === 0) continue;
      reader.kinds.set(character, character);
    }
    if (leaf < 0) leaf = written.leaves.push(leafOf(around, reader.galley)) - 1;
    if (around.isCode && reader.blank > 0) written.blanks.set(written.characters.length, reader.blank);
    written.characters.push(known ?? character);
    written.leafAt.push(leaf);
    written.gapAt.push(reader.gap);
    reader.gap = before.nothing;
    reader.blank = 0;
  }
}

function leafOf(around: Around, galley: number): Leaf {
  const { roles, tags, classes, lang, isCode, block, cell, note, calls } = around;
  return {
    galley,
    roles: roles.join(' '),
    tags,
    classes,
    block: block ?? 0,
    cell,
    lang,
    note,
    calls,
    isCode,
  };
}
