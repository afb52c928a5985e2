import type { PDFObject } from '@cantoo/pdf-lib';
import type { Box } from './matrix.js';
import { elements, entry, numbersOf } from './pdf-file.js';
import type { StructureElement } from './read-structure.js';

/** The box that a figure's attributes say (BBox, ISO 32000-1 §14.8.5.4.3), on the first of its pages. */
export function boxOfFigure({ dict }: Pick<StructureElement, 'dict'>): Box | undefined {
  const attributes: (PDFObject | undefined)[] = [entry(dict, 'A'), ...elements(entry(dict, 'A'))];
  for (const attribute of attributes) {
    const box = numbersOf(attribute, 'BBox');
    if (box.length === 4) return box as [number, number, number, number];
  }
  return undefined;
}
