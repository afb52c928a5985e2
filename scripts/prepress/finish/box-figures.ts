import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFName } from '@cantoo/pdf-lib';
import { taggedBox } from '../read/figure-box.js';
import { elements, entry, type PdfFile } from '../read/pdf-file.js';
import { readPage, visibleBox } from '../read/read-page.js';
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
    const page = visibleBox(pages[index]!.node);
    for (const figure of own) {
      // A picture over a spread is painted on two pages; its box is the one on the first page.
      const here = figure.kids.filter(isMarkedContent).filter((content) => content.page === index);
      const ids = new Set(here.map(({ mcid }) => mcid));
      const isOwn = ({ mcid }: { mcid: number }) => ids.has(mcid);
      const box = taggedBox({ pictures: pictures.filter(isOwn), paths: paths.filter(isOwn), page });
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
