import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Trim } from '../../typeset/book/trim.js';
import { type Press, thicknessOf } from './press.js';
import { schemes } from './schemes/schemes.js';
import type { Cell, Edge, Plan, Task } from './schemes/sheet.js';
import { type NamedSheet, neededSize, sheetFor } from './sheet-size.js';

/** The book that is imposed. */
export interface PressBook {
  pages: number;
  trim: Trim;
  binding: Edge;
  /** White at the spine of a page, if known: creep must leave some of it. */
  innerMm?: number;
}

export interface PressPlan extends Plan {
  sheet: NamedSheet;
  paperMm: number;
  /** Edge at which the printer must turn the sheets over. */
  flip: 'short' | 'long';
}

/** Part of the white at the spine that creep must leave: less is unreadable in the fold. In millimetres. */
const leastInnerMm = 5;

/**
 * 拼版: the place of each page on the sheets.
 *
 * @throws a problem with the numbers where folding is impossible: a sheet too small, a number of pages that the scheme
 * does not allow, creep that exceeds the margin.
 */
export function planSheets(book: PressBook, press: Press): PressPlan {
  const scheme = schemes[press.scheme];
  if (book.pages < 1 || book.pages % scheme.multiple !== 0)
    throw problem(say('pages-not-bound', book.pages, scheme.name, scheme.multiple), {
      ruleId: 'press',
      note: say('build-with-press'),
    });
  if (press.heads === 'together' && scheme.rows === 1)
    throw problem(say('one-row', scheme.name), { ruleId: 'press', note: say('heads-up') });
  const gaps = { spineGapMm: 2 * press.mill, cutGapMm: press.scheme === 'stack' ? 2 * press.bleed : 0 };
  const between = press.scheme === 'signatures' ? gaps.spineGapMm : gaps.cutGapMm;
  const needed = neededSize(book.trim, scheme, { xMm: between, yMm: gaps.cutGapMm });
  const sheet = sheetFor(press.sheet, press.scheme === 'single' ? withRoom(needed, press) : needed);
  const paperMm = thicknessOf(press);
  const task: Task = {
    ...gaps,
    spineGapMm: press.scheme === 'signatures' ? gaps.spineGapMm : 0,
    pages: book.pages,
    trim: book.trim,
    binding: book.binding,
    sheet,
    heads: press.heads,
    sheetsInSignature: press.sheets,
    paperMm,
  };
  const plan = scheme.plan(task);
  refuseCreep(plan, book, press);
  const flip = press.flip ?? uprightFlip(sheet);
  const sheets = plan.sheets.map((one) => turnedOver(one, { sheet, flip, trim: book.trim }));
  return { ...plan, sheets, sheet, paperMm, flip };
}

/** Space for crop marks and bleed around a single page. */
export const slugMm = 10;
const withRoom = ({ widthMm, heightMm }: { widthMm: number; heightMm: number }, { sheet, bleed }: Press) =>
  sheet === undefined
    ? { widthMm: widthMm + 2 * (bleed + slugMm), heightMm: heightMm + 2 * (bleed + slugMm) }
    : { widthMm, heightMm };

function refuseCreep({ sheets }: Plan, { innerMm }: PressBook, press: Press): void {
  const cells = sheets.flatMap(({ front }) => front);
  const creepMm = Math.max(0, ...cells.map((cell) => cell.creepMm));
  if (innerMm === undefined || creepMm <= Math.max(0, innerMm - leastInnerMm)) return;
  const layers = Math.max(...sheets.map(({ layer }) => layer)) + 1;
  const most = Math.max(1, Math.floor((innerMm - leastInnerMm) / thicknessOf(press)) + 1);
  throw problem(
    say('too-much-creep', creepMm.toFixed(1), layers, thicknessOf(press), innerMm.toFixed(1), leastInnerMm),
    {
      ruleId: 'press',
      note: say('fewer-sheets', most),
    },
  );
}

/** The edge that a sheet turns at like the page of a book: the upright one. */
const uprightFlip = ({ widthMm, heightMm }: NamedSheet) => (heightMm > widthMm ? 'long' : 'short');

/**
 * Schemes describe the back as seen when the sheet is turned like a page of a book. For a printer that turns it over at
 * the other edge the back must be printed upside down.
 */
function turnedOver(
  { back, ...one }: Plan['sheets'][number],
  { sheet, flip, trim }: { sheet: NamedSheet; flip: 'short' | 'long'; trim: Trim },
): Plan['sheets'][number] {
  if (!back) return one;
  const isUpright = flip === uprightFlip(sheet);
  return { ...one, back: isUpright ? back : back.map((cell) => onItsHead(cell, sheet, trim)) };
}

/** A cell of a sheet rotated by 180°. */
const onItsHead = (cell: Cell, sheet: NamedSheet, trim: Trim): Cell => ({
  ...cell,
  xMm: sheet.widthMm - cell.xMm - trim.widthMm,
  yMm: sheet.heightMm - cell.yMm - trim.heightMm,
  turned: !cell.turned,
});
