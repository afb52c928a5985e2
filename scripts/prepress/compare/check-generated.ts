import { numeralValue } from '../../text/numeral.js';
import { isRightToLeft } from '../check/reading-order.js';
import type { Range } from '../expect/written.js';
import { type Finding, placeName, positionOf } from '../finding.js';
import { type Box, boxAround } from '../read/matrix.js';
import type { TaggedRun } from '../read/page-text.js';
import type { StructureElement } from '../read/read-structure.js';
import { linesOn } from './lines-of.js';
import { isDown, lying, lyingBox } from './lying.js';
import { findingAt, type Paper, type Place } from './paper.js';

const remedy = 'Take back what hides or changes it in the style sheet, or print again.';

/** A run of generated text that is not in the manuscript, all pieces of one element together. */
interface Generated {
  text: string;
  page: number;
  box: Box;
  /** Number of manuscript characters before it. */
  at: number;
}

function generatedOf({ generated }: Paper, type: string): Generated[] {
  const byElement = new Map<StructureElement, { run: TaggedRun; at: number }[]>();
  for (const one of generated) {
    const element = elementOf(one.run.element, type);
    if (!element) continue;
    const list = byElement.get(element);
    if (list) list.push(one);
    else byElement.set(element, [one]);
  }
  return [...byElement.values()].map((parts) => ({
    text: parts.flatMap(({ run }) => run.characters).join(''),
    page: parts[0]!.run.page,
    box: boxAround(parts.flatMap(({ run }) => (run.box ? [run.box] : []))) ?? [0, 0, 0, 0],
    at: parts[0]!.at,
  }));
}

function elementOf(element: StructureElement | undefined, type: string): StructureElement | undefined {
  for (let at = element; at; at = at.parent) if (at.type === type) return at;
  return undefined;
}

/** 注音: every reading of the book is printed, over or beside its characters. */
export function checkReadings(paper: Paper): Finding[] {
  const found = generatedOf(paper, 'RT').filter(({ text }) => text !== '');
  const { readings } = paper.written;
  const wrong = readings.findIndex(({ text }, index) => found[index]?.text !== text);
  if (wrong >= 0) {
    const { start, text } = readings[wrong]!;
    const shown = found[wrong]?.text;
    const problem = `has the reading ${shown ? `“${shown}”` : 'of none'}, expected “${text}”`;
    return [findingAt(paper, start, { rule: 'reading', problem, remedy })];
  }
  const more = found[readings.length];
  if (more) return [strayAt(paper, more, 'is a reading that is not in the manuscript')];
  const sides = readings.map((reading, index) => sideOf(paper, reading, found[index]!));
  // 注音在下: a style sheet that puts readings below does so with all of them.
  const isBelow =
    paper.written.isReadBelow && sides.filter((side) => side === 'below').length > sides.length / 2;
  return readings.flatMap(({ start }, index) => {
    const side = sides[index];
    if (side === 'beside' || side === (isBelow ? 'below' : 'above')) return [];
    const problem = `has its reading “${found[index]!.text}” somewhere else`;
    return [findingAt(paper, start, { rule: 'reading', problem, remedy })];
  });
}

/** The side of its characters on which a reading is; undefined if it is not near them. */
type Side = 'above' | 'below' | 'beside' | undefined;

function sideOf(paper: Paper, { start, end }: Range, found: Generated): Side {
  const [first, last] = [placeOnLine(paper, start), placeOnLine(paper, end - 1)];
  const reading = isDown(paper, paper.runOf(start)) ? lyingOn(found) : found;
  return sideAt(reading, { first, last, ...whiteAround(paper, { start, end }) });
}

const placeOnLine = (paper: Paper, character: number) => {
  const place = paper.placeOf(character);
  return isDown(paper, paper.runOf(character)) ? lying(place) : place;
};

const lyingOn = (one: Generated): Generated => ({ ...one, box: lyingBox(one.box) });

function strayAt({ reading }: Paper, { text, page, box }: Generated, problem: string): Finding {
  const position = positionOf(reading.pages[page]!, box);
  const message = `“${text}” on ${placeName(page + 1, position)} ${problem}`;
  return { rule: 'stray', page: page + 1, position, characters: text, message, remedy };
}

/** Largest white between the characters of a loose line, in em. */
const mostLoose = 1.5;

