import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef, type PDFStream } from '@cantoo/pdf-lib';
import { dictOf, entry, numberOf, type PdfFile } from '../read/pdf-file.js';
import { isObjectReference, type StructureElement } from '../read/read-structure.js';
import type { MarkedContentStream } from './read-contents.js';

/** Inputs of the parent tree. */
interface Parents {
  pages: readonly PDFDict[];
  contents: readonly MarkedContentStream[];
  refs: Map<PDFObject, PDFRef>;
  refOf: Map<StructureElement, PDFRef>;
  /** For each page the element of each sequence, by MCID. */
  owners: Map<number, StructureElement>[];
}

/**
 * Writes the number tree from the sequences of every page and form, and from annotations, to their elements
 * (ISO 32000-1 §14.7.4.4).
 */
export function writeParentTree(file: PdfFile, root: StructureElement, parents: Parents): void {
  const { context } = file;
  const entries = annotationEntries(parents);
  let next = Math.max(-1, ...entries.map(([key]) => key), ...parents.pages.map(pageKey)) + 1;
  for (const { page, scan, form } of parents.contents) {
    const holder = form ? (context.lookup(form) as PDFStream).dict : parents.pages[page]!;
    const key = form ? next++ : pageKey(parents.pages[page]!);
    if (key < 0) continue;
    holder.set(PDFName.of('StructParents'), context.obj(key));
    const row: (PDFRef | null)[] = [];
    for (const { mcid } of scan.sequences) {
      const owner = parents.owners[page]!.get(mcid);
      if (owner) row[mcid] = parents.refOf.get(owner)!;
    }
    entries.push([key, context.register(context.obj(Array.from(row, (ref) => ref ?? null)))]);
  }
  entries.sort(([one], [other]) => one - other);
  removeOldTree(file, root, parents.refs);
  root.dict!.set(
    PDFName.of('ParentTree'),
    context.register(context.obj({ Nums: entries.flat() as never[] })),
  );
  root.dict!.set(PDFName.of('ParentTreeNextKey'), context.obj(next));
}

const pageKey = (page: PDFDict) => numberOf(page, 'StructParents') ?? -1;

function annotationEntries({ refOf }: Parents): [number, PDFObject][] {
  return Array.from(refOf).flatMap(([{ kids }, ref]) =>
    kids.filter(isObjectReference).flatMap(({ object }): [number, PDFObject][] => {
      const key = numberOf(object, 'StructParent');
      return key === undefined ? [] : [[key, ref]];
    }),
  );
}

function removeOldTree({ context }: PdfFile, root: StructureElement, refs: Map<PDFObject, PDFRef>): void {
  const old = dictOf(root.dict, 'ParentTree');
  const numbers = entry(old, 'Nums');
  for (const row of numbers instanceof PDFArray ? numbers.asArray() : []) {
    // Rows of pages are separate arrays; rows of annotations are elements, which stay.
    if (row instanceof PDFRef && !(context.lookup(row) instanceof PDFDict)) context.delete(row);
  }
  const ref = old && refs.get(old);
  if (ref) context.delete(ref);
}
