import type { Random } from '../../random.js';
import type { BrokenPage, CorpusText } from '../gold.js';
import { cutJumps } from './cut.js';
import { cutPage } from './cut-page.js';

import { addFeature, features } from './features.js';
import { chooseGenre } from './genres.js';
import { cellsOf, type Layout, newBuilder, newLayout, type Strength } from './layout.js';
import { newStory } from './page.js';
import { type Job, setPart } from './set-part.js';
import { traditionalOf } from './traditional.js';

/** Share of pages that come incomplete. */
const cutShare = 0.05;

/** Breaks a page of stories like an extraction, by the strength's share of each kind of noise. */
export function breakPage(texts: readonly CorpusText[], strength: Strength, random: Random): BrokenPage {
  const genre = chooseGenre(random);
  const layout = { ...genre.layout(newLayout(strength, random), random), genre: genre.name };
  const isSmall = genre.isOneStory || random.chance(0.08);
  const isOfBriefs = random.chance(0.08);
  const isFiction = genre.isOldText || random.chance(0.03);
  const words = texts.filter((text) => (text.isOld ?? false) === isFiction);
  const job: Job = { builder: newBuilder(), layout, random };
  const cells: string[] = [];
  const stories = Array.from({ length: isSmall ? 1 : random.integer(2, 7) }, (_, number) => {
    const story = newStory(random.pick(words), number, random);
    if (isSmall) story.body.splice(random.integer(1, 6));
    else if (isOfBriefs) story.body.splice(random.integer(2, 4));
    if (isUnbroken(layout) && random.chance(0.5))
      for (const piece of story.body) piece.text = firstClauses(piece.text, random);
    for (const feature of features) {
      if (genre.isPlain || !random.chance(0.035)) continue;
      addFeature(story, feature, random);
      cells.push(`with ${feature}`);
    }
    return genre.story(story, random);
  });
  const { parts, jumps } = cutJumps(stories, random);
  if (jumps.length > 0) cells.push('with jump');
  for (const part of parts) setPart(job, part);
  const { builder } = job;
  const whole = {
    text: builder.parts.join(''),
    pieces: builder.pieces,
    owner: Int32Array.from(builder.owner),
    cells: [...cellsOf(layout), ...new Set(cells)],
    jumps,
  };
  const page = random.chance(cutShare) ? cutPage(whole, random) : whole;
  return genre.isOldText || random.chance(0.1) ? traditionalOf(page) : page;
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
