import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontFace } from '../../article/edition.js';
import { cacheFolder } from '../../chromium/cache-folder.js';
import { cuttingKey } from './code-key.js';
import { openFontFile } from './font-file.js';
import { type FontCut, planFonts } from './font-plan.js';
import { readFontText } from './font-text.js';

/** The fonts of one book in one edition 字体: each face cut down to the characters that the book uses. */
export interface FontSet {
  /** @font-face rules with the fonts in them as data: URLs; sfnt with TrueType outlines. */
  css: string;
  /** In the order of the faces. A font list of a style sheet ends in the first: it has all that any face has. */
  families: string[];
  /** Characters of the text that no face has. */
  missing: string[];
  /** Hash of everything that `css` depends on: for the keys of caches. */
  key: string;
  /** Hash of the faces only: the setting of a character does not depend on the others in the book. */
  identity: string;
}

/**
 * Subsets the faces to the characters of `text` and writes the @font-face rules. Nothing is added to the text: it must
 * include characters that style sheets generate (folios, leaders). Faces other than the first contain only the
 * characters of `display`, if given. Sets are cached on disk.
 *
 * @throws a problem when a font file does not exist or is not static TrueType.
 */
export async function subsetFonts(
  faces: readonly FontFace[],
  text: string | Iterable<string>,
  display?: string,
): Promise<FontSet> {
  const fontText = readFontText(text);
  const displayText = display === undefined ? fontText : readFontText(display);
  const opened = await Promise.all(
    faces.map(async (face) => ({ ...face, ...(await openFontFile(face.file)) })),
  );
  const facts = opened.map(({ file: _, ...face }) => face);
  const identity = hash(JSON.stringify([await cuttingKey(), facts]));
  const key = hash(JSON.stringify([identity, fontText, displayText]));
  const stored = join(cacheFolder('fonts'), `${key}.json`);
  const known = readSet(stored, key);
  if (known) return known;
  const { cuts, missing } = await planFonts(opened, fontText, displayText);
  const rules: string[] = [];
  for (const cut of cuts) rules.push(fontFaceRule(cut, await cut.font.cut(cut.characters)));
  const families = [...new Set(faces.map((face) => face.family))];
  const made: FontSet = { css: rules.join('\n'), families, missing, key, identity };
  await writeSet(stored, made);
  return made;
}

/**
 * Every face fills the ideographic em box (字身框), which in the Chinese faces reaches from .88 em above the base line
 * to .12 em below it. With metrics of its own a word in 楷体 would push its line off the grid.
 */
const emBox = ['  ascent-override: 88%;', '  descent-override: 12%;', '  line-gap-override: 0%;'];

function fontFaceRule({ face, range }: FontCut, font: Buffer): string {
  return [
    '@font-face {',
    `  font-family: ${JSON.stringify(face.family)};`,
    `  font-weight: ${face.weight};`,
    `  font-style: ${face.style ?? 'normal'};`,
    '  font-display: block;',
    ...emBox,
    ...(range ? [`  unicode-range: ${unicodeRange(range)};`] : []),
    `  src: url(data:font/ttf;base64,${font.toString('base64')}) format('truetype');`,
    '}',
  ].join('\n');
}

const unicodeRange = (range: number[]) =>
  range.map((character) => `U+${character.toString(16).toUpperCase()}`).join(', ');

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * A line of JSON, a line break, the rules: reading it parses almost nothing. Read at once: this process may
 * have long steps of another book to do, and the browser would wait for them.
 */
function readSet(file: string, key: string): FontSet | undefined {
  try {
    const content = readFileSync(file, 'utf8');
    const end = content.indexOf('\n');
    const { check, ...facts } = JSON.parse(content.slice(0, end));
    const css = content.slice(end + 1);
    return facts.key === key && check === hash(css) ? { css, ...facts } : undefined;
  } catch {
    return undefined; // absent or damaged: it is made again
  }
}

async function writeSet(file: string, { css, ...facts }: FontSet): Promise<void> {
  const fresh = `${file}.${process.pid}.${Date.now()}`;
  try {
    await writeFile(fresh, `${JSON.stringify({ ...facts, check: hash(css) })}\n${css}`);
    await rename(fresh, file);
  } catch {
    await rm(fresh, { force: true }).catch(() => undefined); // a full disk costs time, not the book
  }
}
