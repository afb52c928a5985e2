import type { Element } from 'xast';
import type { Box } from '../../article/layout.js';
import type { BoxedLine, BoxedPage } from '../boxed.js';
import { boxAround, boxAroundAll, boxOf, boxOnBaseline, pointsIn } from '../boxes.js';
import { type BoxedWord, joinWords } from '../join-words.js';
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
  const words: BoxedWord[] = [];
  const confidences: number[] = [];
  for (const part of childrenOf(line)) {
    const isWord = nameOf(part) === 'String';
    if (isWord || nameOf(part) === 'HYP')
      words.push({ text: part.attributes.CONTENT ?? '', box: placeOf(part) });
    const confidence = isWord ? numberOf(part, 'WC') : undefined;
    if (confidence !== undefined) confidences.push(confidence);
  }
  const style = [line, ...childrenOf(line, 'String'), block]
    .flatMap(({ attributes }) => (attributes.STYLEREFS ?? '').split(/\s+/u))
    .flatMap((id) => styles.get(id) ?? [])[0];
  const text = joinWords(words);
  return {
    text,
    box: placeOf(line) ?? boxAroundAll(words.flatMap(({ box }) => box ?? [])) ?? baselineOf(line, text),
    size: style?.size,
    ...(style && { weight: style.isBold ? 700 : 400 }),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
}

/** A rectangle, or, since ALTO 3, only an outline, as Kraken and eScriptorium write it. */
function placeOf(element: Element): Box | undefined {
  const [x, y, width, height] = ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map((name) => numberOf(element, name));
  if (x !== undefined && y !== undefined && width !== undefined && height !== undefined)
    return boxOf(x, y, x + width, y + height);
  const [polygon] = childrenOf(element, 'Shape').flatMap((shape) => childrenOf(shape, 'Polygon'));
  return polygon && boxAround(pointsIn(polygon.attributes.POINTS ?? ''));
}

/** Points; in ALTO 2 and 3 it may be only the height of the line. */
function baselineOf({ attributes: { BASELINE } }: Element, text: string): Box | undefined {
  return BASELINE ? boxOnBaseline(pointsIn(BASELINE), text) : undefined;
}
