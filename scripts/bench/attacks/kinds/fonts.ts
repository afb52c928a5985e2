import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutFont } from '../../../typeset/fonts/cut-font.js';
import { readCmap } from '../../../typeset/fonts/font-cmap.js';
import { packFolder } from '../../../typeset/fonts/pack-folder.js';
import { unpackedFont } from '../../../typeset/fonts/packed-fonts.js';
import { readSfnt, type Sfnt, writeSfnt } from '../../../typeset/fonts/sfnt.js';
import type { Attack, AttackKind } from '../attack.js';

const sheet = '@font-face { font-family: mine; src: url("mine.ttf"); }\nh1, p { font-family: mine; }\n';

const withFont = (name: string, font: Uint8Array | string, ends: Attack['ends'] = /mine\.ttf/): Attack => ({
  name,
  files: { 'styles/custom.css': sheet, 'styles/mine.ttf': font },
  ends,
});

const placed = (
  name: string,
  prepare: (path: string, outside: string) => void,
  ends: Attack['ends'] = /mine\.ttf/,
): Attack => ({
  name,
  files: { 'styles/custom.css': sheet },
  prepare: ({ root, outside }) => {
    mkdirSync(join(root, 'styles'), { recursive: true });
    prepare(join(root, 'styles/mine.ttf'), outside);
  },
  ends,
});

/** A cmap of one subtable of format 12 with these groups of first and last character and glyph. */
function groups(...all: readonly (readonly [number, number, number])[]): Buffer {
  const table = Buffer.alloc(28 + 12 * all.length);
  [0, 1, 3, 10, 0, 12, 12].forEach((value, at) => void table.writeUInt16BE(value, 2 * at));
  table.writeUInt32BE(16 + 12 * all.length, 16);
  table.writeUInt32BE(all.length, 24);
  all.flat().forEach((value, at) => void table.writeUInt32BE(value, 28 + 4 * at));
  return table;
}

/** A font of the characters of the usual article. */
async function smallFont(): Promise<Buffer> {
  const [name] = Object.keys(JSON.parse(readFileSync(join(packFolder, 'fonts.json'), 'utf8')).fonts);
  return cutFont(
    readFileSync(await unpackedFont(name!)),
    [...'一正文。'].map((one) => one.codePointAt(0)!),
  );
}

/** Fonts of strangers that are no fonts, lie about their tables, or unpack without end. */
export const fonts: AttackKind = {
  name: 'fonts',
  attacks: async () => {
    const good = await smallFont();
    const tables = readSfnt(good);
    const changed = (change: (tables: Sfnt) => void) => {
      const own = new Map(tables);
      change(own);
      return writeSfnt(own);
    };
    const patched = (change: (font: Buffer) => void) => {
      const own = Buffer.from(good);
      change(own);
      return own;
    };
    const cmap = (table: Buffer) => changed((own) => own.set('cmap', table));
    return [
      withFont('a good one', good, 'done'),
      withFont('nothing', ''),
      withFont('text', '字体'.repeat(1000)),
      withFont('a head alone', good.subarray(0, 12)),
      withFont('half', good.subarray(0, good.length / 2)),
      withFont(
        'a directory of 65,535 tables',
        patched((font) => font.writeUInt16BE(0xffff, 4)),
        'told',
      ),
      withFont(
        'a table of 4 GB',
        patched((font) => font.writeUInt32BE(0xffff_ffff, 24)),
        'told',
      ),
      ...[...tables.keys()].map((tag) =>
        withFont(
          `without ${tag}`,
          changed((own) => own.delete(tag)),
          'told',
        ),
      ),
      ...[...tables.keys()].map((tag) =>
        withFont(
          `zeros as ${tag}`,
          changed((own) => own.set(tag, Buffer.alloc(own.get(tag)!.length))),
          'told',
        ),
      ),
      ...[...tables.keys()].map((tag) =>
        withFont(
          `all ones as ${tag}`,
          changed((own) => own.set(tag, Buffer.alloc(own.get(tag)!.length, 0xff))),
          'told',
        ),
      ),
      withFont('a map of four billion characters', cmap(groups([0, 0xffff_ffff, 1]))),
      withFont(
        'a map that repeats itself',
        cmap(groups(...Array.from({ length: 5_000 }, () => [0, 0x10_ffff, 1] as const))),
      ),
      withFont('a map of no character', cmap(groups()), 'told'),
      withFont('a map turned over', cmap(groups([0x4e01, 0x4e00, 1])), 'told'),
      withFont(
        'a map to glyphs that are not there',
        cmap(
          groups(...[...readCmap(tables.get('cmap')!)].map(([one], at) => [one, one, 60_000 + at] as const)),
        ),
        'told',
      ),
      withFont('outlines of PostScript', Buffer.concat([Buffer.from('OTTO'), good.subarray(4)])),
      withFont('a collection', Buffer.concat([Buffer.from('ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10'), good])),
      withFont('a web font of garbage', Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(500, 7)])),
      withFont(
        'a web font of 4 GB',
        Buffer.concat([Buffer.from('wOF2\0\x01\0\0'), Buffer.alloc(8, 0xff), Buffer.alloc(500, 7)]),
      ),
      withFont(
        'a WOFF cut short',
        Buffer.concat([Buffer.from('wOFF\0\x01\0\0\0\0\xff\xff\0\x0a', 'latin1'), Buffer.alloc(30, 255)]),
      ),
      placed('a pipe', (path) => execFileSync('mkfifo', [path])),
      placed('a folder', (path) => void mkdirSync(path)),
      placed('a device', (path) => symlinkSync('/dev/zero', path)),
      placed('a link out', (path, outside) => symlinkSync(join(outside, 'secret.txt'), path)),
      placed('holes of 70 MB', (path) => {
        writeFileSync(path, good);
        truncateSync(path, 70 * 2 ** 20);
      }),
      placed('none', () => undefined),
    ];
  },
};
