import type { Overrides } from '../article/overrides-file.js';
import type { Doubt, Measure, Restoration } from '../article/restoration.js';
import type { Source } from '../article/source.js';
import { type Analysis, analyse } from './analyse.js';
import { type Arrangement, arrange } from './arrange.js';
import { blocksOf } from './blocks.js';
import { pageRules } from './doubts/index.js';
import type { Findings } from './doubts/page-rule.js';
import { findBorders } from './measure/borders.js';
import { habitsOf } from './measure/habits.js';
import { splitLines } from './measure/lines.js';
import type { Page, Run } from './measure/page.js';
import type { Setting } from './measure/settings.js';
import { readNotation } from './notation/index.js';
import { isAccepted, placeOverrides } from './overrides.js';
import { assertRestoration, piecesOf } from './promises.js';
import { characterRules } from './rules/index.js';
import { mayBeCutOff } from './structure/cut-off.js';
import { findStories } from './structure/stories.js';
import { unsureBorders } from './unsure.js';
import { byPlace } from './write/corrections.js';
import { newGroup } from './write/groups.js';
import { doubtBorders } from './write/rejoin.js';
import { newWriter } from './write/write.js';

export interface RestoreOptions {
  /** Ids of rules to switch off. */
  disable?: readonly string[];
  /** A person's decisions; their `off` adds to `disable`. */
  overrides?: Partial<Overrides>;
  /** Facts about the source from reading it, besides its text. */
  reading?: Pick<Source, 'told' | 'layout'>;
}

/** 校勘: restores the paragraphs, parts and characters of a broken newspaper text. Pure. */
export function restore(
  source: Pick<Source, 'text' | 'told' | 'layout'>,
  options: RestoreOptions = {},
): Restoration {
  const { text } = source;
  const { overrides } = options;
  const placed = placeOverrides(text, overrides);
  const off = new Set([...(options.disable ?? []), ...(overrides?.off ?? [])]);
  const decided = readNotation(text, splitLines(text), { placed, off });
  const analysis = analyse(text, decided, { off, layout: source.layout });
  const { lines, runs } = analysis;
  const { stories, ...found } = findStories(blocksOf(text, analysis, { decided, placed }), {
    fixed: decided.titles,
    isCutOff: mayBeCutOff(analysis.page, runs),
    isPlaced: source.layout !== undefined && !decided.isWhole,
    isMarked: decided.hasStories,
  });
  const rules = characterRules.filter(({ id }) => !off.has(id));
  const writer = newWriter(text, {
    rules,
    page: habitsOf(text, analysis),
    settingOf: settingsOf(analysis),
    corrections: byPlace(decided.corrections),
    kept: placed.kept,
    joins: new Set([...placed.joins, ...decided.sewn]),
  });
  const articles = stories.map((story) => writer.story(story));
  const furniture = analysis.furniture.map(({ line }) => writer.furniture(newGroup([line], 'furniture')));
  const pieces = piecesOf({ articles, furniture });
  const gaps = findBorders(text.length, lines, {
    pieces,
    goesOn: analysis.reading.goesOn,
    unsure: unsureBorders(stories, articles, analysis),
  });
  const page: Findings = {
    text,
    told: source.told ?? [],
    layout: source.layout,
    off,
    placed,
    decided,
    analysis,
    found,
    articles,
    furniture,
    edits: writer.edits,
    gaps,
  };
  const doubts = [
    ...decided.told,
    ...pageRules.flatMap((rule) => rule.doubt(page)),
    ...doubtBorders(text, gaps),
    ...writer.doubts,
  ];
  const restoration: Restoration = {
    articles,
    furniture,
    edits: writer.edits.sort((a, b) => a.start - b.start),
    messages: doubts.filter((doubt) => !isAccepted(doubt, placed.accepted)).sort((a, b) => a.start - b.start),
    measures: measuresOf(lines, runs),
    gaps,
  };
  assertRestoration(text, restoration);
  return arranged(restoration, placed.arrangement);
}

/** The restoration as a person has arranged it: after the promises about the source are kept. */
function arranged(restoration: Restoration, arrangement: Arrangement): Restoration {
  const lost: Doubt[] = [];
  const articles = arrange(restoration.articles, arrangement, (kind, [start, end]) =>
    lost.push({
      start,
      end,
      ruleId: 'override',
      reason: `Unexpected override ${kind}: it has no place in the stories and was not applied; delete it, or quote other words`,
    }),
  );
  if (lost.length === 0) return { ...restoration, articles };
  return {
    ...restoration,
    articles,
    messages: [...restoration.messages, ...lost].sort((a, b) => a.start - b.start),
  };
}

/** The setting of a line's run. */
function settingsOf({ lines, runs }: Analysis): (line: number) => Setting | undefined {
  const settings = new Array<Setting | undefined>(lines.length);
  for (const { from, to, setting } of runs) settings.fill(setting, from, to);
  return (line) => settings[line];
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
