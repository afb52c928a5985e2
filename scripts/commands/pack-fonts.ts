import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { pack } from 'tar-fs';
import { writeFileAtomically } from '../article/manuscript.js';
import type { FontFile } from '../typeset/fonts/font.js';
import { openFontFile } from '../typeset/fonts/font-file.js';
import { packFolder } from '../typeset/fonts/pack-folder.js';
import { type FontList, packWindow } from '../typeset/fonts/packed-fonts.js';
import type { ExitCode, Terminal } from './command.js';

const google = (folder: string, name: string, ...styles: string[]) =>
  styles.map((style) => `@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`);
const both = (folder: string, name: string) => google(folder, name, '400Regular', '700Bold');

/** The archives with their files, by npm path. Fonts of one design and weight share most of their outlines. */
const archives: Record<string, string[]> = {
  'serif-400': ['SC', 'TC', 'HK'].flatMap((region) =>
    google(`noto-serif-${region.toLowerCase()}`, `NotoSerif${region}`, '400Regular'),
  ),
  'serif-700': ['SC', 'TC', 'HK'].flatMap((region) =>
    google(`noto-serif-${region.toLowerCase()}`, `NotoSerif${region}`, '700Bold'),
  ),
  'sans-700': ['SC', 'TC'].flatMap((region) =>
    google(`noto-sans-${region.toLowerCase()}`, `NotoSans${region}`, '700Bold'),
  ),
  'kai-400': ['@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css'],
  letters: [
    ...google('source-serif-4', 'SourceSerif4', '400Regular', '400Regular_Italic', '600SemiBold'),
    ...google('noto-serif', 'NotoSerif', '400Regular', '400Regular_Italic', '700Bold'),
    ...both('noto-naskh-arabic', 'NotoNaskhArabic'),
    ...both('noto-serif-hebrew', 'NotoSerifHebrew'),
    ...both('noto-serif-devanagari', 'NotoSerifDevanagari'),
    ...both('noto-sans-thai', 'NotoSansThai'),
    ...both('noto-serif-tibetan', 'NotoSerifTibetan'),
    ...both('noto-sans-georgian', 'NotoSansGeorgian'),
    ...both('noto-sans-armenian', 'NotoSansArmenian'),
    ...both('nanum-myeongjo', 'NanumMyeongjo'),
    ...google('noto-sans-mongolian', 'NotoSansMongolian', '400Regular'),
    ...google('noto-sans-yi', 'NotoSansYi', '400Regular'),
    ...both('noto-emoji', 'NotoEmoji'),
  ],
};

/**
 * `chongpai pack-fonts NODE_MODULES`: writes `styles/fonts` from the packages of npm that are installed there;
 * `styles/fonts/README.md` names them. Takes some minutes, and writes the same bytes each time.
 */
export async function packFonts(installed: string, terminal: Terminal): Promise<ExitCode> {
  const list: FontList = { archives: {}, fonts: {} };
  mkdirSync(packFolder, { recursive: true });
  for (const [archive, files] of Object.entries(archives)) {
    const folder = mkdtempSync(join(tmpdir(), 'chongpai-fonts-'));
    try {
      for (const file of files) await take(resolve(terminal.cwd, installed, file), folder);
      for (const name of readdirSync(folder).sort()) {
        const font = await openFontFile(join(folder, name));
        const coverage = await coverageOf(font);
        list.fonts[name] = { archive, identity: font.identity, stacksAccents: font.stacksAccents, coverage };
      }
      const packed = await compress(folder);
      list.archives[archive] = createHash('sha256').update(packed).digest('hex').slice(0, 16);
      writeFileAtomically(join(packFolder, `${archive}.tar.br`), packed);
      terminal.line(`${archive}: ${files.length} fonts, ${(packed.length / 1e6).toFixed(1)} MB`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  writeFileAtomically(join(packFolder, 'fonts.json'), `${JSON.stringify(list, null, 2)}\n`);
  return 0;
}

/** Copies a font as it is; one in slices is merged. */
async function take(path: string, folder: string): Promise<void> {
  if (!path.endsWith('.css')) return copyFileSync(path, join(folder, basename(path)));
  const name = `${basename(resolve(path, '..'))}.ttf`;
  writeFileSync(join(folder, name), await (await openFontFile(path)).cut(everyCharacter));
}

/** All planes that have characters of text. */
const everyCharacter = Array.from({ length: 0x32000 - 0x20 }, (_, index) => index + 0x20);

async function coverageOf(font: FontFile): Promise<string> {
  const has = await font.coverage([]);
  const runs: [first: number, last: number][] = [];
  for (let character = 0; character <= 0x10ffff; character++) {
    if (!has.has(character)) continue;
    const run = runs.at(-1);
    if (run?.[1] === character - 1) run[1] = character;
    else runs.push([character, character]);
  }
  return runs
    .map(([first, last]) =>
      first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`,
    )
    .join(' ');
}

async function compress(folder: string): Promise<Buffer> {
  const entries = readdirSync(folder).sort();
  const plain = { uid: 0, gid: 0, mode: 0o644, mtime: new Date(0) };
  const tar = await buffer(pack(folder, { entries, map: (header) => ({ ...header, ...plain }) }));
  const params = { ...packWindow, [constants.BROTLI_PARAM_SIZE_HINT]: tar.length };
  return promisify(brotliCompress)(tar, { params });
}