/** White beside characters in a loose line, which belongs to them; at the line's ends a reading may overhang. */
function whiteAround(paper: Paper, { start, end }: Range): { before: number; behind: number } {
  const { leaves, leafAt } = paper.written;
  const blockOf = (character: number) => leaves[leafAt[character]!]!.block;
  const between = (one: number, other: number) => {
    const [from, to] = [placeOnLine(paper, one), placeOnLine(paper, other)];
    const isOneLine = from.page === to.page && Math.abs(from.y - to.y) < 0.3 * Math.max(from.size, to.size);
    const white = to.x - from.x - from.advance;
    // What is farther belongs to another cell or column.
    return isOneLine && to.x > from.x && white < mostLoose * from.size && blockOf(one) === blockOf(other)
      ? Math.max(0, white)
      : 0.6 * from.size;
  };
  return {
    before: start > 0 ? between(start - 1, start) : 0,
    behind: end < paper.written.characters.length ? between(end - 1, end) : 0,
  };
}

/**
 * Above or below, centred on the characters, or to the right of the last, including the white before and after them.
 */
function sideAt(
  { page, box }: Generated,
  { first, last, before, behind }: { first: Place; last: Place; before: number; behind: number },
): Side {
  if (page !== first.page && page !== last.page) return undefined;
  const [left, bottom, right, top] = box;
  const isOneLine = last.page === first.page && Math.abs(last.y - first.y) < first.size;
  const [from, to] = isOneLine ? [first.x, last.x + last.advance] : [first.x, first.x + first.advance];
  const away = (left + right) / 2 - (from + to) / 2;
  const slack = Math.max(0.35 * first.size, (to - from) * 0.3);
  const isOver = away > -slack - before && away < slack + behind;
  const height = bottom - first.y;
  if ((isOver && height > 0.4 * first.size) || !isOneLine)
    return height > 0.4 * first.size && height < 1.6 * first.size ? 'above' : undefined;
  const depth = first.y - top;
  if (isOver && depth > -0.1 * first.size) return depth < 0.8 * first.size ? 'below' : undefined;
  const isRight = left > last.x + 0.5 * last.size && left < last.x + 1.6 * last.size + behind;
  // Its foot is beside the character: one above the next character is that one's.
  return isRight && bottom < last.y + 0.75 * last.size && top > last.y - 0.3 * last.size
    ? 'beside'
    : undefined;
}

/** 编号: every item of a numbered list has its number before it, and one of a list with points none. */
export function checkLabels(paper: Paper): Finding[] {
  const found = generatedOf(paper, 'Lbl');
  const byPlace = new Map(found.map((one) => [one.at, one]));
  const expected = paper.written.labels.filter(({ at }, index, all) => all[index + 1]?.at !== at);
  const findings = expected.flatMap(({ at, number }) => {
    const label = byPlace.get(at);
    byPlace.delete(at);
    const shown = label && numeralValue(label.text);
    if (number === shown || at >= paper.written.characters.length) return [];
    const is = label ? `the label “${label.text}”` : 'no label';
    const problem = `is an item with ${is}, expected ${number === undefined ? 'a point' : `number ${number}`}`;
    return [findingAt(paper, at, { rule: 'label', problem, remedy })];
  });
  const stray = [...byPlace.values()].map((label) => strayAt(paper, label, 'is a label without an item'));
  return [...findings, ...stray, ...misplacedLabels(paper, found)];
}

/** Labels that are not before their item in its first line. */
function misplacedLabels(paper: Paper, labels: readonly Generated[]): Finding[] {
  return labels.flatMap(({ at, box, page, text }) => {
    if (at >= paper.written.characters.length) return [];
    const item = placeOnLine(paper, at);
    const [left, bottom, right, top] = isDown(paper, paper.runOf(at)) ? lyingBox(box) : box;
    // The first glyph of an Arabic letter may be its dot, below the line.
    const [low, high] = [Math.min(item.bottom, item.y), Math.max(item.top, item.y + item.size / 2)];
    // In a list that runs from the right, it stands there.
    const isRight = isRightToLeft(paper.written.characters[at]!) && right > item.right;
    const isBefore = page === item.page && bottom < high && top > low - 1 && (left < item.left || isRight);
    // 编号在内: a number set inside its item, before a paragraph, has a line of its own above that.
    const isAbove =
      page === item.page &&
      bottom > item.top - 1 &&
      bottom - item.top < 1.5 * item.size &&
      Math.abs(left - item.left) < 3 * item.size &&
      !linesOn(paper, page).some((line) => line.bottom < top && line.top > bottom);
    if (isBefore || isAbove) return [];
    const problem = `has its label “${text}” somewhere else`;
    return [findingAt(paper, at, { rule: 'label', problem, remedy })];
  });
}
