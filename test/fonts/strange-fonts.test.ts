import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import { writeCmap } from '../../scripts/typeset/fonts/font-cmap.js';
import { openFontFile } from '../../scripts/typeset/fonts/font-file.js';
import { type Sfnt, writeSfnt } from '../../scripts/typeset/fonts/sfnt.js';

const folder = mkdtempSync(join(tmpdir(), 'chongpai-strange-fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const mine = join(folder, 'mine.ttf');

/** The message about a font that is opened, asked for its characters and cut. */
async function refusal(): Promise<string> {
  try {
    const font = await openFontFile(mine);
    await font.coverage([0x4e00]);
    await font.cut([0x4e00]);
    return 'not refused';
  } catch (error) {
    return formatMessage(error as never);
  }
}

const cmap = (change: (table: Buffer) => void): Buffer => {
  const table = writeCmap(new Map([[0x4e00, 1]]));
  change(table);
  return table;
};
const font = (tables: Record<string, Buffer>): Buffer =>
  writeSfnt(new Map(Object.entries({ glyf: Buffer.alloc(4), ...tables })) satisfies Sfnt);

it.each<[string, Buffer]>([
  [
    'four billion characters',
    cmap((table) => [0, 0xffff_ffff].forEach((value, at) => void table.writeUInt32BE(value, 28 + 4 * at))),
  ],
  ['groups that are not there', cmap((table) => void table.writeUInt32BE(0xffff_ffff, 24))],
  ['a subtable outside', cmap((table) => void table.writeUInt32BE(0xffff_fff0, 8))],
  ['nothing', Buffer.alloc(0)],
])('names a font whose map has %s, and ends soon', async (_, table) => {
  writeFileSync(mine, font({ cmap: table }));
  expect(await refusal()).toMatch(/mine\.ttf: This font is damaged/);
});

it('names a font whose directory speaks of 4 GB', async () => {
  const bytes = font({ cmap: cmap(() => undefined) });
  bytes.writeUInt32BE(0xffff_ffff, 24);
  writeFileSync(mine, bytes);
  expect(await refusal()).toMatch(/mine\.ttf: This font is damaged/);
});

it('does not wait for a pipe in the place of a font', async () => {
  rmSync(mine);
  execFileSync('mkfifo', [mine]);
  expect(await refusal()).toMatch(/mine\.ttf: This is a (?:named )?pipe/);
});
