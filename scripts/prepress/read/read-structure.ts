import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictOf, entry, nameOf, numberOf, type PdfFile, textOf } from './pdf-file.js';
import type { TextBox } from './text-boxes.js';

/** Structure element: one node of a tagged PDF's logical structure. */
export interface StructureElement {
  /** Standard type (P, H1, Art, Link …), the role map applied. */
  type: string;
  lang: string | undefined;
  alt: string | undefined;
  /** Its own name in the file: notes have one. */
  id?: string | undefined;
  parent: StructureElement | undefined;
  kids: StructureKid[];
  /** The dictionary that it was read from; undefined for one that `finish` adds, and for a text box. */
  dict: PDFDict | undefined;
  /** The place of a text box in the file. */
  ref?: PDFRef;
}

export type StructureKid = StructureElement | MarkedContent | ObjectReference;

/** A leaf: a marked-content sequence of a page. */
export interface MarkedContent {
  /** Index of the page, from 0. */
  page: number;
  mcid: number;
  /** The form whose content it is in, where the tree says so. */
  form?: PDFRef;
}

/** A leaf: an annotation. */
export interface ObjectReference {
  /** Index of the page, from 0. */
  page: number;
  object: PDFDict;
}

/** Reads the structure tree, with text boxes that were taken out of the file; undefined for an untagged PDF. */
export function readStructure(
  file: PdfFile,
  pages: readonly PDFDict[],
  boxes: ReadonlyMap<number, TextBox> = new Map(),
): StructureElement | undefined {
  const root = dictOf(file.catalog, 'StructTreeRoot');
  if (!root) return undefined;
  const pageOf = new Map(pages.map((page, index) => [page, index]));
  const roles = dictOf(root, 'RoleMap');
  const tree: StructureElement = {
    type: 'StructTreeRoot',
    lang: textOf(file.catalog, 'Lang'),
    alt: undefined,
    parent: undefined,
    kids: [],
    dict: root,
  };
  const seen = new Set<PDFDict>([root]);
  const numbers = boxes.size > 0 ? pageNumbers(file) : new Map<number, number>();
  const readKids = (element: StructureElement, page: number) => {
    for (const kid of kidsOf(element.dict)) readKid(element, kid, page);
  };
  const readKid = (parent: StructureElement, kid: PDFObject, page: number) => {
    if (kid instanceof PDFNumber) parent.kids.push({ page, mcid: kid.asNumber() });
    if (kid instanceof PDFRef) {
      const box = boxes.get(kid.objectNumber);
      if (box) parent.kids.push(toTextBox(box, { parent, ref: kid, page: numbers.get(box.page) ?? page }));
    }
    if (!(kid instanceof PDFDict)) return;
    const own = entry(kid, 'Pg');
    const at = own instanceof PDFDict ? (pageOf.get(own) ?? page) : page;
    const kind = nameOf(kid, 'Type');
    const form = kid.get(PDFName.of('Stm'));
    if (kind === 'MCR')
      parent.kids.push({
        page: at,
        mcid: numberOf(kid, 'MCID') ?? -1,
        ...(form instanceof PDFRef && { form }),
      });
    else if (kind === 'OBJR') {
      const object = dictOf(kid, 'Obj');
      if (object) parent.kids.push({ page: at, object });
    } else if (!seen.has(kid)) {
      seen.add(kid);
      const element = toElement(kid, parent, roles);
      parent.kids.push(element);
      readKids(element, at);
    }
  };
  readKids(tree, 0);
  return tree;
}

/** The kids of an element; of those that are not in the file, the reference. */
function kidsOf(dict: PDFDict | undefined): PDFObject[] {
  const own = dict?.get(kidsKey);
  if (!dict || !own) return [];
  const found = (kid: PDFObject) => (kid instanceof PDFRef ? (dict.context.lookup(kid) ?? kid) : kid);
  const kids = found(own);
  return kids instanceof PDFArray ? kids.asArray().map(found) : [kids];
}

const kidsKey = PDFName.of('K');

/** The index of each page by the number of its object. */
const pageNumbers = (file: PdfFile) =>
  new Map(file.getPages().map(({ ref }, index) => [ref.objectNumber, index]));

function toTextBox(
  { mcid }: TextBox,
  { parent, ref, page }: { parent: StructureElement; ref: PDFRef; page: number },
): StructureElement {
  return {
    ...{ type: 'NonStruct', lang: undefined, alt: undefined, id: undefined },
    ...{ parent, kids: [{ page, mcid }], dict: undefined, ref },
  };
}

function toElement(dict: PDFDict, parent: StructureElement, roles: PDFDict | undefined): StructureElement {
  const name = nameOf(dict, 'S') ?? '';
  const role = roles?.get(PDFName.of(name));
  return {
    type: role instanceof PDFName ? role.decodeText() : name,
    lang: textOf(dict, 'Lang'),
    alt: textOf(dict, 'Alt'),
    id: textOf(dict, 'ID'),
    parent,
    kids: [],
    dict,
  };
}

export function isElement(kid: StructureKid): kid is StructureElement {
  return 'kids' in kid;
}

export function isObjectReference(kid: StructureKid): kid is ObjectReference {
  return 'object' in kid;
}

export function isMarkedContent(kid: StructureKid): kid is MarkedContent {
  return 'mcid' in kid;
}

/** Every element below a root, parents before children, in logical order. */
export function* descendants(element: StructureElement): Generator<StructureElement> {
  for (const kid of element.kids) {
    if (!isElement(kid)) continue;
    yield kid;
    yield* descendants(kid);
  }
}

/** Every leaf below an element in logical order, with the element that holds it. */
export function* leaves(
  element: StructureElement,
): Generator<{ content: MarkedContent; element: StructureElement }> {
  for (const kid of element.kids) {
    if (isElement(kid)) yield* leaves(kid);
    else if (isMarkedContent(kid)) yield { content: kid, element };
  }
}
