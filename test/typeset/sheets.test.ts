import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from 'fontverter';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPublication } from '../../scripts/config.js';
import { designMessages, readDesign } from '../../scripts/design.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { openFontFile } from '../../scripts/typeset/fonts/font-file.js';

let root: string;
let font: Buffer;
const styles = (...names: string[]) => join(root, 'styles', ...names);
const edition = editionOf('zh-Hans');

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-sheets-'));
  mkdirSync(join(root, 'manuscript'), { recursive: true });
  mkdirSync(styles(), { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 试刊\n');
  const usual = await openFontFile(edition.fonts[0]!.file);
  font = await usual.cut([0x4e2d, 0x6587]);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Result of reading a publication's own sheet. */
function read(css: string) {
  writeFileSync(styles('custom.css'), css);
  const place = findPublication(root);
  const design = readDesign(place, edition);
  const messages = designMessages(place, edition).map(({ line, reason }) => `${line}: ${reason}`);
  return { design, messages, own: design.sheets.find((sheet) => sheet.includes('/* own */')) ?? '' };
}

describe('a designer’s sheet', () => {
  it.each([
    ['says sizes in mm', '/* own */ :root { --em: 4mm; }', '--em: 11.34pt'],
    ['says line heights in mm, set on whole pixels', '/* own */ :root { --line: 6mm; }', '--line: 17.25pt'],
    ['may name a page of its own', '/* own */ @page cover { margin: 3mm; background: #eee; }', '@page cover'],
    [
      'ends its lists of fonts in one that has all characters',
      '/* own */ p { font-family: "My"; }',
      '"chongpai-serif"',
    ],
  ])('%s', (_, css, expected) => {
    expect(read(css).own).toContain(expected);
  });

  it.each([
    ['a size of the page', '@page { size: A4; }', 1, /size/, /trim/],
    ['a margin of all pages', '\n@page { margin: 20mm; }', 2, /margin/, /./],
    ['a margin box', '@page { @top-left { content: "书" } }', 1, /top-left/, /./],
    ['an open brace', 'p { color: red;\n', 1, /\{|brace/, /./],
    ['a stray brace', 'p { color: red; }\n}\n', 2, /\}|brace/, /./],
    ['a size that is none', ':root { --em: large; }', 1, /--em/, /10\.5pt/],
    ['a number with a unit', ':root { --columns: 2em; }', 1, /--columns/, /./],
    ['text that the manuscript has not', 'p::after { content: "本报" }', 1, /本报|content/, /./],
    ['a mark that the manuscript has not', '.byline::before { content: "—— " }', 1, /content/, /◆/],
    ['a picture that is not there', '.cover { background: url(nix.png) }', 1, /nix\.png/, /./],
    ['a font that is not there', '@font-face { font-family: A; src: url(a.ttf) }', 1, /a\.ttf/, /./],
    ['a font on the web', '@font-face { font-family: A; src: url(https://a.cn/a.ttf) }', 1, /a\.cn/, /./],
    ['a face without a family', '@font-face { src: url(a.ttf) }', 1, /font-face/, /./],
  ])('that asks for %s is refused with its line and what to write', (_, css, line, reason, note) => {
    expect(() => read(css)).toThrow(
      expect.objectContaining({
        file: styles('custom.css'),
        line,
        reason: expect.stringMatching(reason),
        note: expect.stringMatching(note),
      }),
    );
  });

  it.each([
    ['a variable that nothing reads', ':root {\n  --head-spac: 3pt;\n}', '2: '],
    ['a variable that nothing says', 'p { color: var(--inkk); }', '1: '],
    ['a family that no rule brings', 'p { font-family: "Nope"; }', '1: '],
  ])('is told of %s, with its line', (_, css, start) => {
    expect(read(css).messages).toEqual([expect.stringMatching(new RegExp(`^${start}`))]);
  });
});

describe('a font beside the sheet', () => {
  const face = (name: string) =>
    `/* own */ @font-face { font-family: "My"; font-weight: bold; src: url("${name}") }`;

  it('becomes a face of the book, as TrueType, WOFF and WOFF2', async () => {
    for (const [name, bytes] of [
      ['my.ttf', font],
      ['my.woff', await convert(font, 'woff')],
      ['my.woff2', await convert(font, 'woff2')],
    ] as const) {
      writeFileSync(styles(name), bytes);
      const { design } = read(face(name));
      expect(design.faces).toEqual([{ family: 'My', weight: 700, file: styles(name) }]);
      const opened = await openFontFile(styles(name));
      const coverage = await opened.coverage([0x4e2d, 0x56fd]);
      expect([0x4e2d, 0x56fd].map((character) => coverage.has(character))).toEqual([true, false]);
      expect((await opened.cut([0x4e2d])).readUInt32BE(0)).toBe(0x00010000);
    }
  });

  it.each([
    ['truncated', () => font.subarray(0, font.length / 2), /truncated/],
    ['of PostScript outlines', () => Buffer.from(`OTTO${'\0'.repeat(64)}`, 'latin1'), /PostScript/],
    ['none', () => Buffer.from('<!doctype html><title>404</title>'), /not a font/],
  ])('that is %s is refused', (_, bytes, reason) => {
    writeFileSync(styles('bad.ttf'), bytes());
    expect(() => read(face('bad.ttf'))).toThrow(reason);
  });

  it('that does not unpack is refused by name', async () => {
    const packed = Buffer.alloc(64);
    packed.write('wOF2\0\x01\0\0', 'latin1');
    packed.writeUInt32BE(64, 8);
    writeFileSync(styles('bad.woff2'), packed);
    await expect(openFontFile(styles('bad.woff2'))).rejects.toThrow(/bad\.woff2/);
  });
});
