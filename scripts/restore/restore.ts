import type { Doubt, Measure, Restoration } from '../article/restoration.js';
import type { Source } from '../article/source.js';
import { analyse } from './analyse.js';
import { type Group, groupLines } from './groups.js';
import { habitsOf } from './habits.js';
import type { Line } from './lines.js';
import { assertRestoration } from './promises.js';
import { characterRules } from './rules/index.js';
import type { Page, Run } from './runs.js';
import { joinCaptions } from './structure/captions.js';
import { cutGlued } from './structure/glue.js';
import { labelOf } from './structure/labels.js';
import { findStories, type WeakTitle } from './structure/stories.js';
import { newWriter } from './write.js';

export interface RestoreOptions {
  /** Ids of rules that are not to be applied. */
  disable?: readonly string[];
}

/** 校勘: gives a broken newspaper text its paragraphs, parts and characters back. Pure. */
export function restore(source: Pick<Source, 'text'>, options: RestoreOptions = {}): Restoration {
  const { text } = source;
  const { lines, furniture, runs, gaps } = analyse(text);
  const joined = joinCaptions(label(groupLines(lines, gaps, runs)));
  const { stories, weak } = findStories(label(cutGlued(text, joined)));
  const rules = characterRules.filter(({ id }) => !options.disable?.includes(id));
  const writer = newWriter(text, { rules, page: habitsOf(text, runs) });
  const restoration: Restoration = {
    articles: stories.map((story) => writer.story(story)),
    furniture: furniture.map((line) => writer.furniture(furnitureGroup(line))),
    edits: writer.edits.sort((a, b) => a.start - b.start),
    messages: [...writer.doubts, ...weak.map(weakTitleDoubt)].sort((a, b) => a.start - b.start),
    measures: measuresOf(lines, runs),
  };
  assertRestoration(text, restoration);
  return restoration;
}

function furnitureGroup(line: Line): Group {
  const segments = [{ line: -1, start: line.start, end: line.end }];
  return {
    segments,
    text: line.text,
    isDisplay: true,
    label: 'furniture',
    joins: [],
    run: undefined,
    opensFrame: false,
  };
}

function label(groups: Group[]): Group[] {
  for (const group of groups) group.label = labelOf(group);
  return groups;
}

function weakTitleDoubt({ groups, overlap }: WeakTitle): Doubt {
  const segments = groups.flatMap((group) => group.segments);
  return {
    start: segments[0]!.start,
    end: segments.at(-1)!.end,
    ruleId: 'attach-title',
    reason: `Unexpected headline that shares only ${Math.round(overlap * 100)} % of its words with its story, expected more; it was attached by its place on the page`,
  };
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
