import type { Element } from 'xast';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, headingName, weightOf } from '../boxed.js';
import { boxAround, boxAroundAll, boxOf, boxOnBaseline, pointsIn } from '../boxes.js';
import { type BoxedWord, joinWords } from '../join-words.js';
import { childrenOf, elementsOf, nameOf, numberOf, wordsOf } from './parse.js';

/** Points of type in the units of ALTO: tenths of a millimetre, 1/1200 inch. Pixels have no known size. */
const unitsAPoint: Readonly<Record<string, number>> = { mm10: 254 / 72, inch1200: 1200 / 72 };

interface Style {
  points: number | undefined;
  isBold: boolean;
}

/** ALTO 2–4 (Library of Congress): lines of strings, in tenths of a millimetre, 1/1200 inch or pixels. */
export function readAlto(root: Element): BoxedPage[] {
  const [unit] = [...elementsOf(root, 'MeasurementUnit')];
  const pointSize = unitsAPoint[unit ? wordsOf(unit).trim() : 'pixel'];
  const styles = new Map<string, Style>();
  for (const style of elementsOf(root, 'TextStyle'))
    styles.set(style.attributes.ID ?? '', {
      points: numberOf(style, 'FONTSIZE'),
      isBold: bold.test(style.attributes.FONTSTYLE ?? ''),
    });
  const headings = headingTags(root);
  return [...elementsOf(root, 'Page')].map((page) => {
    const shapes = ['Illustration', 'GraphicalElement'].map((name) =>
      [...elementsOf(page, name)].flatMap((shape) => placeOf(shape) ?? []),
    );
    return {
      width: numberOf(page, 'WIDTH'),
      height: numberOf(page, 'HEIGHT'),
      pointSize,
      lines: [...elementsOf(page, 'TextBlock')].flatMap((block) =>
        [...elementsOf(block, 'TextLine')].map((line) => lineOf(line, block, { styles, headings })),
      ),
      pictures: shapes[0]!,
      rules: shapes[1]!,
    };
  });
}

const bold = /bold/iu;

/** Ids of the tags that mark headings, as eScriptorium and others define them. */
function headingTags(root: Element): Set<string> {
  const tags = [...elementsOf(root, 'LayoutTag', 'StructureTag', 'OtherTag')];
  const isHeading = ({ attributes: { LABEL, TYPE } }: Element) => headingName.test(`${LABEL} ${TYPE}`);
  return new Set(tags.filter(isHeading).map(({ attributes }) => attributes.ID ?? ''));
}

function lineOf(
  line: Element,
  block: Element,
  { styles, headings }: { styles: ReadonlyMap<string, Style>; headings: ReadonlySet<string> },
): BoxedLine {
  const words: (BoxedWord & { style: Style | undefined })[] = [];
  const confidences: number[] = [];
  const idsOf = ({ attributes }: Element) => (attributes.STYLEREFS ?? '').split(/\s+/u);
  const styleOf = (...elements: Element[]): Style | undefined =>
    elements.flatMap(idsOf).flatMap((id) => styles.get(id) ?? [])[0];
  const common = styleOf(line, block);
  for (const part of childrenOf(line)) {
    const isWord = nameOf(part) === 'String';
    const own = styleOf(part) ?? common;
    const isBold = bold.test(part.attributes.STYLE ?? '');
    if (isWord || nameOf(part) === 'HYP')
      words.push({
        text: part.attributes.CONTENT ?? '',
        box: placeOf(part),
        style: isBold ? { points: own?.points, isBold } : own,
      });
    const confidence = isWord ? numberOf(part, 'WC') : undefined;
    if (confidence !== undefined) confidences.push(confidence);
  }
  const style = usualOf(words) ?? common;
  const tags = [line, block].flatMap(({ attributes }) => (attributes.TAGREFS ?? '').split(/\s+/u));
  const isHeading = tags.some((tag) => headings.has(tag)) || headingName.test(block.attributes.TYPE ?? '');
  const text = joinWords(words);
  return {
    text,
    box: placeOf(line) ?? boxAroundAll(words.flatMap(({ box }) => box ?? [])) ?? baselineOf(line, text),
    points: style?.points,
    ...((style || isHeading) && { weight: weightOf(style?.isBold || isHeading) }),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
}

/** The style in which most characters of a line are set: a name in it may be bold. */
function usualOf(words: readonly { text: string; style: Style | undefined }[]): Style | undefined {
  const counts = new Map<Style, number>();
  for (const { text, style } of words) if (style) counts.set(style, (counts.get(style) ?? 0) + text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
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
