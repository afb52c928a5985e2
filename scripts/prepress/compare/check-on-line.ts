import { isHan } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import type { Box } from '../read/matrix.js';
import { placeSize } from '../read/page-text.js';
import { type Line, linesOf } from './lines-of.js';
import { isDown, lying, lyingBox } from './lying.js';
import { findingAt, type Paper, type Place } from './paper.js';

const remedy = 'Take back what moves or strikes it in the style sheet, or print again.';

/** A superscript stands at least this much over the base line of its word, in em, a subscript under it. */
const leastRaised = 0.1;
const leastLowered = 0.03;

/** 上下标: 2 of x² is above the base line of x, that of H₂O below it; calls of notes are compared with their notes. */
export function checkRaised(paper: Paper): Finding[] {
  const { leaves, leafAt } = paper.written;
  return leafAt.flatMap((leaf, at): Finding[] => {
    const side = leaf === leafAt[at - 1] ? undefined : sideOf(paper, at);
    const beside = side && wordBeside(paper, at);
    if (!beside) return [];
    const rise = (placeOnLine(paper, at).y - beside.y) / beside.size;
    if (side === 'sup' ? rise > leastRaised : rise < -leastLowered) return [];
    const problem = `does not stand ${side === 'sup' ? 'above' : 'below'} the line`;
    return leaves[leaf]!.calls === undefined
      ? [findingAt(paper, at, { rule: 'out-of-order', problem, remedy })]
      : [];
  });
}

/** Where a character belongs; undefined in the line, and where a raised one is within another. */
function sideOf({ written: { leaves, leafAt } }: Paper, at: number): 'sup' | 'sub' | undefined {
  const own = leaves[leafAt[at]!]!.tags.filter((tag) => tag === 'sup' || tag === 'sub');
  return own.length === 1 ? (own[0] as 'sup' | 'sub') : undefined;
}

/** The character before or else behind that stands in the line itself. */
function wordBeside(paper: Paper, at: number): Place | undefined {
  const { leaves, leafAt } = paper.written;
  const own = placeOnLine(paper, at);
  for (const next of [at - 1, at + 1]) {
    const leaf = leaves[leafAt[next] ?? -1];
    if (leaf?.block !== leaves[leafAt[at]!]!.block || leaf.tags.some((tag) => /^su[bp]$/.test(tag))) continue;
    const place = placeOnLine(paper, next);
    if (place.page === own.page && Math.abs(place.y - own.y) < place.size) return place;
  }
  return undefined;
}

const placeOnLine = (paper: Paper, at: number) => {
  const place = paper.placeOf(at);
  return isDown(paper, paper.runOf(at)) ? lying(place) : place;
};

/** Heights over the base line, in em, between which a rule crosses letters: rules under and over words are outside. */
const [lowest, highest] = [0.12, 0.65] as const;
/** A rule is no thicker than this, in points; what is thicker hides letters, which is looked at. */
const thinPt = 3;
/** It crosses so much of a line, in em. */
const leastCrossed = 0.8;

/** 删除线: no words are struck out that the manuscript does not strike out. */
export function checkStruck(paper: Paper): Finding[] {
  const { leaves } = paper.written;
  const rules = new Map<number, Box[]>();
  for (const [page, paths] of paper.paths) {
    const thin = paths.map(({ box }) => box).filter((box) => isThin(box) || isThin(lyingBox(box)));
    if (thin.length > 0) rules.set(page, thin);
  }
  return linesOf(paper).flatMap((line) => {
    if (!leaves[line.leaf]!.tags.every((tag) => !/^(?:s|del|strike)$/.test(tag))) return [];
    const over = (rules.get(line.page) ?? []).find((box) => crosses(line.isDown ? lyingBox(box) : box, line));
    if (!over) return [];
    const problem = 'is struck through, which the manuscript does not say';
    return [findingAt(paper, line.start, { rule: 'covered', problem, remedy })];
  });
}

const isThin = ([left, bottom, right, top]: Box) => top - bottom <= thinPt && right - left > 2 * thinPt;

function crosses(box: Box, { left, right, y, size }: Line): boolean {
  const height = ((box[1] + box[3]) / 2 - y) / size;
  const shared = Math.min(right, box[2]) - Math.max(left, box[0]);
  return isThin(box) && height > lowest && height < highest && shared > leastCrossed * size;
}

/** Sizes of one text differ by no more than this share, which a browser's rounding makes. */
const mostUneven = 0.02;

/** Sizes of the Han characters of one text: how many outside of its first line, how many in all, and the first. */
type Sizes = Map<number, { below: number; count: number; first: number }>;

/** 字号: the characters of one text are of one size; only its initial and its first line may be larger. */
export function checkSizes(paper: Paper): Finding[] {
  return [...sizesOf(paper).values()].flatMap((sizes) => {
    if (sizes.size < 2) return [];
    const all = [...sizes].map(([size, one]) => ({ size, ...one }));
    const isOneLine = all.every(({ below }) => below === 0);
    const weight = ({ below, count }: { below: number; count: number }) => (isOneLine ? count : below);
    const usual = all.reduce((one, other) => (weight(other) > weight(one) ? other : one)).size;
    return all.flatMap(({ size, below, first }): Finding[] => {
      const share = size / usual - 1;
      if (Math.abs(share) <= mostUneven || (share > 0 && below === 0)) return [];
      const problem = `is set in ${size.toFixed(1)} pt, and the rest of its text in ${usual.toFixed(1)} pt`;
      return [findingAt(paper, first, { rule: 'size', problem, remedy })];
    });
  });
}

/** The sizes by block and by what its elements say: words of one kind. */
function sizesOf({ runs, starts, written }: Paper): Map<string, Sizes> {
  const { leaves, leafAt } = written;
  const texts = new Map<string, Sizes>();
  const origins = new Map<number, { page: number; x: number; y: number }>();
  let last = -1;
  let key = '';
  let origin = { page: -1, x: 0, y: 0 };
  let sizes: Sizes | undefined;
  // Nearly always the one of the character before.
  let known: { below: number; count: number; first: number } | undefined;
  let knownSize = Number.NaN;
  for (const [index, { characters, places, page }] of runs.entries())
    for (let at = 0; at < characters.length; at++) {
      const leaf = leafAt[starts[index]! + at]!;
      const from = at * placeSize;
      const x = places[from]!;
      const y = places[from + 1]!;
      const size = places[from + 2]!;
      if (leaf !== last) {
        const { block, tags, classes, lang } = leaves[leaf]!;
        key = `${block} ${lang} ${tags.join(' ')} ${classes.join(' ')}`;
        sizes = texts.get(key);
        known = undefined;
        origin = origins.get(block) ?? { page, x, y };
        origins.set(block, origin);
      }
      last = leaf;
      if (!isHan(characters[at]!)) continue;
      // Lines run across or down.
      const isFirst =
        origin.page === page && Math.min(Math.abs(y - origin.y), Math.abs(x - origin.x)) < size / 2;
      if (!sizes) {
        sizes = new Map();
        texts.set(key, sizes);
      }
      if (!known || size !== knownSize) {
        const rounded = Math.round(50 * size) / 50;
        known = sizes.get(rounded) ?? { below: 0, count: 0, first: starts[index]! + at };
        sizes.set(rounded, known);
        knownSize = size;
      }
      known.count++;
      if (!isFirst) known.below++;
    }
  return texts;
}
