import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFName } from '@cantoo/pdf-lib';
import { boxAround, intersect } from '../read/matrix.js';
import { elements, entry, type PdfFile } from '../read/pdf-file.js';
import { readPage } from '../read/read-page.js';
import {
  descendants,
  isMarkedContent,
  readStructure,
  type StructureElement,
} from '../read/read-structure.js';

/**
 * Writes the place of each picture (BBox, ISO 32000-1 §14.8.5.4.3): readers zoom to it, and it reveals a picture that
 * is moved afterwards. To be called when the content of pages is final.
 */
export function boxFigures(file: PdfFile): void {
  const pages = file.getPages();
  const root = readStructure(
    file,
    pages.map(({ node }) => node),
  );
  const figures = root ? [...descendants(root)].filter(({ type }) => type === 'Figure') : [];
  const byPage = new Map<number, StructureElement[]>();
  for (const figure of figures) {
    const page = figure.kids.find(isMarkedContent)?.page;
    if (page !== undefined) byPage.set(page, [...(byPage.get(page) ?? []), figure]);
  }
  for (const [index, own] of byPage) {
    const { pictures, paths } = readPage(file, pages[index]!, new Map());
    for (const figure of own) {
      // A picture over a spread is painted on two pages: its box is that on the first.
      const here = figure.kids.filter(isMarkedContent).filter(({ page }) => page === index);
      const ids = new Set(here.map(({ mcid }) => mcid));
      const own = pictures.filter(({ mcid }) => ids.has(mcid));
      // A drawing is painted within its own box.
      const drawn = paths.filter(({ mcid }) => ids.has(mcid)).map(({ clip }) => clip);
      const box = boxAround(
        drawn.length > 0
          ? [...drawn, ...own.map(({ clip }) => clip)]
          : own.map(({ box, clip }) => intersect(box, clip)),
      );
      if (box && figure.dict) setBox(figure.dict, box);
    }
  }
}

function setBox(dict: PDFDict, box: readonly number[]): void {
  const value = { O: 'Layout', BBox: box.map((points) => Math.round(points * 1000) / 1000) };
  const old = entry(dict, 'A');
  const kept = elements(old).length > 0 ? elements(old) : old ? [old] : [];
  dict.set(PDFName.of('A'), dict.context.obj([...kept, dict.context.obj(value)] as never));
}
