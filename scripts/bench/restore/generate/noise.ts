import type { Random } from '../../random.js';
import type { BrokenPage, CorpusText, GoldStory } from '../gold.js';
import { cutJumps } from './cut.js';

import { addFeature, features } from './features.js';

import { cellsOf, type Layout, newBuilder, newLayout, type Strength } from './layout.js';
import { inOldStyle, oldLayout } from './old.js';
import { newStory } from './page.js';
import { inSpeeches, recordLayout } from './record.js';
import { type Job, setPart } from './set-part.js';
import { traditionalOf } from './traditional.js';

/** Shares of pages that are old newspapers, and parliamentary records. */
const oldShare = 0.06;
const recordShare = 0.05;

function choosePage(layout: Layout, random: Random): Layout {
  if (random.chance(oldShare)) return oldLayout(layout, random);
  return random.chance(recordShare) ? recordLayout(layout, random) : layout;
}

function inPageStyle(story: GoldStory, { isOld, isRecord }: Layout, random: Random): GoldStory {
  if (isOld) return inOldStyle(story, random);
  return isRecord ? inSpeeches(story, random) : story;
}

/** Breaks a page of stories like an extraction, by the strength's share of each kind of noise. */
export function breakPage(texts: readonly CorpusText[], strength: Strength, random: Random): BrokenPage {
  const layout = choosePage(newLayout(strength, random), random);
  const { isOld } = layout;
  const isSmall = random.chance(0.08);
  const isFiction = isOld || random.chance(0.03);
  const words = texts.filter((text) => (text.isOld ?? false) === isFiction);
  const job: Job = { builder: newBuilder(), layout, random };
  const cells: string[] = [];
  const stories = Array.from({ length: isSmall ? 1 : random.integer(2, 7) }, (_, number) => {
    const story = newStory(random.pick(words), number, random);
    if (isSmall) story.body.splice(random.integer(1, 6));
    if (isUnbroken(layout) && random.chance(0.5))
      for (const piece of story.body) piece.text = firstClauses(piece.text, random);
    for (const feature of features) {
      if (isOld || !random.chance(0.035)) continue;
      addFeature(story, feature, random);
      cells.push(`with ${feature}`);
    }
    return inPageStyle(story, layout, random);
  });
  const { parts, jumps } = cutJumps(stories, random);
  if (jumps.length > 0) cells.push('with jump');
  for (const part of parts) setPart(job, part);
  const { builder } = job;
  const page = {
    text: builder.parts.join(''),
    pieces: builder.pieces,
    owner: Int32Array.from(builder.owner),
    cells: [...cellsOf(layout), ...new Set(cells)],
    jumps,
  };
  return isOld || random.chance(0.1) ? traditionalOf(page) : page;
}

const isUnbroken = ({ setup }: Layout) => setup.em > 1000;

/** Notes and lists have lines of a sentence or less. */
function firstClauses(text: string, random: Random): string {
  const clauses = text.match(/[^，。；！？]+[，。；！？]*/gu) ?? [text];
  const some = clauses.slice(0, random.integer(1, 3)).join('');
  return random.chance(0.95)
    ? some.replace(/[，；]$|(?<![，。；！？])$/u, '。')
    : some.replace(/[，；。]$/u, '');
}
