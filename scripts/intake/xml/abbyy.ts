import type { Element } from 'xast';
import { type BoxedLine, type BoxedPage, weightOf } from '../boxed.js';
import { boxOf } from '../boxes.js';
import { childrenOf, elementsOf, numberOf, wordsOf } from './parse.js';

/** Points of type in an inch. */
const inch = 72;

/** ABBYY FineReader: blocks of lines with their sides in pixels; formatting with a size in points, and characters. */
export function readAbbyy(root: Element): BoxedPage[] {
  return [...elementsOf(root, 'page')].map((page) => {
    const blocks = [...elementsOf(page, 'block')];
    const named = (name: RegExp) => blocks.filter(({ attributes }) => name.test(attributes.blockType ?? ''));
    const resolution = numberOf(page, 'resolution');
    return {
      width: numberOf(page, 'width'),
      height: numberOf(page, 'height'),
      lines: [...elementsOf(page, 'line')].map(lineOf),
      rules: named(/^Separator$/u).flatMap((block) => sidesOf(block) ?? []),
      pictures: named(/^(?:Raster|Vector)?Picture$/u).flatMap((block) => sidesOf(block) ?? []),
      ...(resolution && { pointSize: resolution / inch }),
    };
  });
}

function sidesOf(element: Element) {
  const [left, top, right, bottom] = ['l', 't', 'r', 'b'].map((side) => numberOf(element, side));
  const isWhole = left !== undefined && top !== undefined && right !== undefined && bottom !== undefined;
  return isWhole ? boxOf(left, top, right, bottom) : undefined;
}

function lineOf(line: Element): BoxedLine {
  const parts = childrenOf(line, 'formatting').map((part) => ({
    text: wordsOf(part).replace(/[\r\n]+\s*/gu, ''),
    points: numberOf(part, 'fs'),
    isBold: /^(?:1|true)$/u.test(part.attributes.bold ?? ''),
  }));
  // The style of most of a line, not of a name in it.
  const most = parts.reduce((best, part) => (part.text.length > best.text.length ? part : best), {
    text: '',
    points: undefined as number | undefined,
    isBold: false,
  });
  const sure = [...elementsOf(line, 'charParams')]
    .map((char) => numberOf(char, 'charConfidence') ?? -1)
    .filter((one) => one >= 0);
  return {
    text: parts.map(({ text }) => text).join(''),
    box: sidesOf(line),
    points: most.points,
    ...(most.isBold && { weight: weightOf(true) }),
    ...(sure.length > 0 && {
      confidence: Math.min(1, sure.reduce((sum, one) => sum + one, 0) / sure.length / 100),
    }),
  };
}
