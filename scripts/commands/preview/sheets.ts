import type { Place } from '../../config.js';
import { feedingOf } from '../../prepress/impose/feed.js';
import { planSheets } from '../../prepress/impose/plan-sheets.js';
import { pressFor } from '../../prepress/impose/press.js';
import type { Cell } from '../../prepress/impose/schemes/sheet.js';
import type { ShownSheets, ShownSide } from '../../preview/layout/shown-sheets.js';
import type { Book } from '../../typeset/book/galley.js';

const pxPerMm = 96 / 25.4;
const pointsPerMm = 72 / 25.4;

/**
 * The sheets of a book that has a press file; undefined where none is wanted.
 *
 * @param inside pages between the covers, from 0.
 * @throws a problem with the numbers when the book cannot be folded this way.
 */
export function sheetsOf(
  { publication }: Place,
  edition: string,
  book: Book,
  inside: readonly number[],
): ShownSheets | undefined {
  const press = pressFor(publication.press, edition);
  if (!press) return undefined;
  const { trim, typeArea, progression } = book;
  const plan = planSheets(
    {
      pages: inside.length,
      trim,
      binding: progression === 'ltr' ? 'left' : 'right',
      innerMm: typeArea.innerPt / pointsPerMm,
    },
    press,
  );
  const { heightMm } = plan;
  const shown = ({ page, xMm, yMm, turned }: Cell) =>
    page === undefined
      ? []
      : [
          {
            page: inside[page]!,
            left: xMm * pxPerMm,
            // Sheets are measured from their foot, screens from the head.
            top: (heightMm - yMm - trim.heightMm) * pxPerMm,
            turned,
          },
        ];
  const sides = plan.sheets.flatMap(({ front, back }, index): ShownSide[] => [
    { sheet: index + 1, isBack: false, cells: front.flatMap(shown) },
    ...(back ? [{ sheet: index + 1, isBack: true, cells: back.flatMap(shown) }] : []),
  ]);
  return {
    width: plan.widthMm * pxPerMm,
    height: heightMm * pxPerMm,
    sides,
    feed: feedingOf(plan, press),
  };
}
