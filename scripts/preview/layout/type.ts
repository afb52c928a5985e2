import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FontFace } from '../../article/edition.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';

const serif: FontFace = { family: 'desk-text', weight: 400, file: 'NotoSerifSC_400Regular.ttf' };
/** Latin text has its own quotation marks: those of the Chinese face are an em wide. */
const latin: FontFace = { family: 'desk-latin', weight: 400, file: 'SourceSerif4_400Regular.ttf' };

/** Letters and figures that any file name or number may contain. */
const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32));
/** Signs for visible white space and for empty text. */
const signs = '␣□↵∅→¶…·—';

/** The web font of the desk's own words, in slices of some hundred characters, which a browser requests by itself. */
const sansFolder = () =>
  join(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc'), '..');
const readSans = (name: string) => readFileSync(join(sansFolder(), name));

/** The desk's own type: the same on every machine, even one without a Chinese font. */
export function deskType(): string {
  const { version } = JSON.parse(readSans('package.json').toString());
  return readSans('wght.css')
    .toString()
    .replaceAll("'Noto Sans SC Variable'", 'desk-sans')
    .replaceAll('url(./files/', `url(/type.woff2?of=${version}&slice=`);
}

/** A slice of it by its name in the sheet, or undefined for any other name. */
export function deskTypeSlice(name: string): Uint8Array | undefined {
  if (!deskType().includes(`&slice=${name})`)) return undefined;
  return readSans(join('files', name));
}

/** Type for texts of a manuscript, outside the pages. */
export async function textType(text: string): Promise<string> {
  const { css } = await subsetFonts([serif, latin], ascii + signs + text);
  return css;
}
