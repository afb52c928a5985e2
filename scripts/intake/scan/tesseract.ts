import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { BoxedLine } from '../boxed.js';
import { readTesseract } from '../results/tesseract.js';
import type { Engine, Tile } from './engine.js';

const run = promisify(execFile);
/** A broadsheet takes a minute on an old machine; a run that takes this long has stopped. */
const milliseconds = 900_000;
const mostOutput = 256 * 2 ** 20;
/** One block of horizontal lines, one of vertical lines: `tesseract --help-psm`. */
const [horizontal, vertical] = ['6', '5'];
/** Its data for Chinese, by direction. The page decides which of them reads it best. */
const languages = { horizontal: ['chi_sim', 'chi_tra'], vertical: ['chi_tra_vert', 'chi_sim_vert'] };

/** Tesseract, if it is on the PATH with data for Chinese. */
export const tesseract: Engine = {
  id: 'tesseract',
  find: async () => {
    const [version, installed] = await Promise.all([call(['--version']), call(['--list-langs'])]);
    if (version === undefined || installed === undefined) return undefined;
    const known = new Set(installed.split(/\s+/u));
    const [level, down] = [languages.horizontal, languages.vertical].map((names) =>
      names.filter((name) => known.has(name)),
    ) as [string[], string[]];
    if (level.length === 0) return undefined;
    return {
      name: version.split('\n')[0]!.trim(),
      readsVertical: down.length > 0,
      recognize: async (tiles) => {
        const isVertical = tiles[0]?.isVertical ?? false;
        const language = await bestOf(isVertical ? down : level, tiles);
        return read(tiles, language);
      },
    };
  },
};

/** Output of a call; undefined where there is no such program. */
const call = (args: readonly string[]): Promise<string | undefined> =>
  run('tesseract', args, { timeout: 20_000 }).then(
    ({ stdout, stderr }) => stdout || stderr,
    () => undefined,
  );

/** Tiles by which data are chosen, by their rank in size: columns of text, of which one alone may mislead. */
const samples = [0.75, 0.85, 0.95];

/** The language whose data read typical tiles with the most confidence. */
async function bestOf(names: readonly string[], tiles: readonly Tile[]): Promise<string> {
  const area = ({ width, height }: Tile) => width * height;
  const bySize = [...tiles].sort((a, b) => area(a) - area(b));
  const sample = [...new Set(samples.map((rank) => bySize[Math.floor(bySize.length * rank)]!))];
  const sure: [confidence: number, name: string][] = [];
  if (names.length < 2 || tiles.length === 0) return names[0]!;
  for (const name of names) {
    const lines = (await read(sample, name)).flat();
    const sum = lines.reduce((all, line) => all + (line.confidence ?? 0) * line.text.length, 0);
    sure.push([
      sum /
        Math.max(
          1,
          lines.reduce((all, line) => all + line.text.length, 0),
        ),
      name,
    ]);
  }
  return sure.sort((a, b) => b[0] - a[0])[0]![1];
}

/** All tiles in one run: its data take longer to load than a tile to read. */
async function read(tiles: readonly Tile[], language: string): Promise<BoxedLine[][]> {
  if (tiles.length === 0) return [];
  const list = join(dirname(tiles[0]!.png), 'tiles.txt');
  writeFileSync(list, `${tiles.map(({ png }) => png).join('\n')}\n`);
  const args = [
    list,
    '-',
    '-l',
    language,
    '--dpi',
    '300',
    '--psm',
    tiles[0]!.isVertical ? vertical : horizontal,
  ];
  const { stdout } = await run('tesseract', [...args, 'tsv'], {
    timeout: milliseconds,
    maxBuffer: mostOutput,
    // Its threads wait for each other more than they work.
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  const pages = readTesseract(Buffer.from(stdout), list);
  // Boxes of one tile would be taken for another's.
  if (pages.length !== tiles.length) throw new Error(`${pages.length} results for ${tiles.length} pictures`);
  return pages.map(({ lines }) => lines);
}
