import type { Role } from '../article/article.js';
import { assertLedger, type Edit, replay } from '../article/ledger.js';
import type { Block, Doubt, Measure, Piece, Restoration, Story } from '../article/restoration.js';
import type { Source } from '../article/source.js';
import { weighLines } from './evidence.js';
import { solveGaps } from './gaps.js';
import { type Group, groupLines } from './groups.js';
import { splitLines } from './lines.js';
import { writePiece } from './pieces.js';
import { characterRules } from './rules/index.js';
import type { CharacterRule, PageHabits } from './rules/rule.js';
import { findRuns, type Page, type Run } from './runs.js';
import { measureLines } from './shape.js';
import { joinCaptions } from './structure/captions.js';
import { cutGlued } from './structure/glue.js';
import { labelOf } from './structure/labels.js';
import { findStories } from './structure/stories.js';
import type { StoryDraft } from './structure/story.js';

export interface RestoreOptions {
  /** Ids of rules that are not to be applied. */
  disable?: readonly string[];
}

/** 校勘: gives a broken newspaper text its paragraphs, parts and characters back. Pure. */
export function restore(source: Pick<Source, 'text'>, options: RestoreOptions = {}): Restoration {
  const { text } = source;
  const lines = splitLines(text);
  const page: Page = { lines, shape: measureLines(lines), evidence: weighLines(lines) };
  const runs = findRuns(page);
  const gaps = solveGaps(page, runs);
  const joined = joinCaptions(label(groupLines(lines, gaps, runs)));
  const groups = label(cutGlued(text, joined));
  const { stories, weak } = findStories(groups);
  const writer = newWriter(text, options);
  const restoration: Restoration = {
    articles: stories.map((story) => writer.story(story)),
    furniture: [],
    edits: writer.edits.sort((a, b) => a.start - b.start),
    messages: writer.doubts,
    measures: measuresOf(lines, runs),
  };
  for (const { groups, overlap } of weak) {
    const segments = groups.flatMap((group) => group.segments);
    restoration.messages.push({
      start: segments[0]!.start,
      end: segments.at(-1)!.end,
      ruleId: 'attach-title',
      reason: `Unexpected headline that shares only ${Math.round(overlap * 100)} % of its words with its story, expected more; it was attached by its place on the page`,
    });
  }
  restoration.messages.sort((a, b) => a.start - b.start);
  assertRestoration(text, restoration);
  return restoration;
}

function label(groups: Group[]): Group[] {
  for (const group of groups) group.label = labelOf(group);
  return groups;
}

function measuresOf(lines: Page['lines'], runs: readonly Run[]): Measure[] {
  return runs
    .filter(({ setting }) => Number.isFinite(setting.measure))
    .map(({ from, to, setting }) => ({
      start: lines[from]!.start,
      end: lines[to - 1]!.end,
      em: setting.measure / 4,
      style: setting.style,
    }));
}

function newWriter(text: string, { disable = [] }: RestoreOptions) {
  const rules: CharacterRule[] = characterRules.filter(({ id }) => !disable.includes(id));
  const habits: PageHabits = { spacesAreEditorial: false };
  const edits: Edit[] = [];
  const doubts: Doubt[] = [];
  const write = (groups: readonly Group[], kind: 'text' | 'display'): Piece => {
    const written = writePiece(text, groups, rules, { kind, page: habits });
    edits.push(...written.edits);
    doubts.push(...written.doubts);
    return written.piece;
  };
  const optional = (groups: readonly Group[] = []) => (groups.length > 0 ? write(groups, 'display') : null);
  const block = (group: Group): Block => {
    const role: Role = roleOf(group);
    return { role, ...write([group], role === 'crosshead' || role === 'credit' ? 'display' : 'text') };
  };
  const story = ({ head, blocks }: StoryDraft): Story => ({
    headline: optional(head?.headline),
    kicker: optional(head?.kicker),
    deck: optional(head?.deck),
    byline: optional(head?.byline),
    dateline: null,
    blocks: blocks.map(block),
  });
  return { edits, doubts, story };
}

function roleOf(group: Group): Role {
  switch (group.label) {
    case 'kicker':
    case 'headline':
    case 'deck':
      return 'crosshead';
    case 'byline':
      return 'credit';
    case 'furniture':
      return 'paragraph';
    default:
      return group.label;
  }
}

/** The promises of `Restoration`, kept at run time on every call: a broken one is a bug of ours. */
function assertRestoration(text: string, restoration: Restoration): void {
  assertLedger(text, restoration.edits);
  for (const piece of piecesOf(restoration)) {
    if (replay(text, restoration.edits, piece.ranges) !== piece.text) {
      throw new Error(
        `Unexpected text at ${piece.ranges[0]?.[0]}, expected what the ledger makes of the source`,
      );
    }
  }
}

function* piecesOf(restoration: Restoration): Generator<Piece> {
  for (const story of restoration.articles) {
    for (const piece of [story.headline, story.kicker, story.deck, story.byline]) if (piece) yield piece;
    yield* story.blocks;
  }
  yield* restoration.furniture;
}
