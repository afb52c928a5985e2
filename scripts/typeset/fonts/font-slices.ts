import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { contentKey, expectContent } from '../../chromium/content-key.js';
import { cutFont } from './cut-font.js';
import type { FontFile } from './font.js';
import { readCmap } from './font-cmap.js';
import { mergeFonts } from './font-merge.js';
import { readSfnt } from './sfnt.js';

interface Slice {
  path: string;
  /** Code points that its rule declares; the file may have fewer. */
  ranges: [first: number, last: number][];
}

/**
 * A font that its package ships as a hundred web fonts, each with some of the characters, and a style sheet that
 * lists them. Subsets are merged to one font: otherwise the PDF would have a font program for each slice.
 */
export async function openFontSlices(path: string): Promise<FontFile> {
  const css = await readFile(path, 'utf8');
  const files = [path, ...readSlices(css, path).map((slice) => slice.path)];
  const identity = await contentKey(files);
  const select = (wanted: readonly number[]) =>
    readSlices(css, path)
      .map(({ path: file, ranges }) => ({ file, characters: within(ranges, wanted) }))
      .filter(({ characters }) => characters.length > 0);
  const cutSlices = async (wanted: readonly number[]): Promise<Buffer[]> => {
    const cuts: Buffer[] = [];
    for (const { file, characters } of select(wanted))
      cuts.push(await cutFont(await readFile(file), characters));
    await expectContent(files, identity);
    return cuts;
  };
  // The cut that told which characters exist is mostly the one that is wanted afterwards.
  let last: { wanted: string; cuts: Promise<Buffer[]> } | undefined;
  const cutOnce = (wanted: readonly number[]) => {
    if (last?.wanted !== wanted.join()) last = { wanted: wanted.join(), cuts: cutSlices(wanted) };
    return last.cuts;
  };
  return {
    identity,
    stacksAccents: false,
    coverage: async (wanted) => {
      const cuts = await cutOnce(wanted);
      return new Set(cuts.flatMap((cut) => [...readCmap(readSfnt(cut).get('cmap')!).keys()]));
    },
    cut: async (characters) => mergeFonts(await cutOnce(characters)),
  };
}

/** The last sheet that was read: each edition of a book has it. */
let known: { css: string; path: string; slices: Slice[] } | undefined;

function readSlices(css: string, path: string): Slice[] {
  if (known?.css === css && known.path === path) return known.slices;
  const slices = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = '']) => {
    const file = rule.match(/url\(["']?([^"')]+\.woff2?)["']?\)/)?.[1];
    const ranges = [
      ...(rule.match(/unicode-range:([^;]*)/)?.[1] ?? '').matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi),
    ];
    if (!file) return [];
    const parsed = ranges.map(([, first = '', last = first]): [number, number] => [
      Number.parseInt(first, 16),
      Number.parseInt(last, 16),
    ]);
    return [{ path: join(dirname(path), file), ranges: parsed }];
  });
  if (slices.length === 0)
    throw problem(say('no-web-fonts', path), {
      ruleId: 'font-file',
    });
  known = { css, path, slices };
  return slices;
}

const within = (ranges: Slice['ranges'], wanted: readonly number[]) =>
  wanted.filter((character) => ranges.some(([first, last]) => first <= character && character <= last));
