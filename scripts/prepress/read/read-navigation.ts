import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { pdfLimits } from '../../article/limits.js';
import { folio } from '../../typeset/assemble/folio.js';
import type { Box } from './matrix.js';
import {
  dictOf,
  elements,
  entry,
  listOf,
  nameOf,
  numberOf,
  numbersOf,
  type PdfFile,
  textOf,
  toNumber,
  toText,
} from './pdf-file.js';

/** Target of a link or an outline entry. */
export interface Destination {
  /** Index of the page, from 0; -1 when it is not in the document. */
  page: number;
  /** Points from the page's lower edge; undefined where the destination is the whole page. */
  y: number | undefined;
  x: number | undefined;
}

/** Outline entry 书签. */
export interface OutlineEntry {
  title: string;
  depth: number;
  destination: Destination | undefined;
  /** The structure element that it names (/SE). */
  element: PDFDict | undefined;
}

/** A link on a page. */
export interface LinkAnnotation {
  box: Box;
  /** Name of the destination, where it has one: a DOM id. */
  name: string | undefined;
  destination: Destination | undefined;
  uri: string | undefined;
  dict: PDFDict;
}

/** Resolves named and explicit destinations of one file. */
export type Resolve = (destination: PDFObject | undefined) => Destination | undefined;

/** Makes the resolver of a file's destinations: the old /Dests dictionary and the name tree. */
export function destinationResolver(file: PdfFile, pages: readonly PDFDict[]): Resolve {
  const pageOf = new Map(pages.map((page, index) => [page, index]));
  const named = new Map<string, PDFObject | undefined>();
  const old = dictOf(file.catalog, 'Dests');
  for (const [name] of old?.entries() ?? []) named.set(name.decodeText(), entry(old, name.decodeText()));
  readNameTree(dictOf(dictOf(file.catalog, 'Names'), 'Dests'), named);
  // A name may refer to a dictionary with an array, and no deeper.
  const resolve = (value: PDFObject | undefined, depth = 0): Destination | undefined => {
    if (depth > 4) return undefined;
    if (value instanceof PDFDict) return resolve(entry(value, 'D'), depth + 1);
    if (!(value instanceof PDFArray)) {
      const name = toText(value);
      return name === undefined || !named.has(name) ? undefined : resolve(named.get(name), depth + 1);
    }
    const [page, kind, x, y] = elements(value);
    const isPoint = kind instanceof PDFName && kind.decodeText() === 'XYZ';
    const at = page instanceof PDFDict ? pageOf.get(page) : toNumber(page);
    return { page: at ?? -1, x: isPoint ? toNumber(x) : undefined, y: toNumber(isPoint ? y : x) };
  };
  return resolve;
}

/** Reads a name tree; a cyclic one is read once. */
function readNameTree(
  node: PDFDict | undefined,
  named: Map<string, PDFObject | undefined>,
  seen = new Set<PDFDict>(),
): void {
  if (!node || seen.has(node)) return;
  seen.add(node);
  const names = listOf(node, 'Names');
  for (let at = 0; at + 1 < names.length; at += 2) named.set(toText(names[at]) ?? '', names[at + 1]);
  for (const kid of listOf(node, 'Kids')) {
    if (kid instanceof PDFDict) readNameTree(kid, named, seen);
  }
}

/** The outline, depth first. */
export function readOutline(file: PdfFile, resolve: Resolve): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const seen = new Set<PDFDict>();
  const read = (first: PDFDict | undefined, depth: number) => {
    for (let item = first; item && !seen.has(item); item = dictOf(item, 'Next')) {
      seen.add(item);
      entries.push({
        title: textOf(item, 'Title') ?? '',
        depth,
        destination: resolve(entry(item, 'Dest') ?? entry(dictOf(item, 'A'), 'D')),
        element: dictOf(item, 'SE'),
      });
      read(dictOf(item, 'First'), depth + 1);
    }
  };
  read(dictOf(dictOf(file.catalog, 'Outlines'), 'First'), 0);
  return entries;
}

/** The links of a page. */
export function readLinks(page: PDFDict, resolve: Resolve): LinkAnnotation[] {
  return listOf(page, 'Annots').flatMap((annotation) => {
    if (!(annotation instanceof PDFDict) || nameOf(annotation, 'Subtype') !== 'Link') return [];
    const action = dictOf(annotation, 'A');
    const target = entry(annotation, 'Dest') ?? entry(action, 'D');
    const [a = 0, b = 0, c = 0, d = 0] = numbersOf(annotation, 'Rect');
    return {
      box: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const,
      name: target instanceof PDFArray ? undefined : toText(target),
      destination: resolve(target),
      uri: textOf(action, 'URI'),
      dict: annotation,
    };
  });
}

/** The label of every page; undefined where the PDF has none. */
export function readPageLabels(file: PdfFile, count: number): string[] | undefined {
  const numbers = listOf(dictOf(file.catalog, 'PageLabels'), 'Nums');
  if (numbers.length === 0) return undefined;
  const labels: string[] = Array.from({ length: count }, (_, index) => String(index + 1));
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const first = toNumber(numbers[at]) ?? 0;
    const end = toNumber(numbers[at + 2]) ?? count;
    for (let page = Math.max(0, first); page < Math.min(end, count); page++) {
      labels[page] = label(numbers[at + 1], page - first);
    }
  }
  return labels;
}

function label(range: PDFObject | undefined, step: number): string {
  const value = Math.min(numberOf(range, 'St') ?? 1, pdfLimits.pages) + step;
  const prefix = textOf(range, 'P') ?? '';
  const style = nameOf(range, 'S');
  if (style === 'D') return prefix + value;
  if (style === 'r') return prefix + folio(value, 'roman');
  if (style === 'R') return prefix + folio(value, 'roman').toUpperCase();
  return prefix;
}
