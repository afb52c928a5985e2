import type { SchemeId } from './schemes/schemes.js';
import type { Edge } from './schemes/sheet.js';

/** A page found on a printed side; lengths in mm from the side's lower left corner. */
export interface FoundPage {
  /** From 0. */
  page: number;
  isUpright: boolean;
  /** A place near the page's own left edge, the same on every page. */
  xMm: number;
  yMm: number;
}

/** A printed side of a sheet. */
export interface Side {
  widthMm: number;
  heightMm: number;
  pages: FoundPage[];
}

/** Handling of printed sheets: the knowledge of a person with a printer, a bone folder and a knife. */
export interface Handling {
  scheme: SchemeId;
  binding: Edge;
  /** Edge at which the printer turned each sheet over. */
  flip: 'short' | 'long';
  /** Two rows head to head: the upper piles get half a turn after cutting. */
  heads: 'up' | 'together';
  trimWidthMm: number;
  /** Removed from each leaf at the spine before it is glued; 0 where sheets keep their folds. */
  millMm: number;
  paperMm: number;
  /** Sheets of each signature, read from their marks. */
  signatures: readonly number[];
}

/** A page of the bound book, or a blank one. */
export interface BoundPage {
  /** Undefined where nothing is printed. */
  page: number | undefined;
  isUpright: boolean;
  /** Distance from the place of the page to the fore-edge after cutting, in mm. */
  toForeEdgeMm: number;
}

/** Both sides of a leaf in the book, in reading order. */
type Leaf = readonly [FoundPage | undefined, FoundPage | undefined];

/** A sheet with its back seen through the paper: the same place has the same coordinates. */
interface Paper {
  front: readonly FoundPage[];
  back: readonly FoundPage[];
  widthMm: number;
  heightMm: number;
}

/**
 * Folds, cuts and stacks printed sides as the scheme says and returns the pages of the book in reading order. It does
 * not know how pages were placed.
 */
export function foldBook(sides: readonly Side[], handling: Handling): BoundPage[] {
  switch (handling.scheme) {
    case 'saddle':
    case 'signatures':
      return foldSignatures(papers(sides, handling), handling);
    case 'stack':
      return cutAndStack(papers(sides, handling), handling);
    case 'stab':
      return sides.flatMap((side) => foldedLeaf(side, handling));
    case 'single':
      return sides.flatMap(({ pages: [page] }) => [boundAt(page, 0)]);
  }
}

/** Front and back of each sheet, the back seen through the front. */
function papers(sides: readonly Side[], { flip }: Handling): Paper[] {
  return sides.flatMap((front, index) => {
    const back = sides[index + 1];
    if (index % 2 === 1 || !back) return [];
    const isUprightSheet = front.heightMm > front.widthMm;
    const isVerticalAxis = (flip === 'long') === isUprightSheet;
    const through = (page: FoundPage): FoundPage =>
      isVerticalAxis
        ? { ...page, xMm: front.widthMm - page.xMm }
        : { ...page, yMm: front.heightMm - page.yMm, isUpright: !page.isUpright };
    return [
      {
        front: front.pages,
        back: back.pages.map(through),
        widthMm: front.widthMm,
        heightMm: front.heightMm,
      },
    ];
  });
}

function foldSignatures(sheets: readonly Paper[], handling: Handling): BoundPage[] {
  let at = 0;
  return handling.signatures.flatMap((count) => {
    const nested = sheets.slice(at, at + count);
    at += count;
    return foldSignature(nested, handling);
  });
}

/** Nested sheets: outward through the halves that come first, and back through the others. */
function foldSignature(nested: readonly Paper[], handling: Handling): BoundPage[] {
  const { binding, trimWidthMm, millMm, paperMm } = handling;
  const half = (sheet: Paper, side: Edge): Leaf => {
    const isThere = (page: FoundPage) => page.xMm < sheet.widthMm / 2 === (side === 'left');
    return [sheet.front.find(isThere), sheet.back.find(isThere)];
  };
  const bind = (sheet: Paper, layer: number, side: Edge, order: readonly (0 | 1)[]) => {
    const leaf = half(sheet, side);
    // The outer sheets wrap around each fold, so that its own part of the leaf is that much shorter.
    const cutMm = millMm + trimWidthMm - layer * paperMm;
    const foreEdgeMm = side === 'right' ? sheet.widthMm / 2 + cutMm : sheet.widthMm / 2 - cutMm;
    return order.map((which) => boundAt(leaf[which], foreEdgeMm));
  };
  const first = binding === 'left' ? 'right' : 'left';
  const second = binding === 'left' ? 'left' : 'right';
  return [
    ...nested.flatMap((sheet, layer) => bind(sheet, layer, first, [0, 1])),
    ...nested.flatMap((sheet, layer) => bind(sheet, layer, second, [1, 0])).reduce(inPairsReversed, []),
  ];
}

/** Leaves come back from the innermost to the outermost. */
function inPairsReversed(all: BoundPage[], page: BoundPage, index: number, list: BoundPage[]): BoundPage[] {
  if (index % 2 === 1) all.unshift(list[index - 1]!, page);
  return all;
}

/** The pile is cut in four, each pile is a run of leaves: upper left, upper right, lower left, lower right. */
function cutAndStack(sheets: readonly Paper[], { heads }: Handling): BoundPage[] {
  const quarters = [
    [false, true],
    [true, true],
    [false, false],
    [true, false],
  ] as const;
  return quarters.flatMap(([isRight, isUpper]) =>
    sheets.flatMap(({ front, back, widthMm, heightMm }) => {
      const isThere = ({ xMm, yMm }: FoundPage) =>
        xMm > widthMm / 2 === isRight && yMm > heightMm / 2 === isUpper;
      const leaf = [boundAt(front.find(isThere), 0), boundAt(back.find(isThere), 0)];
      return isUpper && heads === 'together' ? leaf.map(halfTurned) : leaf;
    }),
  );
}

const halfTurned = (page: BoundPage): BoundPage =>
  page.page === undefined ? page : { ...page, isUpright: !page.isUpright };

/** A leaf folded at its fore-edge: the left part is read first where the spine is at the left. */
function foldedLeaf({ pages, widthMm }: Side, { binding }: Handling): BoundPage[] {
  const left = pages.find(({ xMm }) => xMm < widthMm / 2);
  const right = pages.find(({ xMm }) => xMm > widthMm / 2);
  const halves = binding === 'left' ? [left, right] : [right, left];
  return halves.map((page) => boundAt(page, widthMm / 2));
}

function boundAt(page: FoundPage | undefined, foreEdgeMm: number): BoundPage {
  if (!page) return { page: undefined, isUpright: true, toForeEdgeMm: Number.NaN };
  return { page: page.page, isUpright: page.isUpright, toForeEdgeMm: Math.abs(foreEdgeMm - page.xMm) };
}
