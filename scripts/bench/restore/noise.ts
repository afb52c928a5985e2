import { hasHan } from '../../text/characters.js';
import type { Random } from '../random.js';
import { cutJumps } from './cut.js';
import { newDegrader } from './degrade.js';
import { addFeature, features, newCaption, newFurniture } from './features.js';
import { glueTitle, setPlain, setTitlePiece } from './heads.js';
import {
  type Builder,
  cellsOf,
  clampEm,
  type Layout,
  newBuilder,
  newLayout,
  type Strength,
  separate,
  shownIndent,
  write,
} from './layout.js';
import { type CorpusText, type GoldPiece, type GoldStory, newStory } from './page.js';
import { glyphsOf, type PrintedLine, typeset } from './typesetter.js';

/** A page that the generator broke, and the truth about it. */
export interface BrokenPage {
  text: string;
  pieces: GoldPiece[];
  /** For each UTF-16 unit of `text` its piece, −1 for white space that layout put there. */
  owner: Int32Array;
  cells: string[];
  /** Stories that were parted by a jump. */
  jumps: number[];
  /** Where each story's words come from, if pages of several sources are compared. */
  sources?: string[];
}

/** How often a strength shows each kind of noise of lines. */
const rates = {
  clean: { furniture: 0, between: 0, spaced: 0, merged: 0, split: 0, doubled: 0, wrapped: 0, glued: 0 },
  mild: {
    furniture: 0.005,
    between: 0.3,
    spaced: 0.015,
    merged: 0,
    split: 0,
    doubled: 0,
    wrapped: 0.02,
    glued: 0.04,
  },
  heavy: {
    furniture: 0.012,
    between: 0.3,
    spaced: 0.015,
    merged: 0.003,
    split: 0.003,
    doubled: 0.001,
    wrapped: 0.05,
    glued: 0.08,
  },
} as const;

/** A page on its way to paper. */
interface Job {
  builder: Builder;
  layout: Layout;
  random: Random;
}

/** Breaks a page of stories as an extraction would, by the strength's share of each kind of noise. */
export function breakPage(texts: readonly CorpusText[], strength: Strength, random: Random): BrokenPage {
  const layout = newLayout(strength, random);
  const job: Job = { builder: newBuilder(), layout, random };
  const cells: string[] = [];
  const stories = Array.from({ length: random.integer(2, 5) }, (_, number) => {
    const story = newStory(random.pick(texts), number, random);
    for (const feature of features) {
      if (!random.chance(0.08)) continue;
      addFeature(story, feature, random);
      cells.push(`with ${feature}`);
    }
    return story;
  });
  const { parts, jumps } = cutJumps(stories, random);
  if (jumps.length > 0) cells.push('with jump');
  for (const part of parts) setPart(job, part);
  const { builder } = job;
  return {
    text: builder.parts.join(''),
    pieces: builder.pieces,
    owner: Int32Array.from(builder.owner),
    cells: [...cellsOf(layout), ...new Set(cells)],
    jumps,
  };
}

function setPart(job: Job, story: GoldStory): void {
  const { builder, layout, random } = job;
  const { setup, strength } = layout;
  if (random.chance(0.5)) setup.em = clampEm(setup.em + random.pick([-3, -1.5, -0.5, 0.5, 1, 2.5]));
  const titled = layout.titles !== 'missing' || random.chance(0.3);
  const title = titled ? story.title : [];
  const caption = random.chance(0.15) ? newCaption(story, random) : undefined;
  const glued = random.chance(rates[strength].glued)
    ? glueTitle(title, layout.titles === 'before' ? undefined : caption)
    : undefined;
  if (layout.titles === 'before') for (const piece of title) setTitlePiece(job, piece, glued);
  for (const piece of story.body) {
    if (piece.role === 'crosshead') setTitlePiece(job, piece);
    else if (piece.role === 'table' || piece.role === 'verse') setPlain(builder, piece, layout);
    else setParagraph(job, piece);
  }
  if (layout.titles !== 'before') for (const piece of title) setTitlePiece(job, piece, glued);
  if (caption) setCaption(job, caption, glued?.to === caption);
  if (random.chance(rates[strength].between)) setPlain(builder, newFurniture(random), layout);
}

