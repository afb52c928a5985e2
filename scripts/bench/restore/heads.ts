import type { Random } from '../random.js';
import { type Builder, type Layout, separate, write } from './layout.js';
import type { GoldPiece } from './page.js';

interface Job {
  builder: Builder;
  layout: Layout;
  random: Random;
}

/** Two pieces that the extraction ran together in one line. */
export interface Glued {
  /** Nothing parts this piece from the one before. */
  to: GoldPiece;
}

/** A title whose headline runs into the byline or the caption behind it. */
export function glueTitle(title: readonly GoldPiece[], caption: GoldPiece | undefined): Glued | undefined {
  const byline = title.find(({ role }, index) => role === 'byline' && title[index - 1]?.role === 'headline');
  const to =
    byline ?? (title.at(-1)?.role === 'headline' && /^\d/u.test(caption?.text ?? '') ? caption : undefined);
  return to && { to };
}

/** Titles are single lines, wider than the column or not; sometimes letter-spaced, doubled, or parted at a phrase. */
export function setTitlePiece({ builder, layout, random }: Job, piece: GoldPiece, glued?: Glued): void {
  const number = builder.pieces.push(piece) - 1;
  const phrases = piece.role === 'headline' && random.chance(0.5) ? piece.text.split('\u3000') : [piece.text];
  phrases.forEach((phrase, index) => {
    const isGlued = index === 0 && glued?.to === piece;
    if (!isGlued) separate(builder, layout, { isBlockStart: index === 0, owner: index === 0 ? -1 : number });
    const isNoisy =
      layout.strength !== 'clean' && !isGlued && !/[—\u3000]/u.test(phrase) && phrase.length >= 5;
    if (isNoisy && random.chance(0.06)) {
      for (const char of [...phrase].join(' ')) write(builder, char, char === ' ' ? -1 : number);
    } else if (isNoisy && random.chance(0.02)) {
      write(builder, [...phrase].map((char) => char + char).join(''), number);
    } else write(builder, phrase.replaceAll('\u3000', random.chance(0.5) ? ' ' : '\u3000'), number);
  });
}

/** Writes a piece whose lines are its own: furniture, verse, a table's rows with tabs between their cells. */
export function setPlain(builder: Builder, piece: GoldPiece, layout: Layout): void {
  const number = builder.pieces.push(piece) - 1;
  piece.text.split('\n').forEach((line, index) => {
    separate(builder, layout, { isBlockStart: index === 0, owner: index === 0 ? -1 : number });
    write(builder, piece.role === 'table' ? line.replaceAll('\u3000', '\t') : line, number);
  });
}
