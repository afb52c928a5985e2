import type { Target } from '../expect/written.js';
import { descendants, isMarkedContent, type StructureElement } from '../read/read-structure.js';
import { boxOfFigure } from '../read/tagged-figure.js';
import type { Paper } from './paper.js';

/** Where an element begins on paper: with its first character, or with the picture before it. */
export interface Beginning {
  /** Index of the page, from 0. */
  page: number;
  /** Its lower edge in points; undefined for a picture whose place is not known. */
  bottom: number | undefined;
}

/** The beginning of an element on paper; undefined for one with nothing printed. */
export function beginningOf(paper: Paper, { start, end, picture }: Target): Beginning | undefined {
  const figure = picture === undefined ? undefined : figuresOf(paper)[picture];
  const content = figure?.kids.filter(isMarkedContent) ?? [];
  if (figure && content.length > 0)
    return { page: Math.min(...content.map(({ page }) => page)), bottom: boxOfFigure(figure)?.[1] };
  return end > start ? paper.placeOf(start) : undefined;
}

/** The figures of the file in reading order: those of the book, one for one, unless a picture was lost. */
function figuresOf({ reading, written }: Paper): readonly StructureElement[] {
  const { structure } = reading;
  if (!structure) return [];
  const found = known.get(structure) ?? [...descendants(structure)].filter(({ type }) => type === 'Figure');
  known.set(structure, found);
  return found.length === written.pictures.length ? found : [];
}

const known = new WeakMap<StructureElement, readonly StructureElement[]>();
