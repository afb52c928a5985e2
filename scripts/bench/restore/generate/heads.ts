import type { Random } from '../../random.js';
import type { GoldPiece } from '../gold.js';
import { type Builder, type Layout, openFrame, separate, write } from './layout.js';
import { glyphsOf, typeset } from './typesetter.js';

interface Job {
  builder: Builder;
  layout: Layout;
  random: Random;
}

/** Two pieces that the extraction merged into one line. */
export interface Glued {
  /** The piece that follows without separation. */
  to: GoldPiece;
}

/** A title whose headline runs into the byline after it, or into the caption or the 电头 that stands there. */
export function glueTitle(title: readonly GoldPiece[], next: GoldPiece | undefined): Glued | undefined {
  const byline = title.find(({ role }, index) => role === 'byline' && title[index - 1]?.role === 'headline');
  const isKnown = /^(?:\d|本报讯|新华社)/u.test(next?.text ?? '');
  const to = byline ?? (title.at(-1)?.role === 'headline' && isKnown ? next : undefined);
  return to && { to };
}

/** Position of a title among other lines. */
interface Standing {
  glued?: Glued | undefined;
  /** True for the first of a frame. */
  opensFrame?: boolean;
  /** True if its lines are closer to each other than lines of text. */
  isClose?: boolean;
}

/** Titles have their own lines, wider than the column or not; letter-spaced, doubled, split anywhere or at a phrase. */
export function setTitlePiece(
  { builder, layout, random }: Job,
  piece: GoldPiece,
  { glued, opensFrame = false, isClose = false }: Standing = {},
): void {
  const number = builder.pieces.push(piece) - 1;
  // A headline is set wide in all of its rows, or in one that was too short.
  const isWide = layout.strength !== 'clean' && random.chance(0.06);
  rowsOf(piece, layout, random).forEach(({ text, blank }, index) => {
    const isGlued = index === 0 && glued?.to === piece;
    const owner = index > 0 && blank ? number : -1;
    if (index === 0 && opensFrame) openFrame(builder, layout);
    else if (!isGlued) separate(builder, layout, { isBlockStart: index === 0, owner, isRow: isClose });
    if (piece.role === 'crosshead') write(builder, '\u3000'.repeat(layout.levelEm >> 1), -1);
    const isNoisy = layout.strength !== 'clean' && !isGlued && !/[—\u3000]/u.test(text) && text.length >= 5;
    if (isNoisy && (isWide || random.chance(0.03))) {
      for (const char of [...text].join(' ')) write(builder, char, char === ' ' ? -1 : number);
    } else if (isNoisy && random.chance(0.02)) {
      write(builder, [...text].map((char) => char + char).join(''), number);
    } else write(builder, text.replaceAll('\u3000', random.chance(0.5) ? ' ' : '\u3000'), number);
  });
}

interface HeadRow {
  text: string;
  /** True if an intended space separates it from the row before. */
  blank: boolean;
}

/** Splits a headline at its phrases or where its measure is full, a crosshead at its column's measure. */
function rowsOf({ role, text }: GoldPiece, { setup }: Layout, random: Random): HeadRow[] {
  const phrases = role === 'headline' && random.chance(0.5) ? text.split('\u3000') : [text];
  const most = role === 'crosshead' || role === 'deck' ? setup.em : random.integer(10, 40);
  return phrases.flatMap((phrase) => {
    const isLong = phrase.length > most + 1 && (role !== 'headline' || random.chance(0.4));
    if (!isLong) return [{ text: phrase, blank: true }];
    const { wrap: _, ...plain } = setup;
    const title = { ...plain, em: Math.max(8, most), indentEm: 0, raggedEm: 0 };
    return typeset(glyphsOf(phrase, 0), title, random).map(({ glyphs }, index) => ({
      text: glyphs.map(({ char, blank }, at) => (at > 0 ? blank + char : char)).join(''),
      blank: index === 0 || glyphs[0]!.blank !== '',
    }));
  });
}

/** Writes a piece that keeps its lines: furniture, verse, a table's rows with tabs between their cells. */
export function setPlain(builder: Builder, piece: GoldPiece, layout: Layout): void {
  const number = builder.pieces.push(piece) - 1;
  piece.text.split('\n').forEach((line, index) => {
    separate(builder, layout, { isBlockStart: index === 0, owner: index === 0 ? -1 : number });
    write(builder, piece.role === 'table' ? line.replaceAll('\u3000', '\t') : line, number);
  });
}
