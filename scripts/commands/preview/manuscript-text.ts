import { diffArrays } from 'diff';
import type { Node, RootContent } from 'mdast';
import type { Article } from '../../article/article.js';
import { type Edit, firstAtOrAfter, type Range } from '../../article/ledger.js';
import type { ProofPiece, ProofStory } from '../../preview/layout/proof.js';

/** A story of the proof as its manuscript has it: the pieces, and the ledger's edits with a person's among them. */
export interface AsWritten {
  pieces: ProofPiece[];
  edits: Edit[];
}

/** 改在稿件里: the rule of edits that a person made in the manuscript. */
const rule = 'manuscript';

/**
 * 一个文本: lays an edited manuscript over the restoration, so that the proof shows the text that is printed. A person's
 * changes are edits of the source like the machine's; blocks that the source lacks are pieces without ranges.
 */
export function asWritten(
  story: ProofStory,
  article: Article,
  { source, edits }: { source: string; edits: readonly Edit[] },
): AsWritten {
  const blocks = blocksOf(article);
  const pieces: ProofPiece[] = [];
  const own = new Map<ProofPiece, Edit[]>();
  let [at, next] = [0, 0];
  for (const { added, removed, value } of diffArrays<Written | ProofPiece>(story.pieces, blocks, {
    comparator: isAlike,
  }))
    for (const _ of value) {
      if (removed) pieces.push({ ...story.pieces[at++]!, isRemoved: true });
      else if (added) pieces.push({ ...blocks[next++]!, ranges: [], lines: [], isOwn: true });
      else {
        const [piece, block] = [story.pieces[at++]!, blocks[next++]!];
        const isOwn = plain(piece.text) !== plain(block.text);
        const made: ProofPiece = { ...piece, ...block, ...(isOwn && { isOwn }) };
        pieces.push(made);
        if (isOwn) own.set(made, editsOf(piece, block.text, { source, edits }));
      }
    }
  const replaced = [...own.keys()].flatMap(({ ranges }) => ranges);
  const kept = edits.filter(({ start, end }) => !replaced.some(([from, to]) => start >= from && end <= to));
  return { pieces, edits: [...kept, ...[...own.values()].flat()].sort((a, b) => a.start - b.start) };
}

/** A block of a manuscript, with its place there. */
type Written = Pick<ProofPiece, 'part' | 'text'> & Required<Pick<ProofPiece, 'file' | 'line' | 'block'>>;

const titles = ['kicker', 'deck', 'byline'] as const;

/** The blocks of a manuscript in the order of the proof: parts of the title, then the text. */
export function blocksOf({ id, matter, tree }: Pick<Article, 'id' | 'matter' | 'tree'>): Written[] {
  const file = `${id}.md`;
  const headline = tree.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const titled = (part: (typeof titles)[number]): Written[] => {
    const text = matter[part];
    return text === undefined ? [] : [{ part, text, file, line: 1, block: part }];
  };
  const blockAt = (index: number): Written[] => {
    const node = tree.children[index];
    const text = node ? textOf(node) : '';
    if (!node || !text.trim()) return [];
    const part = index === headline ? 'headline' : partOf(node);
    return [{ part, text, file, line: node.position?.start.line ?? 1, block: String(index) }];
  };
  return [
    ...titled('kicker'),
    ...blockAt(headline),
    ...titled('deck'),
    ...titled('byline'),
    ...tree.children.flatMap((_, index) => (index === headline ? [] : blockAt(index))),
  ];
}

const partOf = (node: RootContent) =>
  node.type === 'heading' ? 'crosshead' : (node.data?.role ?? 'paragraph');

/** The text of a block, with its line breaks. */
export function textOf(node: Node): string {
  if (node.type === 'break') return '\n';
  if ('value' in node && node.type !== 'html') return String(node.value);
  return 'children' in node ? (node.children as Node[]).map(textOf).join('') : '';
}

const plain = (text: string) => text.replace(/\s+/gu, '');

/** Minimum share of common characters in two forms of one block. */
const leastShared = 0.5;

function isAlike(left: { text: string }, right: { text: string }): boolean {
  const [a, b] = [new Set(plain(left.text)), new Set(plain(right.text))];
  const shared = [...a].filter((character) => b.has(character)).length;
  return shared / Math.max(1, a.size, b.size) >= leastShared;
}

/** A character of a piece's text, with its range of the source and the edit that made it. */
interface Cell {
  start: number;
  end: number;
  text: string;
  edit?: Edit;
}

/** The edits by which a piece's ranges become a text: the machine's where they agree, a person's elsewhere. */
function editsOf(
  { ranges }: ProofPiece,
  text: string,
  { source, edits }: { source: string; edits: readonly Edit[] },
): Edit[] {
  const cells = ranges.flatMap((range) => cellsOf(range, source, edits));
  const units = cells.flatMap((cell, index) => [...cell.text].map(() => index));
  const made: Cell[] = [];
  let [unit, done] = [0, 0];
  const isChange = new Set<number>();
  const take = (to: number) => {
    while (done < to) made.push(cells[done++]!);
  };
  for (const { added, removed, value } of diffArrays(
    cells.flatMap((cell) => [...cell.text]),
    [...text],
  )) {
    if (!added && !removed) {
      unit += value.length;
      continue;
    }
    const from = units[unit] ?? cells.length;
    take(Math.min(from, cells.length));
    const last = made.at(-1);
    if (removed) {
      const to = (units[unit + value.length - 1] ?? from) + 1;
      const cut = cells.slice(Math.max(done, from), to);
      done = Math.max(done, to);
      unit += value.length;
      if (cut.length === 0) continue;
      isChange.add(made.length);
      made.push({ start: cut[0]!.start, end: cut.at(-1)!.end, text: '' });
    } else if (last && isChange.has(made.length - 1)) last.text += value.join('');
    else {
      // An insertion takes the character before it along, since an edit must have a place inside the ranges.
      const host = last ?? cells[done++];
      if (!host) continue;
      if (last) made.pop();
      isChange.add(made.length);
      const words = last ? host.text + value.join('') : value.join('') + host.text;
      made.push({ start: host.start, end: host.end, text: words });
    }
  }
  take(cells.length);
  // A change inside the result of one edit is told as a change of the whole piece.
  if (made.map((cell) => cell.text).join('') !== text)
    return ranges.map(([start, end], index) => ({
      start,
      end,
      replacement: index === 0 ? text : '',
      rule,
      confidence: 1,
    }));
  return made.flatMap((cell, index): Edit[] => {
    if (isChange.has(index))
      return [{ start: cell.start, end: cell.end, replacement: cell.text, rule, confidence: 1 }];
    return cell.edit ? [cell.edit] : [];
  });
}

function cellsOf([start, end]: Range, source: string, edits: readonly Edit[]): Cell[] {
  const cells: Cell[] = [];
  let at = start;
  const plainTo = (to: number) => {
    for (const character of source.slice(at, to)) {
      cells.push({ start: at, end: at + character.length, text: character });
      at += character.length;
    }
  };
  for (let index = firstAtOrAfter(edits, start); index < edits.length; index++) {
    const edit = edits[index]!;
    if (edit.start >= end) break;
    plainTo(edit.start);
    cells.push({ start: edit.start, end: edit.end, text: edit.replacement, edit });
    at = edit.end;
  }
  plainTo(end);
  return cells;
}
