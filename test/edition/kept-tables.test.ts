import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { TableShelf } from '../../scripts/edition/lexicon/kept-tables.js';
import { newTrie, openTrie, resizeTables } from '../../scripts/edition/lexicon/trie.js';

afterAll(() => vi.resetModules());

const sample = readFileSync(
  join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26/source.txt'),
  'utf8',
);

/** Converts like a program that has just started. */
async function convertAnew(shelf?: TableShelf) {
  vi.resetModules();
  const { keepTablesOn } = await import('../../scripts/edition/lexicon/kept-tables.js');
  if (shelf) keepTablesOn(shelf);
  const { convert } = await import('../../scripts/edition/convert/convert.js');
  return ['zh-Hant-TW', 'zh-Hant-HK', 'zh-Hans'].map((edition) => {
    const { text, doubts } = convert(sample, edition);
    return { text, doubts };
  });
}

describe('tables that are kept', () => {
  it('convert as those that are built', async () => {
    const lying = new Map<string, Uint8Array>();
    const read: string[] = [];
    const shelf: TableShelf = {
      read: (name) => {
        if (lying.has(name)) read.push(name);
        return lying.get(name);
      },
      write: (name, bytes) => void lying.set(name, bytes),
    };
    const built = await convertAnew();
    expect(await convertAnew(shelf)).toEqual(built);
    expect(read).toEqual([]);
    expect(await convertAnew(shelf)).toEqual(built);
    // Simplifying makes the others, and is asked for no more.
    const asked = [...lying.keys()].filter((name) => name !== 'simplified');
    expect(read.sort()).toEqual(asked.sort());
    expect(read.length).toBeGreaterThan(3);
  });

  it('have the words that were added, and no others, when they are compact', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom(...'中国人民a') }));
    fc.assert(
      fc.property(words, words, (added, others) => {
        const trie = newTrie(added.join('').length + 1000);
        for (const [index, word] of added.entries()) trie.add(word, index);
        const compact = openTrie(resizeTables(trie.tables));
        const valueIn = (one: typeof trie, word: string) =>
          one.valueAt([...word].reduce((node, char) => one.step(node, char.charCodeAt(0)), 1));
        for (const word of [...added, ...others]) expect(valueIn(compact, word)).toBe(valueIn(trie, word));
      }),
    );
  });
});
