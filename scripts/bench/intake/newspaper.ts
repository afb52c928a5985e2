import { visibleLength } from '../../text/visible.js';
import type { Random } from '../random.js';
import { newStory } from '../restore/generate/page.js';
import type { CorpusText, GoldPiece, GoldStory } from '../restore/gold.js';

/** A newspaper page as HTML in which each piece of the truth is an element with its number. */
export interface Newspaper {
  html: string;
  pieces: GoldPiece[];
  isVertical: boolean;
  cells: string[];
  /** Width of the page with its margins, and of a gutter in em. */
  widthPx: number;
  gutterEm: number;
  columns: number;
  /** Stories that go on from another page. */
  jumps?: number[];
  /** 行长 of a column. */
  measureEm: number;
}

interface Job {
  random: Random;
  pieces: GoldPiece[];
  cells: Set<string>;
  written: (text: string) => string;
  printed: (text: string) => string;
}

/** Pixels of the body's type; a broadsheet of 390 mm has some 110 em. */
const em = 13;
const marginEm = 3;

/** New stories out of other people's texts, numbered. */
export function newStories(texts: readonly CorpusText[], random: Random): () => GoldStory {
  let number = 0;
  return () => newStory(random.pick(texts), number++, random);
}

/** How a page is set. */
interface Setting {
  isVertical: boolean;
  /** How the page's editors write a text. */
  written?: (text: string) => string;
  /** The text that is printed, where its marks differ from those of the truth; as many characters. */
  printed?: (text: string) => string;
}

/**
 * Sets a page of stories: bands of one story over all columns, or of several beside each other, separated by rules or
 * white; headlines over their columns, pictures with captions, a running head and a folio.
 */
export function newNewspaper(
  story: () => GoldStory,
  random: Random,
  { isVertical, written = (text) => text, printed = (text) => text }: Setting,
): Newspaper {
  const job: Job = { random, pieces: [], cells: new Set(), written, printed };
  const columns = random.integer(2, 6);
  job.cells.add(`${columns} columns`);
  const measure = random.integer(isVertical ? 10 : 13, 19);
  const gutter = random.pick([1.2, 1.5, 2]);
  const width = columns * measure + (columns - 1) * gutter;
  const head = furniture(job, `永昌日报\u30002025年3月${random.integer(1, 28)}日\u3000星期六`);
  const folio = furniture(job, `第${random.integer(2, 16)}版`);
  const bands = Array.from({ length: random.integer(2, 3) }, () => {
    const spans = random.chance(0.5) ? [columns] : parted(columns, random);
    if (spans.length > 1) job.cells.add('stories beside each other');
    const isRuled = random.chance(0.5);
    const inner = spans.map((span) => {
      const share = span * measure + (span - 1) * gutter;
      return `<section style="flex:0 0 ${share}em">${setStory(job, story(), span, share)}</section>`;
    });
    return `<div class="band${isRuled ? ' ruled' : ''}">${inner.join('')}</div>`;
  });
  const sides = `width:${isVertical ? 'max-content' : `${width}em`};height:${isVertical ? `${width}em` : 'max-content'}`;
  return {
    isVertical,
    pieces: job.pieces,
    cells: [...job.cells],
    widthPx: Math.ceil((width + 2 * marginEm) * em),
    gutterEm: gutter,
    columns,
    measureEm: measure,
    html: `<!doctype html><html lang="zh"><meta charset="utf-8"><style>
* { margin: 0; padding: 0; box-sizing: border-box }
@page { margin: 0 }
body { font: ${em}px/1.5 page; padding: ${marginEm}em; width: max-content }
header { display: flex; justify-content: space-between; font-size: 10px; padding-bottom: 2.5em }
main { ${sides}; ${isVertical ? 'writing-mode: vertical-rl;' : ''} }
.band { display: flex; gap: ${gutter}em; align-items: flex-start; margin-block-end: 1.8em }
.ruled { border-block-end: 1px solid; padding-block-end: .8em; margin-block-end: .8em }
.body { column-gap: ${gutter}em; text-align: justify }
p { text-indent: 2em; orphans: 1; widows: 1 }
h1 { font-weight: 700; line-height: 1.25; text-align: center; padding-block: .2em; text-wrap: balance }
h3 { font-size: 1em; font-weight: 700; text-align: center }
.kicker, .deck { font-size: 1.15em; text-align: center }
.byline { text-align: center }
figure { break-inside: avoid; padding-block: .5em }
figure div { background: #ccc; block-size: 9em }
figcaption { font-size: .85em }
.flush { text-indent: 0 }
</style><body><header>${head}${folio}</header><main>${bands.join('')}</main></body></html>`,
  };
}

/** Columns in groups, one per story. */
function parted(columns: number, random: Random): number[] {
  const spans: number[] = [];
  for (let left = columns; left > 0; ) {
    const span = Math.min(left, random.integer(1, Math.max(1, columns - 1)));
    spans.push(span);
    left -= span;
  }
  return spans;
}

function setStory(job: Job, { title, body }: GoldStory, span: number, widthEm: number): string {
  const head = title.map((piece) => setTitle(job, piece, widthEm)).join('');
  const caption = job.random.chance(0.3) ? setPicture(job, body[0]!.story) : '';
  const at = job.random.integer(0, body.length);
  const blocks = body.map((piece, index) => (index === at ? caption : '') + setBlock(job, piece));
  if (at === body.length) blocks.push(caption);
  if (title.length === 0) job.cells.add('story without a title');
  return `${head}<div class="body" style="columns:${span}">${blocks.join('')}</div>`;
}

function setTitle(job: Job, piece: GoldPiece, widthEm: number): string {
  if (piece.role !== 'headline') return element(job, piece, 'div', piece.role);
  const fitting = widthEm / Math.max(visibleLength(piece.text), 1);
  const size = Math.min(3.2, Math.max(1.4, fitting * job.random.pick([0.6, 0.8, 0.95])));
  if (visibleLength(piece.text) * size > widthEm) job.cells.add('headline of two lines');
  return element(job, piece, 'h1', '', `font-size:${size.toFixed(2)}em`);
}

function setBlock(job: Job, piece: GoldPiece): string {
  if (piece.role === 'crosshead') return element(job, piece, 'h3', '');
  return element(job, piece, 'p', piece.isFlush || piece.role === 'jump' ? 'flush' : '');
}

function setPicture(job: Job, story: number): string {
  job.cells.add('picture');
  const text = `图为${job.random.pick(['工作人员在现场查看设备', '会议现场', '村民在田间劳作', '学生在图书馆阅读'])}。\u3000本报记者\u3000李明\u3000摄`;
  return `<figure><div></div>${element(job, { role: 'caption', story, text }, 'figcaption', '')}</figure>`;
}

function furniture(job: Job, text: string): string {
  return element(job, { role: 'furniture', story: -1, text }, 'span', '');
}

function element(job: Job, piece: GoldPiece, tag: string, name: string, style = ''): string {
  const isText = piece.role !== 'furniture';
  const own = isText ? { ...piece, text: job.written(piece.text) } : piece;
  job.pieces.push(own);
  const printed = isText ? job.printed(own.text) : own.text;
  const text = printed.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<${tag} data-piece="${job.pieces.length - 1}"${name && ` class="${name}"`}${style && ` style="${style}"`}>${text}</${tag}>`;
}