function setCaption({ builder, layout, random }: Job, piece: GoldPiece, isGlued: boolean): void {
  const number = builder.pieces.push(piece) - 1;
  const setup = { ...layout.setup, em: clampEm(layout.setup.em * random.pick([1, 1.5, 2])), indentEm: 0 };
  typeset(glyphsOf(piece.text, number), setup, random).forEach((line, index) => {
    if (index > 0 || !isGlued) separate(builder, layout, { isBlockStart: index === 0 });
    writeLine({ builder, layout, random }, line);
  });
}

function setParagraph(job: Job, piece: GoldPiece): void {
  const { builder, layout, random } = job;
  const number = builder.pieces.push(piece) - 1;
  const rate = rates[layout.strength];
  const degrade = newDegrader(layout.strength, random);
  const setup = { ...layout.setup, tracking: trackingOf(layout, random) };
  if (random.chance(rate.wrapped))
    setup.wrap = { from: random.integer(2, 5), em: random.pick([-4, -3, 3, 4]) };
  const lines = typeset(glyphsOf(piece.text, number), setup, random).map((line) => ({
    ...line,
    glyphs: degrade(line.glyphs),
  }));
  lines.forEach((line, index) => {
    const isMerged = index > 0 && random.chance(rate.merged);
    if (!isMerged) separate(builder, layout, { isBlockStart: index === 0 });
    if (index === 0) write(builder, shownIndent(layout), -1);
    const copies = random.chance(rate.doubled) ? [line, line] : [line];
    copies.forEach((copy, turn) => {
      if (turn > 0) separate(builder, layout, { isBlockStart: false });
      if (line.glyphs.length > 8 && random.chance(rate.split)) writeParted(job, copy);
      else writeLine(job, copy);
    });
    if (index + 1 < lines.length && random.chance(rate.furniture))
      setPlain(builder, newFurniture(random), layout);
  });
}

function trackingOf({ strength }: Layout, random: Random): number {
  if (strength === 'clean') return 1;
  return 1 + (random.next() - 0.5) * 0.02 - (strength === 'heavy' && random.chance(0.1) ? 0.03 : 0);
}

function writeParted(job: Job, line: PrintedLine): void {
  const cut = job.random.integer(3, line.glyphs.length - 3);
  writeLine(job, { ...line, glyphs: line.glyphs.slice(0, cut) });
  separate(job.builder, job.layout, { isBlockStart: false });
  writeLine(job, { ...line, glyphs: line.glyphs.slice(cut) });
}

const isNarrow = (char: string) => char > ' ' && char <= '~';

/** Writes one line; justification shows as blanks at the seams of Han and digits, all or none of them. */
function writeLine({ builder, layout, random }: Job, line: PrintedLine): void {
  const slack = line.isLast ? 0 : line.slackEm;
  const share = slack >= 1 ? 0.9 : slack >= 0.5 ? 0.29 : 0.06;
  const spaced = !line.isLast && random.chance(rates[layout.strength].spaced);
  const seams = random.chance(share);
  line.glyphs.forEach(({ char, piece, blank }, index) => {
    const before = line.glyphs[index - 1]?.char;
    const isSeam = before !== undefined && isNarrow(before) !== isNarrow(char) && hasHan(before + char);
    if (index > 0 && blank) write(builder, blank, piece);
    else if (index > 0 && (spaced || (seams && isSeam))) write(builder, ' ', -1);
    // A blank at a line's end is the newline.
    if (index === 0 && blank && !line.isFirst) builder.owner[builder.owner.length - 1] = piece;
    for (const one of char) write(builder, one, one === '\u200b' ? -1 : piece);
  });
  if (line.hyphen) write(builder, line.hyphen, line.glyphs.at(-1)?.piece ?? -1);
}
