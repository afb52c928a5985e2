import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { openFontFile } from '../../scripts/typeset/fonts/font-file.js';
import { packedFont, readCoverage, unpackedFont } from '../../scripts/typeset/fonts/packed-fonts.js';
import { readSfnt } from '../../scripts/typeset/fonts/sfnt.js';

const files = [...new Set(editionOf('zh-Hans').fonts.map(({ file }) => file))].filter((file) =>
  file.endsWith('.ttf'),
);

/** A separate cache: other tests read theirs at the same time. */
const folder = mkdtempSync(join(tmpdir(), 'chongpai-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the fonts that chongpai carries', () => {
  it.each(files)('are listed as they are: %s', async (name) => {
    const listed = packedFont(name)!;
    const found = await openFontFile(await unpackedFont(name));
    expect(listed).toMatchObject({ identity: found.identity, stacksAccents: found.stacksAccents });
    const [promised, real] = [await listed.coverage([]), await found.coverage([])];
    const wrong: string[] = [];
    for (let character = 0; character <= 0x10ffff; character++)
      if (promised.has(character) !== real.has(character)) wrong.push(character.toString(16));
    expect(wrong).toEqual([]);
  });

  it('are static TrueType, which Chromium prints as such', async () => {
    for (const name of files) {
      const tables = readSfnt(readFileSync(await unpackedFont(name)));
      expect([name, tables.has('glyf'), tables.has('fvar')]).toEqual([name, true, false]);
    }
  });

  it('are unpacked anew where their copy in the cache is damaged', async () => {
    vi.stubEnv('CHONGPAI_CACHE', folder);
    const cut = async () => (await packedFont('NotoEmoji_700Bold.ttf')!.cut([0x1f389])).toString('base64');
    const sound = await cut();
    const copy = await unpackedFont('NotoEmoji_700Bold.ttf');
    writeFileSync(copy, readFileSync(copy).fill(0x20, 5000, 9000));
    expect(await cut()).toBe(sound);
    vi.unstubAllEnvs();
  });

  it('have the characters of their runs and no others', () => {
    const sorted = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1 });
    fc.assert(
      fc.property(sorted, (characters) => {
        const runs = characters.sort((a, b) => a - b).map((one) => one.toString(16));
        const has = readCoverage(runs.join(' '));
        for (let character = 0; character <= 401; character++)
          expect(has.has(character)).toBe(characters.includes(character));
      }),
    );
    const range = readCoverage('20-7e 4e00-9fff');
    expect([0x1f, 0x20, 0x7e, 0x7f, 0x4dff, 0x4e00, 0x9fff, 0xa000].map(range.has)).toEqual([
      ...[false, true, true, false],
      ...[false, true, true, false],
    ]);
  });
});
