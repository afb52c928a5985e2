import { PDFDict, PDFHexString, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { listOf, numbersOf, type PdfFile, textOf } from '../read/pdf-file.js';
import type { PdfFont } from '../read/read-font.js';
import { destinationResolver, readLinks } from '../read/read-navigation.js';
import { readPage } from '../read/read-page.js';
import { descendants, isObjectReference, leaves, type StructureElement } from '../read/read-structure.js';

/** Gives every link a description of its target (PDF/UA-1 §7.18.5): its address, or the page. */
export function describeLinks(file: PdfFile): void {
  const pages = file.getPages().map(({ node }) => node);
  const resolve = destinationResolver(file, pages);
  for (const page of pages) {
    for (const { uri, destination, dict } of readLinks(page, resolve)) {
      if (textOf(dict, 'Contents')) continue;
      const words = uri ?? (destination ? `→ ${destination.page + 1}` : '→');
      dict.set(PDFName.of('Contents'), PDFHexString.fromText(words));
    }
    if (listOf(page, 'Annots').some((annotation) => annotation instanceof PDFDict))
      page.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
}

/** The areas of one link on one page. */
interface Areas {
  link: StructureElement;
  objects: PDFDict[];
}

/** A point in the middle of what a link shows, and how far an area may pass it by. */
interface Middle {
  mcid: number;
  x: number;
  y: number;
  slack: number;
}

/**
 * 并栏: where a paragraph goes on in another column, the browser repeats there the areas of all its links, as far from
 * this piece of the paragraph as they are from the first: they lie in margins, and on other words. Removes those that
 * have nothing of their link in them, if another of its areas on the page does. What no element holds, such as the
 * folio in a row of the contents, may be the link's. In the tree and on the pages.
 */
export function dropStrays(file: PdfFile, root: StructureElement): void {
  const pages = file.getPages();
  const fonts = new Map<unknown, PdfFont>();
  const found = severalAreas(root);
  const tagged = sequencesOn(root, found);
  for (const [index, links] of found) {
    const page = pages[index]!;
    const middles = middlesOn(file, page, fonts);
    for (const { link, objects } of links) {
      const own = new Set(Array.from(leaves(link), ({ content }) => content.page === index && content.mcid));
      const shown = middles.filter(({ mcid }) => own.has(mcid) || !tagged.get(index)!.has(mcid));
      const strays = new Set(objects.filter((object) => !shown.some((middle) => isOn(object, middle))));
      if (strays.size > 0 && strays.size < objects.length) remove(page, link, strays);
    }
  }
}

/** The links that have several areas on a page, by its index. */
function severalAreas(root: StructureElement): Map<number, Areas[]> {
  const found = new Map<number, Areas[]>();
  for (const link of descendants(root)) {
    const areas = link.kids.filter(isObjectReference);
    for (const page of new Set(areas.map(({ page }) => page))) {
      const objects = areas.filter((area) => area.page === page).map(({ object }) => object);
      if (objects.length > 1) found.set(page, [...(found.get(page) ?? []), { link, objects }]);
    }
  }
  return found;
}

/** The marked sequences of these pages that an element holds. */
function sequencesOn(root: StructureElement, pages: ReadonlyMap<number, unknown>): Map<number, Set<number>> {
  const found = new Map(Array.from(pages.keys(), (page) => [page, new Set<number>()]));
  if (found.size > 0) for (const { content } of leaves(root)) found.get(content.page)?.add(content.mcid);
  return found;
}

function middlesOn(file: PdfFile, page: PDFPage, fonts: Map<unknown, PdfFont>): Middle[] {
  const { glyphs, pictures } = readPage(file, page, fonts);
  return [...glyphs, ...pictures].map((shown) => {
    const [left, bottom, right, top] = shown.box;
    // An area is as high as its line; letters may exceed it.
    const slack = 'size' in shown ? shown.size / 4 : 0;
    return { mcid: shown.mcid, x: (left + right) / 2, y: (bottom + top) / 2, slack };
  });
}

function isOn(area: PDFDict, { x, y, slack }: Middle): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = numbersOf(area, 'Rect');
  const isBetween = (at: number, one: number, other: number) =>
    at >= Math.min(one, other) - slack && at <= Math.max(one, other) + slack;
  return isBetween(x, a, c) && isBetween(y, b, d);
}

function remove(page: PDFPage, link: StructureElement, strays: ReadonlySet<PDFDict>): void {
  const { context } = page.node;
  link.kids = link.kids.filter((kid) => !isObjectReference(kid) || !strays.has(kid.object));
  const kept = [];
  for (const ref of page.node.Annots()?.asArray() ?? []) {
    const isStray = strays.has(context.lookup(ref) as PDFDict);
    if (!isStray) kept.push(ref);
    else if (ref instanceof PDFRef) context.delete(ref);
  }
  page.node.set(PDFName.of('Annots'), context.obj(kept));
}
