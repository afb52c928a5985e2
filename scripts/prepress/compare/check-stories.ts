import type { Leaf } from '../expect/written.js';
import type { Finding } from '../finding.js';
import { beginningOf } from './beginning-of.js';
import { type Line, linesOn } from './lines-of.js';
import { findingAt, type Paper } from './paper.js';
import { partedTables } from './parted-tables.js';

const remedy = 'Text has moved to another page: take back what moves it in the style sheet, or print again.';

/** A block of text, or its part in one language, and its pages. */
interface Block {
  start: number;
  leaf: Leaf;
  pages: number[];
}

const firstOf = ({ pages }: Block) => Math.min(...pages);
const lastOf = ({ pages }: Block) => Math.max(...pages);

/**
 * 篇章归页: each block is on the pages of its story. Blocks follow each other over the pages, no page has text of two
 * galleys, what begins on a page in the layout begins there in print, and nothing stands above a story that opens its
 * page.
 */
export function checkStories(paper: Paper): Finding[] {
  const blocks = blocksOf(paper);
  const findings = [...strayed(paper, blocks), ...begunElsewhere(paper), ...aboveOpenings(paper, blocks)];
  return findings.sort((one, other) => (one.character ?? 0) - (other.character ?? 0));
}

function blocksOf({ written: { leafAt, leaves }, runs, starts }: Paper): Block[] {
  const blocks: Block[] = [];
  let last: Block | undefined;
  for (const [index, { characters, page }] of runs.entries()) {
    let before = -1;
    for (let at = starts[index]!; at < starts[index]! + characters.length; at++) {
      if (leafAt[at] === before) continue;
      before = leafAt[at]!;
      const leaf = leaves[before]!;
      if (leaf.note !== undefined) continue;
      if (last?.leaf.block !== leaf.block || last.leaf.galley !== leaf.galley) {
        last = { start: at, leaf, pages: [] };
        blocks.push(last);
      }
      if (!last.pages.includes(page)) last.pages.push(page);
    }
  }
  return blocks;
}

/**
 * Blocks on a page before that of the block which is read first, or on one of another galley. The cells of a row go on
 * over pages side by side.
 */
function strayed(paper: Paper, blocks: readonly Block[]): Finding[] {
  const galleys = new Map<number, number>();
  const parted = partedTables(paper);
  const sides = new Map<string, Block>();
  for (const { leaf, pages } of blocks)
    for (const page of pages) if (!galleys.has(page)) galleys.set(page, leaf.galley);
  return blocks.flatMap((block, index) => {
    const { leaf, pages, start } = block;
    // 图随文走: a figure may stand at the head of the next page, and what is read after it before that.
    let at = index - 1;
    while (at >= 0 && isAhead(paper, blocks, at)) at--;
    const before = blocks[at];
    // Rows of a table that is split between its columns go on in its next piece.
    const isParted = leaf.cell && parted.has(leaf.cell.table) && before?.leaf.cell?.table === leaf.cell.table;
    const isNext = before?.leaf.galley === leaf.galley && !isParted;
    const side = sideOf(leaf);
    const last = side ? sides.get(side) : before;
    const least = isNext && last ? leastAfter(paper, last, block) : 0;
    if (side) sides.set(side, block);
    const isAlone = pages.every((page) => galleys.get(page) === leaf.galley);
    if (firstOf(block) >= least && isAlone) return [];
    const problem = isAlone
      ? `is not on the pages of its story: it is read after text of page ${least + 1}`
      : 'is not on the pages of its story: it is on those of another section';
    return [findingAt(paper, start, { rule: 'out-of-order', problem, remedy })];
  });
}

/**
 * True for the words of a figure at the head of the page after that on which the text goes on, which is read after them:
 * none of the text of its page stands above them.
 */
function isAhead(paper: Paper, blocks: readonly Block[], at: number): boolean {
  const { leaf, pages, start } = blocks[at]!;
  if (!leaf.tags.includes('figure') || pages.length > 1) return false;
  const rest = blocks.slice(at + 1, at + mostWords);
  const next = rest.find((one) => !one.leaf.tags.includes('figure'));
  if (next?.leaf.galley !== leaf.galley || firstOf(next) !== pages[0]! - 1) return false;
  const lines = linesOn(paper, pages[0]!);
  const own = lines.find((line) => line.start === start);
  const isAbove = (line: Line) =>
    own !== undefined && line.left < own.right && line.right > own.left && line.bottom > own.top;
  const isFigure = (line: Line) => paper.written.leaves[line.leaf]!.tags.includes('figure');
  return !lines.some((line) => isAbove(line) && !isFigure(line));
}

/** Captions and credits of one picture. */
const mostWords = 12;

/** The first page on which a block may begin: that where the one before ends, or begins, if they stand side by side. */
function leastAfter(paper: Paper, before: Block, block: Block): number {
  const [one, other] = [paper.placeOf(before.start), paper.placeOf(block.start)];
  const isBeside = one.page === other.page && other.left > one.left && other.bottom >= one.bottom - one.size;
  return block.leaf.cell || isBeside ? firstOf(before) : lastOf(before);
}

/** 对照: paragraphs of two languages go on over pages side by side; those of each follow each other. */
const sideOf = ({ classes }: Leaf) => ['.first', '.second'].find((side) => classes.includes(side));

/** Elements with an id that begin on another page than layout has put them on. */
function begunElsewhere(paper: Paper): Finding[] {
  const pages = new Map<string, Set<number>>();
  paper.facts.forEach((facts, index) => {
    for (const id of facts?.ids ?? []) pages.set(id, (pages.get(id) ?? new Set()).add(index));
  });
  const told = new Set<number>();
  return [...pages].flatMap(([id, wanted]) => {
    const target = paper.written.ids.get(id);
    if (!target || target.end <= target.start || told.has(target.start)) return [];
    const page = beginningOf(paper, target)?.page ?? 0;
    const isNote = paper.written.leaves[paper.written.leafAt[target.start]!]!.note !== undefined;
    // A rule or white may begin it, and its first text or picture stand overleaf.
    if (wanted.has(page) || (!isNote && wanted.has(page - 1))) return [];
    told.add(target.start);
    const where = [...wanted].map((page) => page + 1).join(' or ');
    const problem = `is not on the page where it was set, page ${where}`;
    return [findingAt(paper, target.start, { rule: 'out-of-order', problem, remedy })];
  });
}

/**
 * Text of an earlier story on a page that a story opens. On facing pages the ids of stories are on the verso; the head in the
 * second language opens the recto.
 */
function aboveOpenings(paper: Paper, blocks: readonly Block[]): Finding[] {
  return blocks.flatMap((block, index) => {
    const page = firstOf(block);
    const facts = paper.facts[page];
    if (!facts?.opens || blocks[index - 1]?.pages.includes(page)) return [];
    if (sideOf(block.leaf) === '.second' && block.leaf.classes.includes('.story-head')) return [];
    const starts = (facts.ids ?? []).flatMap((id) => paper.written.ids.get(id)?.start ?? []);
    if (starts.length === 0 || block.start >= Math.min(...starts)) return [];
    const problem = 'stands on a page that the next story opens';
    return [findingAt(paper, block.start, { rule: 'out-of-order', problem, remedy })];
  });
}
