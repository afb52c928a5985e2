import type { Element } from 'xast';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, headingName, weightOf } from '../boxed.js';
import { boxAround, boxOnBaseline, pointsIn } from '../boxes.js';
import { joinWords } from '../join-words.js';
import { underEachOther } from '../under-each-other.js';
import { childrenOf, elementsOf, numberOf, wordsOf } from './parse.js';

/** PAGE 2010–2019 (PRImA): regions of lines, each with the points of its outline in pixels. */
export function readPageXml(root: Element): BoxedPage[] {
  return [...elementsOf(root, 'Page')].map((page) => ({
    width: numberOf(page, 'imageWidth'),
    height: numberOf(page, 'imageHeight'),
    // Transkribus puts the lines of a table into its cells.
    lines: [...elementsOf(page, 'TextRegion', 'TableCell')].flatMap(linesOf),
    rules: [...elementsOf(page, 'SeparatorRegion')].flatMap((rule) => outlineOf(rule) ?? []),
    pictures: [...elementsOf(page, ...pictureRegions)].flatMap((picture) => outlineOf(picture) ?? []),
  }));
}

const pictureRegions = ['ImageRegion', 'GraphicRegion', 'LineDrawingRegion', 'ChartRegion', 'MapRegion'];

/** True for a region that is marked as a heading by its type, or by Transkribus in `custom`. */
function isHeading({ attributes: { type, custom } }: Element): boolean {
  return headingName.test(type ?? '') || headingName.test(/\btype:([\w-]+)/u.exec(custom ?? '')?.[1] ?? '');
}

/** Lines of a region; those of a nested region come with that one. A region without lines has only its words. */
function linesOf(region: Element): BoxedLine[] {
  const lines = childrenOf(region, 'TextLine');
  if (lines.length > 0) return lines.map((line) => lineOf(line, isHeading(region) || isHeading(line)));
  if (childrenOf(region, 'TextRegion').length > 0) return [];
  const box = outlineOf(region);
  return underEachOther(wordsIn(region).text.split('\n'), box);
}

function lineOf(line: Element, isHead: boolean): BoxedLine {
  const own = wordsIn(line);
  const words = childrenOf(line, 'Word');
  const parts = words.map(wordsIn);
  const boxed = parts.map(({ text }, index) => ({ text, box: outlineOf(words[index]!) }));
  const text = own.text === '' ? joinWords(boxed) : own.text;
  const confidences = [own, ...parts].flatMap(({ confidence }) => confidence ?? []);
  const [style] = [line, ...words].flatMap((one) => childrenOf(one, 'TextStyle'));
  const isBold = isHead || style?.attributes.bold === 'true';
  return {
    text,
    box: outlineOf(line) ?? boxAround(words.flatMap((word) => pointsOf(word))) ?? baselineOf(line, text),
    points: style && numberOf(style, 'fontSize'),
    ...((style || isHead) && { weight: weightOf(isBold) }),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
}

/** The best reading according to the file: the lowest index, or the first if there are none. */
function wordsIn(element: Element): { text: string; confidence: number | undefined } {
  const [best] = childrenOf(element, 'TextEquiv').sort(
    (a, b) => (numberOf(a, 'index') ?? 0) - (numberOf(b, 'index') ?? 0),
  );
  if (!best) return { text: '', confidence: undefined };
  const [unicode] = [...childrenOf(best, 'Unicode'), ...childrenOf(best, 'PlainText')];
  return { text: unicode ? wordsOf(unicode) : '', confidence: numberOf(best, 'conf') };
}

function outlineOf(element: Element): Box | undefined {
  return boxAround(pointsOf(element));
}

/** A line that has only a baseline, as in eScriptorium. */
function baselineOf(line: Element, text: string): Box | undefined {
  return boxOnBaseline(pointsOf(line, 'Baseline'), text);
}

/** points="12,34 56,78" since 2013; elements before. */
function pointsOf(element: Element, name = 'Coords'): [number, number][] {
  const [coords] = childrenOf(element, name);
  if (!coords) return [];
  const { points } = coords.attributes;
  if (points) return pointsIn(points);
  return childrenOf(coords, 'Point').map((point) => [
    numberOf(point, 'x') ?? Number.NaN,
    numberOf(point, 'y') ?? Number.NaN,
  ]);
}
