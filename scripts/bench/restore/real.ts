import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpace } from '../../text/characters.js';
import type { BrokenPage, GoldPiece, GoldRole } from './gold.js';

/** A real page and its hand-made truth. */
export interface RealPage extends BrokenPage {
  name: string;
}

interface SampleGold {
  segs: { art: string; type: string; start: number; end: number; text: string }[];
}

const sampleRoles: Record<string, GoldRole> = {
  p: 'paragraph',
  title: 'headline',
  title2: 'headline',
  h3: 'crosshead',
  deck: 'deck',
  byline: 'byline',
  kicker: 'kicker',
  caption: 'caption',
};

/** The sample with its gold, if present; a headline's second line (`title2`) is one piece with the first. */
export function readSample(data: string): RealPage[] {
  const folder = join(data, 'sample');
  if (!existsSync(join(folder, 'gold.json'))) return [];
  const text = readFileSync(join(folder, 'jinchang-2025-02-26.txt'), 'utf8');
  const gold: SampleGold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'));
  const stories = [...new Set(gold.segs.map(({ art }) => art))];
  const pieces: GoldPiece[] = [];
  const ends: number[] = [];
  for (const { art, type, end, text: words } of gold.segs) {
    const last = pieces.at(-1);
    if (type === 'title2' && last) {
      last.text += `\u3000${words}`;
      ends[ends.length - 1] = end;
    } else {
      pieces.push({ role: sampleRoles[type] ?? 'paragraph', story: stories.indexOf(art), text: words });
      ends.push(end);
    }
  }
  return [{ name: 'sample', text, pieces, owner: ownersOf(text, pieces, ends), cells: [], jumps: [] }];
}

interface JingbaoGold {
  articles: { paragraphs: { text: string }[] }[];
}

/** 晶報 of one year: pages whose printed lines and gold paragraphs have the same characters in the same order. */
export function readJingbao(data: string, year: number): RealPage[] {
  const folder = join(data, 'corpus', 'jingbao');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && file.includes(`_${year}-`))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const gold: JingbaoGold = JSON.parse(
        readFileSync(join(folder, file.replace(/\.txt$/, '.gold.json')), 'utf8'),
      );
      const pieces = gold.articles.flatMap(({ paragraphs }, story) =>
        paragraphs.map((one): GoldPiece => ({ role: 'paragraph', story, text: one.text })),
      );
      if (dense(pieces.map((piece) => piece.text).join('')) !== dense(text)) return [];
      let end = 0;
      const ends = pieces.map((piece) => {
        end += dense(piece.text).length;
        return end;
      });
      return [{ name: file, text, pieces, owner: ownersOf(text, pieces, ends), cells: [], jumps: [] }];
    });
}

function dense(text: string): string {
  return [...text].filter((char) => !isSpace(char)).join('');
}

/** Visible characters up to `ends[n]` belong to piece n; a space belongs to its piece if its text has one. */
function ownersOf(text: string, pieces: readonly GoldPiece[], ends: readonly number[]): Int32Array {
  const owner = new Int32Array(text.length).fill(-1);
  let seen = 0;
  let piece = 0;
  let place = 0;
  let blanks: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at))) {
      blanks.push(at);
      continue;
    }
    if (seen === ends[piece]) [piece, place] = [piece + 1, 0];
    else if (isSpace(pieces[piece]!.text[place] ?? '-')) for (const blank of blanks) owner[blank] = piece;
    while (isSpace(pieces[piece]!.text[place] ?? '-')) place++;
    blanks = [];
    owner[at] = piece;
    seen++;
    place++;
  }
  return owner;
}
