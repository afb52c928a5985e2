import type { Role } from '../article/article.js';
import type { Range } from '../article/ledger.js';
import type { OverrideRole } from '../article/overrides-file.js';
import type { Block, Piece, Story } from '../article/restoration.js';

/** A place beside a block or a story. */
export interface Beside {
  range: Range;
  isAfter: boolean;
}

/** 编排: a person's wishes about stories and their order, with their places in the source. */
export interface Arrangement {
  cuts: Range[];
  merges: Range[];
  moves: { range: Range; beside: Beside; isStory: boolean }[];
  adds: { role: OverrideRole; text: string; beside: Beside; entry: number }[];
}

/**
 * Carries an arrangement out: stories are cut and merged, blocks and stories moved, and words added that the source
 * lacks, as pieces without ranges. What has no place any more is left out, and told by `missed`.
 */
export function arrange(
  stories: readonly Story[],
  { cuts, merges, moves, adds }: Arrangement,
  missed: (kind: 'cut' | 'merge' | 'move' | 'add', at: Range) => void,
): Story[] {
  const arranged = stories.map((story): Story => ({ ...story, blocks: [...story.blocks] }));
  for (const range of cuts) if (!cut(arranged, range)) missed('cut', range);
  for (const range of merges) if (!merge(arranged, range)) missed('merge', range);
  for (const { range, beside, isStory } of moves)
    if (!(isStory ? moveStory : moveBlock)(arranged, range, beside)) missed('move', range);
  for (const one of adds) if (!add(arranged, one)) missed('add', one.beside.range);
  // A story may consist of a name alone; it is dropped only if its last piece was moved away.
  return arranged.filter((story) => story.blocks.length > 0 || titles.some((title) => story[title] !== null));
}

const titles = ['kicker', 'headline', 'deck', 'byline'] as const;
type Title = (typeof titles)[number];
const isTitle = (role: OverrideRole): role is Title => titles.some((title) => title === role);

const holds = (piece: Piece | null, [start]: Range) =>
  piece?.ranges.some(([from, to]) => start >= from && start < to) ?? false;

/** The story and the block of a place; the block is −1 in a title. */
function find(stories: readonly Story[], range: Range): { story: number; block: number } | undefined {
  for (const [story, { blocks, ...rest }] of stories.entries()) {
    const block = blocks.findIndex((one) => holds(one, range));
    if (block >= 0 || titles.some((title) => holds(rest[title], range))) return { story, block };
  }
  return undefined;
}

function cut(stories: Story[], range: Range): boolean {
  const found = find(stories, range);
  if (!found || found.block < 0) return false;
  const from = stories[found.story]!;
  const [first, ...rest] = from.blocks.splice(found.block);
  const isHead = first!.role === 'crosshead';
  stories.splice(found.story + 1, 0, {
    kicker: null,
    headline: isHead ? plain(first!) : null,
    deck: null,
    byline: null,
    dateline: null,
    blocks: isHead ? rest : [first!, ...rest],
    reset: { lines: 0, same: 0 },
  });
  return true;
}

const plain = ({ text, ranges }: Piece): Piece => ({ text, ranges });

function merge(stories: Story[], range: Range): boolean {
  const found = find(stories, range);
  const above = found && stories[found.story - 1];
  if (!found || !above) return false;
  const [own] = stories.splice(found.story, 1);
  const heads = titles.flatMap((title): Block[] => {
    const piece = own![title];
    return piece ? [{ ...piece, role: title === 'headline' ? 'crosshead' : 'paragraph' }] : [];
  });
  above.blocks.push(...heads, ...own!.blocks);
  above.reset = { lines: above.reset.lines + own!.reset.lines, same: above.reset.same + own!.reset.same };
  return true;
}

function moveStory(stories: Story[], range: Range, beside: Beside): boolean {
  const [from, to] = [find(stories, range), find(stories, beside.range)];
  if (!from || !to || from.story === to.story) return false;
  const target = stories[to.story]!;
  const [story] = stories.splice(from.story, 1);
  stories.splice(stories.indexOf(target) + Number(beside.isAfter), 0, story!);
  return true;
}

function moveBlock(stories: Story[], range: Range, beside: Beside): boolean {
  const [from, to] = [find(stories, range), find(stories, beside.range)];
  if (!from || !to) return false;
  const block = takeOut(stories[from.story]!, range);
  const target = stories[to.story]!;
  const at = target.blocks.findIndex((one) => holds(one, beside.range));
  target.blocks.splice(at + Number(beside.isAfter || at < 0), 0, block);
  return true;
}

function takeOut(story: Story, range: Range): Block {
  const at = story.blocks.findIndex((block) => holds(block, range));
  if (at >= 0) return story.blocks.splice(at, 1)[0]!;
  const title = titles.find((one) => holds(story[one], range))!;
  const piece = story[title]!;
  story[title] = null;
  return { ...piece, role: 'paragraph' };
}

function add(stories: Story[], { role, text, beside, entry }: Arrangement['adds'][number]): boolean {
  const found = find(stories, beside.range);
  if (!found || role === 'furniture') return false;
  const story = stories[found.story]!;
  const piece: Piece = { text, ranges: [], entry };
  if (isTitle(role)) {
    if (story[role]) return false;
    story[role] = piece;
    return true;
  }
  const at = found.block < 0 ? 0 : found.block + Number(beside.isAfter);
  story.blocks.splice(at, 0, { ...piece, role: role as Role });
  return true;
}
