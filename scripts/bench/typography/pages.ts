import { isHan } from '../../text/characters.js';
import { type Check, checked, describe } from './check.js';
import type { SetBlock, SetBook } from './read.js';

const isHeading = ({ type }: SetBlock) => /^H\d$/.test(type);
/** Lines of a block on one page. */
const linesOn = ({ lines }: SetBlock, page: number) => lines.filter((line) => line.page === page).length;
const pagesOf = ({ lines }: SetBlock) => [...new Set(lines.map(({ page }) => page))];

export const pageChecks: readonly Check[] = [
  {
    name: 'no lone character (孤字) and no lone dash as a last line; a character with a dash is allowed',
    run: ({ blocks }) =>
      checked(
        blocks.filter(({ isBody, lines }) => isBody && lines.length > 1),
        ({ lines }) => {
          const last = lines.at(-1)!;
          // A number or a Latin word is more than one; a character with a dash is three em wide.
          const letters = [...last.text].filter((char) => isHan(char) || /[0-9０-９A-Za-z]/.test(char));
          const hasDash = letters.length === 1 && /——|……/.test(last.text);
          return letters.length < 2 && !hasDash ? describe(last) : undefined;
        },
      ),
  },
  {
    name: 'no last line alone at a page’s head, no first one alone under a heading',
    run: ({ blocks }) =>
      checked(
        blocks.filter((block) => block.isBody && pagesOf(block).length > 1),
        (block) => {
          const [first, last] = [pagesOf(block)[0]!, pagesOf(block).at(-1)!];
          const before = blocks[blocks.indexOf(block) - 1];
          const isUnderHeading = before !== undefined && isHeading(before);
          const isAlone = linesOn(block, last) < 2 || (isUnderHeading && linesOn(block, first) < 2);
          return isAlone ? describe(block.lines.at(-1)!) : undefined;
        },
      ),
  },
  {
    name: 'no heading at a page’s foot',
    run: ({ blocks }) =>
      checked(blocks.filter(isHeading), (heading) => {
        const next = blocks[blocks.indexOf(heading) + 1];
        const last = heading.lines.at(-1)!;
        return next && next.lines[0]!.page !== last.page ? describe(last) : undefined;
      }),
  },
  {
    name: 'pages full, or short for a reason',
    run: (set) => {
      const pages = bodyPages(set);
      return checked(pages, (page) => reasonOf(set, page));
    },
  },
  {
    name: 'facing pages end on the same line, but before headings and ends',
    run: (set) => {
      const pages = new Set(bodyPages(set));
      const versos = [...pages].filter((page) => page % 2 === 1 && pages.has(page + 1));
      return checked(versos, (page) => unequal(set, page));
    },
  },
  {
    name: 'three lines at least on a story’s last page',
    run: (set) =>
      checked(bodyPages(set), (page) => {
        const lines = set.blocks.flatMap((block) => block.lines).filter((line) => line.page === page);
        const count = new Set(lines.map(({ y }) => Math.round(y))).size;
        return count < 3 ? describe(lines[0]!) : undefined;
      }),
  },
];

/** The fault of a spread whose pages end on different lines; none where a heading or nothing follows the shorter. */
function unequal(set: SetBook, verso: number): string | undefined {
  const { linePt } = set.book.typeArea;
  const feet = [verso, verso + 1].map((page) => lowestOn(set, page));
  const difference = Math.round((feet[0]! - feet[1]!) / linePt);
  if (difference === 0) return undefined;
  const shorter = difference < 0 ? verso : verso + 1;
  const blocks = set.blocks.filter(({ isNote }) => !isNote);
  const last = blocks.findLastIndex((block) => pagesOf(block).includes(shorter));
  const goesOn = pagesOf(blocks[last]!).at(-1)! > shorter;
  const next = blocks[last + 1];
  const hasReason = !goesOn && (!next || isHeading(next) || !next.isBody || !/^[PL]/.test(next.type));
  return hasReason ? undefined : `${Math.abs(difference)} lines on page ${shorter + 1}`;
}

/** The lowest base line of a page, which may be that of a note. */
const lowestOn = ({ blocks }: SetBook, page: number) =>
  Math.max(...blocks.flatMap((block) => block.lines.filter((line) => line.page === page)).map(({ y }) => y));

/** Pages from which running text continues. */
function bodyPages({ blocks }: SetBook): number[] {
  const pages = new Set(blocks.filter(({ isBody }) => isBody).flatMap(pagesOf));
  return [...pages].sort((a, b) => a - b);
}

/** Lines by which both pages of a spread may be short. */
const mostTogether = 2;

/** The fault of a page's foot; none if it is full, or as full as its next block allows. */
function reasonOf(set: SetBook, page: number): string | undefined {
  const { topPt, linePt, lines } = set.book.typeArea;
  const lowest = lowestOn(set, page);
  const missing = lines - Math.ceil((lowest - topPt) / linePt);
  // Columns are balanced, and each keeps its first and last lines from being alone.
  const isInColumns = /--columns:\s*[2-9]/.test(set.book.css.join('\n'));
  if (missing <= (isInColumns ? 1 : 0)) return undefined;
  // 齐脚: both pages of a spread end early, so that they are level.
  const other = page % 2 === 1 ? page + 1 : page - 1;
  if (missing <= mostTogether && Math.abs(lowestOn(set, other) - lowest) < linePt / 2) return undefined;
  const blocks = set.blocks.filter(({ isNote }) => !isNote);
  const last = blocks.findLastIndex((block) => pagesOf(block).includes(page));
  const current = blocks[last]!;
  // A paragraph that continues: a line was held back so that none is alone on the next page.
  if (pagesOf(current).at(-1)! > page)
    return missing === 1 && linesOn(current, page + 1) === 2
      ? undefined
      : `${missing} lines on page ${page + 1}`;
  const next = blocks[last + 1];
  if (!next || isHeading(next) || !next.isBody || next.lines[0]!.page > page + 1) return undefined;
  // A paragraph that would leave its first line alone here, or that has only three lines.
  if (missing === 1) return undefined;
  if (missing === 2 && next.lines.length === 3) return undefined;
  return `${missing} lines on page ${page + 1}, before “${next.text.slice(0, 8)}…”`;
}
