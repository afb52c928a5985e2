import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PlacedLine } from '../../article/layout.js';
import type { Source } from '../../article/source.js';
import type { Newspaper } from './newspaper.js';
import type { PrintedChar } from './print-newspaper.js';

const run = promisify(execFile);
const mostOutput = 64 * 2 ** 20;
/** Characters on each side of a line end that must be adjacent in the output. */
const around = 6;

/** The text that a tool extracts from a page; undefined if the tool is not installed. */
export type Peer = (pdf: Uint8Array, source: Source) => Promise<string | undefined>;

/** Other ways of reading a page: installed tools, and a simple rule that uses only the boxes of lines. */
export const peers: Readonly<Record<string, Peer>> = {
  chongpai: async (_, { text }) => text,
  'pdftotext -raw': (pdf) => pdftotext(pdf, '-raw'),
  'pdftotext -layout': (pdf) => pdftotext(pdf, '-layout'),
  pdftotext: (pdf) => pdftotext(pdf),
  'pdf.js, its order': pdfJs,
  'XY-cut at the widest white': async (_, source) => xyCut(source),
};

async function pdftotext(pdf: Uint8Array, ...how: string[]): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-peer-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    const args = [...how, '-enc', 'UTF-8', join(folder, 'page.pdf'), '-'];
    const { stdout } = await run('pdftotext', args, { maxBuffer: mostOutput });
    return stdout;
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parts of pdf.js that are used here; a person may have installed it beside chongpai. */
interface PdfJs {
  getDocument(how: { data: Uint8Array; verbosity: number }): {
    promise: Promise<{
      getPage(number: number): Promise<{ getTextContent(): Promise<{ items: { str?: string }[] }> }>;
    }>;
  };
}
const pdfJsName = 'pdfjs-dist/legacy/build/pdf.mjs';

async function pdfJs(pdf: Uint8Array): Promise<string | undefined> {
  const library: PdfJs | undefined = await import(/* @vite-ignore */ pdfJsName).catch(() => undefined);
  if (!library) return undefined;
  const document = await library.getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.map(({ str = '' }) => str).join('');
}

/** Cuts at the widest white space, horizontal or vertical, until none is left. */
function xyCut({ text, layout }: Source): string {
  const isVertical = layout!.pages[0]!.direction === 'vertical';
  const spans = layout!.lines.map((line) => ({ line, ...spanOf(line, isVertical) }));
  const cut = (items: typeof spans): PlacedLine[] => {
    const across = widest(items.map(({ near, far }) => [near, far]));
    const along = widest(items.map(({ from, to }) => [from, to]));
    if (items.length < 2 || (!across && !along)) return items.map(({ line }) => line);
    const isAcross = (across?.white ?? 0) >= (along?.white ?? 0);
    const at = (isAcross ? across : along)!.at;
    const side = ({ near, from }: (typeof spans)[number]) => (isAcross ? near : from) < at;
    return [...cut(items.filter(side)), ...cut(items.filter((item) => !side(item)))];
  };
  return cut(spans)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

function spanOf({ box: { left, top, right, bottom } }: PlacedLine, isVertical: boolean) {
  return isVertical
    ? { from: top, to: bottom, near: -right, far: -left }
    : { from: left, to: right, near: top, far: bottom };
}

function widest(intervals: readonly (readonly number[])[]): { white: number; at: number } | undefined {
  const sorted = intervals.toSorted((a, b) => a[0]! - b[0]!);
  let reach = sorted[0]?.[1] ?? 0;
  let best: { white: number; at: number } | undefined;
  for (const [start = 0, end = 0] of sorted) {
    if (start - reach > (best?.white ?? 0)) best = { white: start - reach, at: start };
    reach = Math.max(reach, end);
  }
  return best;
}

/** Line ends at which a story goes on, by the truth, and how many of them a text joins correctly. */
export function followedIn(
  text: string,
  chars: readonly PrintedChar[],
  { pieces, ends }: Pick<Newspaper, 'pieces'> & { ends: readonly number[] },
): { followed: number; right: number } {
  const plain = text.replace(/\s/gu, '');
  const storyOf = (char: PrintedChar | undefined) => (char ? pieces[char.piece]!.story : undefined);
  let [followed, right] = [0, 0];
  for (const end of ends) {
    const own = chars
      .slice(Math.max(0, end - around + 1), end + around + 1)
      .filter((char) => storyOf(char) === storyOf(chars[end]) && pieces[char.piece]!.role !== 'caption');
    followed++;
    if (plain.includes(own.map(({ char }) => char).join(''))) right++;
  }
  return { followed, right };
}
