import { PDFArray, PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import type { Written } from '../expect/written.js';
import type { Finding } from '../finding.js';
import { runKey } from '../read/page-text.js';
import {
  dictOf,
  elements,
  entry,
  listOf,
  nameOf,
  numberOf,
  type PdfFile,
  textOf,
  toNumber,
} from '../read/pdf-file.js';
import type { PdfReading } from '../read/read-pdf.js';
import {
  descendants,
  isMarkedContent,
  isObjectReference,
  type StructureElement,
} from '../read/read-structure.js';

const remedy = 'Build again: the tags of the file are not those of the book.';

/** Checks texts that replace an element for a listener: only pictures have them, with the book's words. */
export function checkSpoken({ structure }: PdfReading, written: Written): Finding[] {
  if (!structure) return [];
  const all = [...descendants(structure)];
  const findings = all.flatMap((element) => {
    const said = ['Alt', 'ActualText', 'E', 'T'].filter(
      (key) => textOf(element.dict, key) !== undefined && !(key === 'Alt' && element.type === 'Figure'),
    );
    return said.map((key) =>
      tagFinding(element, `${key} “${textOf(element.dict, key)}” of a ${element.type}`),
    );
  });
  const figures = all.filter(({ type, alt }) => type === 'Figure' && alt !== undefined);
  written.pictures.forEach(({ alt }, index) => {
    const found = figures[index];
    if (alt !== '' && found?.alt !== alt)
      findings.push(
        tagFinding(
          found,
          `description ${found ? `“${found.alt}”` : 'of none'}, expected “${alt}”, of a picture`,
        ),
      );
  });
  return findings;
}

function tagFinding(element: StructureElement | undefined, what: string): Finding {
  const page = pageOf(element);
  const place = page === undefined ? '' : ` on page ${page + 1}`;
  return {
    rule: 'tag',
    ...(page !== undefined && { page: page + 1 }),
    message: `Unexpected ${what}${place}`,
    remedy,
  };
}

function pageOf(element: StructureElement | undefined): number | undefined {
  for (const kid of element?.kids ?? []) if (!('kids' in kid)) return kid.page;
  return element?.parent?.kids.find(isMarkedContent)?.page;
}

/** Checks that each part of the tree is read once, under its own parent. */
export function checkTree({ structure }: PdfReading): Finding[] {
  if (!structure) return [];
  const seen = new Set<number>();
  return [structure, ...descendants(structure)].flatMap((element) => {
    const findings: Finding[] = [];
    const kids = kidsIn(element);
    if (kids.length !== element.kids.filter((kid) => 'kids' in kid).length)
      findings.push(tagFinding(element, `part that a ${element.type} reads a second time`));
    const parent = element.dict && entry(element.dict, 'P');
    if (element.parent && parent !== element.parent.dict)
      findings.push(tagFinding(element, `parent of a ${element.type}`));
    for (const kid of element.kids) {
      if (!isMarkedContent(kid)) continue;
      const key = runKey(kid.page, kid.mcid);
      if (seen.has(key))
        findings.push(tagFinding(element, `text that a ${element.type} reads a second time`));
      seen.add(key);
    }
    return findings;
  });
}

/** The dictionaries of an element's child elements, with repetitions. */
function kidsIn({ dict }: StructureElement): PDFDict[] {
  const kids = entry(dict, 'K');
  const all = kids instanceof PDFArray ? elements(kids) : [kids];
  return all.filter(
    (kid): kid is PDFDict => kid instanceof PDFDict && !/^(?:MCR|OBJR)$/.test(nameOf(kid, 'Type') ?? ''),
  );
}

/** 父树: readers find the element of a word by the parent tree, so it must agree with the tree of elements. */
export function checkParentTree({ file, structure, pages }: PdfReading): Finding[] {
  if (!structure) return [];
  const tree = numberTree(file);
  const wrong = new Set<number>();
  // Read once a page: each of its tags asks for them.
  const rowsOfPage = new Map<number, ReturnType<typeof elements>[]>();
  const rowsOf = (index: number) => {
    const page = pages[index]; // a tag may name a page that the file has lost
    const rows =
      rowsOfPage.get(index) ?? (page ? parentKeys(page.dict) : []).map((key) => elements(tree.get(key)));
    rowsOfPage.set(index, rows);
    return rows;
  };
  for (const element of descendants(structure))
    for (const kid of element.kids) {
      if (isObjectReference(kid)) {
        const key = numberOf(kid.object, 'StructParent');
        if (key === undefined || tree.get(key) !== element.dict) wrong.add(kid.page);
      } else if (isMarkedContent(kid)) {
        const isFound = element.dict && rowsOf(kid.page).some((row) => row[kid.mcid] === element.dict);
        if (!isFound) wrong.add(kid.page);
      }
    }
  if (wrong.size === 0) return [];
  const [first] = [...wrong].sort((a, b) => a - b);
  const message = `Unexpected parent tree: it does not lead to the elements of page ${first! + 1}${wrong.size > 1 ? ` and ${wrong.size - 1} more` : ''}`;
  return [{ rule: 'tag', page: first! + 1, message, remedy }];
}

/** The rows of a page: its own, and those of the forms on it and in them. */
function parentKeys(holder: PDFObject, depth = 0): number[] {
  const forms = dictOf(dictOf(holder, 'Resources'), 'XObject');
  const inside =
    depth > 8
      ? []
      : (forms?.keys() ?? []).flatMap((key) => formKeys(entry(forms, key.decodeText()), depth + 1));
  const key = numberOf(holder, 'StructParents');
  return key === undefined ? inside : [key, ...inside];
}

const formKeys = (object: PDFObject | undefined, depth: number) =>
  object && nameOf(object, 'Subtype') === 'Form' ? parentKeys(object, depth) : [];

function numberTree(file: PdfFile): Map<number, PDFDict | PDFArray> {
  const found = new Map<number, PDFDict | PDFArray>();
  const read = (node: PDFDict | undefined, depth: number) => {
    if (!node || depth > 32) return;
    const numbers = listOf(node, 'Nums');
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const value = numbers[at + 1];
      if (value instanceof PDFDict || value instanceof PDFArray)
        found.set(toNumber(numbers[at]) ?? -1, value);
    }
    for (const kid of listOf(node, 'Kids')) if (kid instanceof PDFDict) read(kid, depth + 1);
  };
  read(dictOf(dictOf(file.catalog, 'StructTreeRoot'), 'ParentTree'), 0);
  return found;
}
