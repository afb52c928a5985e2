import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpace } from '../../text/characters.js';
import type { GoldPiece, GoldRole } from './gold.js';
import type { RealPage } from './real.js';

/** The gold of a page by another author, as far as we use it. */
interface OtherGold {
  articles: { id: string; source: string; continues: string | null }[];
  /** In printed order; `start` and `end` are offsets into the page. */
  blocks: { article: string; role: string; text: string; start: number; end: number }[];
}

const roles: Record<string, GoldRole> = { title: 'headline', subhead: 'crosshead', body: 'paragraph' };

/** Pages broken by another generator: for measuring only, none of their words may enter the project. */
export function readOthers(data: string): RealPage[] {
  const folder = join(data, 'corpus', 'pages-other');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const gold: OtherGold = JSON.parse(
        readFileSync(join(folder, file.replace(/\.txt$/, '.gold.json')), 'utf8'),
      );
      return readPage(file, text, gold);
    });
}

function readPage(name: string, text: string, { articles, blocks }: OtherGold): RealPage {
  const numbers = new Map<string, number>();
  articles.forEach(({ id, continues }, index) => {
    numbers.set(id, (continues !== null ? numbers.get(continues) : undefined) ?? index);
  });
  const owner = new Int32Array(text.length).fill(-1);
  const pieces = blocks.map((block, index): GoldPiece => {
    own(owner, { text, block, index });
    const role = roles[block.role] ?? (block.role as GoldRole);
    return { role, story: numbers.get(block.article)!, text: block.text };
  });
  const jumps = articles.flatMap(({ continues }) => (continues === null ? [] : [numbers.get(continues)!]));
  return {
    name,
    text,
    pieces,
    owner,
    cells: [...new Set(articles.map(({ source }) => `page with ${source}`))],
    jumps,
    sources: articles.map(({ source }) => source),
  };
}

/** Gives a block's characters their owner; a space is intended where the gold has one. The gold has no jump marks. */
function own(
  owner: Int32Array,
  { text, block, index }: { text: string; block: OtherGold['blocks'][number]; index: number },
): void {
  const isCut = dense(text.slice(block.start, block.end)) !== dense(block.text);
  let place = 0;
  for (let at = block.start; at < block.end; at++) {
    if (isSpace(text.charCodeAt(at))) {
      if (!isCut && isSpace(block.text[place] ?? '-')) owner[at] = index;
      continue;
    }
    while (isSpace(block.text[place] ?? '-')) place++;
    owner[at] = index;
    place++;
  }
}

function dense(text: string): number {
  return [...text].filter((char) => !isSpace(char)).length;
}
