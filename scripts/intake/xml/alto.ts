import type { Element } from 'xast';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, boxOf, joinWords } from '../boxed.js';
import { childrenOf, elementsOf, nameOf, numberOf, wordsOf } from './parse.js';

/** Points of type in the units of ALTO: tenths of a millimetre, 1/1200 inch. Pixels have no known size. */
const unitsAPoint: Readonly<Record<string, number>> = { mm10: 254 / 72, inch1200: 1200 / 72 };

interface Style {
  size: number | undefined;
  isBold: boolean;
}

/** ALTO 2–4 (Library of Congress): lines of strings, in tenths of a millimetre, 1/1200 inch or pixels. */
export function readAlto(root: Element): BoxedPage[] {
  const [unit] = [...elementsOf(root, 'MeasurementUnit')];
  const scale = unitsAPoint[unit ? wordsOf(unit).trim() : 'pixel'];
  const styles = new Map<string, Style>();
  for (const style of elementsOf(root, 'TextStyle')) {
    const points = numberOf(style, 'FONTSIZE');
    styles.set(style.attributes.ID ?? '', {
      size: scale === undefined || points === undefined ? undefined : points * scale,
      isBold: /bold/iu.test(style.attributes.FONTSTYLE ?? ''),
    });
  }
  return [...elementsOf(root, 'Page')].map((page) => ({
    width: numberOf(page, 'WIDTH'),
    height: numberOf(page, 'HEIGHT'),
    lines: [...elementsOf(page, 'TextBlock')].flatMap((block) =>
      [...elementsOf(block, 'TextLine')].map((line) => lineOf(line, block, styles)),
    ),
    rules: [...elementsOf(page, 'GraphicalElement')].flatMap((rule) => placeOf(rule) ?? []),
  }));
}

function lineOf(line: Element, block: Element, styles: ReadonlyMap<string, Style>): BoxedLine {
  const words: string[] = [];
  const confidences: number[] = [];
  for (const part of childrenOf(line)) {
    const isWord = nameOf(part) === 'String';
    if (isWord || nameOf(part) === 'HYP') words.push(part.attributes.CONTENT ?? '');
    const confidence = isWord ? numberOf(part, 'WC') : undefined;
    if (confidence !== undefined) confidences.push(confidence);
  }
  const style = [line, ...childrenOf(line, 'String'), block]
    .flatMap(({ attributes }) => (attributes.STYLEREFS ?? '').split(/\s+/u))
    .flatMap((id) => styles.get(id) ?? [])[0];
  return {
    text: joinWords(words),
    box: placeOf(line) ?? around(childrenOf(line, 'String').flatMap((word) => placeOf(word) ?? [])),
    size: style?.size,
    ...(style && { weight: style.isBold ? 700 : 400 }),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
}

function placeOf(element: Element): Box | undefined {
  const [x, y, width, height] = ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map((name) => numberOf(element, name));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return boxOf(x, y, x + width, y + height);
}

function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
