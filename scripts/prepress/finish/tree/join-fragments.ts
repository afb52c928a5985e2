import type { PDFDict } from '@cantoo/pdf-lib';
import { isElement, type StructureElement } from '../../read/read-structure.js';

/** The private part of a language tag (RFC 5646 §2.2.7) with which layout marks the fragments of one element. */
const fragmentTag = /-x-([0-9a-z]{1,8})$/i;

/**
 * One element, one structure element: joins what page breaks have split. Layout gives all fragments of an element
 * the same private language tag, `zh-Hans-x-p12`: of all attributes, `lang` is the one that reaches the PDF.
 * In place; the tags are removed.
 *
 * @returns the first piece for each later one, as dictionaries of the file.
 */
export function joinFragments(root: StructureElement): Map<PDFDict, PDFDict> {
  const joined = new Map<PDFDict, PDFDict>();
  join(root, { first: new Map(), joined });
  cleanLanguages(root, undefined);
  return joined;
}

interface Joining {
  /** The first piece by type and tag. */
  first: Map<string, StructureElement>;
  joined: Map<PDFDict, PDFDict>;
}

function join(element: StructureElement, joining: Joining): void {
  const kids: StructureElement['kids'] = [];
  for (const kid of element.kids) {
    const known = isElement(kid) ? fragmentOf(kid, joining.first) : undefined;
    if (isElement(kid) && known) append(known, kid, joining);
    else kids.push(kid);
    if (isElement(kid) && !known) join(kid, joining);
  }
  element.kids = kids;
}

/** The earlier fragment of the same element; the first one is remembered. */
function fragmentOf(
  element: StructureElement,
  first: Map<string, StructureElement>,
): StructureElement | undefined {
  const tag = fragmentTag.exec(element.lang ?? '')?.[1];
  if (tag === undefined) return undefined;
  const key = `${element.type} ${tag}`;
  const known = first.get(key);
  if (!known) first.set(key, element);
  return known;
}

function append(known: StructureElement, later: StructureElement, joining: Joining): void {
  join(later, joining);
  if (known.dict && later.dict) joining.joined.set(later.dict, known.dict);
  for (const kid of later.kids) {
    if (isElement(kid)) kid.parent = known;
    known.kids.push(kid);
  }
}

/** Removes the private tags, and every language that only repeats the one around it. */
function cleanLanguages(element: StructureElement, around: string | undefined): void {
  const own = element.lang?.replace(fragmentTag, '');
  element.lang = own === around ? undefined : own;
  for (const kid of element.kids) if (isElement(kid)) cleanLanguages(kid, own ?? around);
}
