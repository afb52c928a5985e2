import { hasHan } from '../../../text/characters.js';
import type { Random } from '../../random.js';
import type { GoldPiece, GoldStory } from '../gold.js';

import { newDegrader } from './degrade.js';
import { newCaption, newFurniture } from './features.js';
import { glueTitle, setPlain, setTitlePiece } from './heads.js';
import { type Builder, clampEm, type Layout, openFrame, separate, shownIndent, write } from './layout.js';

import { glyphsOf, type PrintedLine, typeset } from './typesetter.js';

/** Rates of each kind of line noise by strength. */
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
    glued: 0.08,
  },
  heavy: {
    furniture: 0.012,
    between: 0.3,
    spaced: 0.015,
    merged: 0.003,
    split: 0.003,
    doubled: 0.001,
    wrapped: 0.05,
    glued: 0.12,
  },
} as const;

/** Old newspapers run their text round titles, boxes and pictures. */
const oldWrapped = 0.2;

/** A page on its way to paper. */
export interface Job {
  builder: Builder;
  layout: Layout;
  random: Random;
}

/** Sets a story, or a part of one, and writes it like an extraction. */
export function setPart(job: Job, story: GoldStory): void {
  const { builder, layout, random } = job;
  const { setup, strength } = layout;
  const usual = setup.em;
  if (random.chance(0.6))
    setup.em = clampEm(usual + random.pick([-5, -3, -1.5, -0.5, 0.5, 1, 2.5, 5]), usual);
  const side = sideOf(layout, random);
  const title = side === 'missing' ? [] : story.title;
  const caption = random.chance(layout.genre === 'news' ? 0.22 : layout.genre === 'speeches' ? 0.1 : 0)
    ? newCaption(story, random)
    : undefined;
  const opensFrame = random.chance(0.5);
  const isClose = random.chance(0.3);
  const glued = random.chance(rates[strength].glued)
    ? glueTitle(title, side === 'before' ? story.body[0] : caption)
    : undefined;
  const setTitle = () => {
    title.forEach((piece, at) => {
      const stands = { glued, opensFrame: opensFrame && at === 0, isClose };
      if (piece.measureEm === undefined) setTitlePiece(job, piece, stands);
      else setParagraph(job, piece, { opensFrame: false, isLead: false });
    });
  };
  if (side === 'before') setTitle();
  story.body.forEach((piece, at) => {
    const isFirst = at === 0 && (side !== 'before' || title.length === 0);
    if (piece.role === 'crosshead') setTitlePiece(job, piece, { isClose: false });
    else if (isPlain(piece)) setPlain(builder, piece, layout);
    else
      setParagraph(job, piece, {
        opensFrame: opensFrame && isFirst,
        isLead: at === 0,
        isGlued: glued?.to === piece,
      });
  });
  if (side === 'after') setTitle();
  if (caption) setCaption(job, caption, glued?.to === caption);
  if (random.chance(rates[strength].between)) setPlain(builder, newFurniture(random), layout);
}

/** True for a piece that keeps its own lines. */
function isPlain({ role, keepsLines }: GoldPiece): boolean {
  return role === 'table' || role === 'verse' || keepsLines === true;
}

function sideOf({ titles }: Layout, random: Random): 'after' | 'before' | 'missing' {
  if (titles === 'missing' && random.chance(0.3)) return 'after';
  if (titles !== 'mixed') return titles;
  return random.weighted([
    ['after', 5],
    ['before', 2.5],
    ['missing', 2.5],
  ] as const);
}

function setCaption({ builder, layout, random }: Job, piece: GoldPiece, isGlued: boolean): void {
  const number = builder.pieces.push(piece) - 1;
  const setup = {
    ...layout.setup,
    em: clampEm(layout.setup.em * random.pick([1, 1.5, 2]), layout.setup.em),
    indentEm: 0,
  };
  typeset(glyphsOf(piece.text, number), setup, random).forEach((line, index) => {
    if (index > 0 || !isGlued) separate(builder, layout, { isBlockStart: index === 0 });
    writeLine({ builder, layout, random }, line);
  });
}

function setParagraph(
  job: Job,
  piece: GoldPiece,
  { opensFrame, isLead, isGlued = false }: { opensFrame: boolean; isLead: boolean; isGlued?: boolean },
): void {
  const { builder, layout, random } = job;
  const number = builder.pieces.push(piece) - 1;
  const own = rates[layout.strength];
  const rate = layout.genre === 'old newspaper' ? { ...own, wrapped: oldWrapped } : own;
  const degrade = newDegrader(layout.strength, random);
  const setup = { ...layout.setup, tracking: trackingOf(layout, random) };
  if (piece.isFlush) setup.indentEm = 0;
  if (piece.measureEm !== undefined) {
    setup.em = piece.measureEm;
    setup.indentEm = 0;
  } else if (!isLead && random.chance(rate.wrapped)) {
    const from = random.integer(2, 5);
    setup.wrap = { from, to: from + random.integer(3, 40), em: random.pick([-7, -4, -3, 3, 4]) };
    if (random.chance(0.2)) setup.wrap = { from, to: 200, em: random.integer(2, 4) - setup.em };
  } else if (isLead && random.chance(rate.wrapped)) {
    // 嵌排: the first lines run in beside a large headline, in a few em.
    setup.wrap = { from: 0, to: random.integer(3, 8), em: random.integer(4, 8) - setup.em };
  }
  const lines = typeset(glyphsOf(piece.text, number), setup, random).map((line) => ({
    ...line,
    glyphs: degrade(line.glyphs),
  }));
  lines.forEach((line, index) => {
    const isMerged = index > 0 ? random.chance(rate.merged) : isGlued;
    if (index === 0 && opensFrame) openFrame(builder, layout);
    else if (!isMerged) separate(builder, layout, { isBlockStart: index === 0 });
    write(builder, '\u3000'.repeat(layout.levelEm), -1);
    if (index === 0 && !piece.isFlush && !isGlued) write(builder, shownIndent(layout), -1);
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

/** Writes one line; justification shows as spaces at the seams of Han and digits, all or none of them. */
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
    // A space at a line's end becomes the newline.
    if (index === 0 && blank && !line.isFirst) builder.owner[builder.owner.length - 1] = piece;
    for (const one of char) write(builder, one, one === '\u200b' ? -1 : piece);
  });
  if (line.hyphen) write(builder, line.hyphen, line.glyphs.at(-1)?.piece ?? -1);
}
