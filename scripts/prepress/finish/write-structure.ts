import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { entry, type PdfFile } from '../read/pdf-file.js';
import {
  descendants,
  isElement,
  isMarkedContent,
  type MarkedContent,
  type ObjectReference,
  type StructureElement,
} from '../read/read-structure.js';
import type { MarkedContentStream } from './read-contents.js';
import { writeParentTree } from './write-parent-tree.js';

/** Types of PDF 2.0 and of browsers, mapped to PDF 1.7 (ISO 32000-1 §14.8.4). */
const roles: Record<string, string> = {
  Aside: 'Sect',
  Em: 'Span',
  Strong: 'Span',
  Title: 'P',
  FENote: 'Note',
};

/** For each page the type of the element that holds a marked-content sequence. */
export type TypesOfContent = Map<number, string>[];

/** Writes a structure tree back into its file, with its parent tree. Elements no longer in it are removed. */
export function writeStructure(
  file: PdfFile,
  root: StructureElement,
  { pages, contents }: { pages: readonly PDFDict[]; contents: readonly MarkedContentStream[] },
): TypesOfContent {
  const { context } = file;
  const refs = new Map(context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  const stale = new Set(elementDicts(file));
  const refOf = new Map<StructureElement, PDFRef>();
  for (const element of [root, ...descendants(root)]) {
    element.dict ??= context.obj({ Type: 'StructElem' });
    const { dict, ref } = element;
    stale.delete(dict);
    const known = refs.get(dict);
    if (!known && ref) context.assign(ref, dict);
    refOf.set(element, known ?? ref ?? context.register(dict));
  }
  for (const dict of stale) context.delete(refs.get(dict)!);
  const writer: Writer = {
    file,
    pages,
    refs,
    refOf,
    owners: pages.map(() => new Map()),
    forms: pages.map(() => new Map()),
  };
  for (const { page, form, scan } of contents)
    for (const { mcid } of form ? scan.sequences : []) writer.forms[page]!.set(mcid, form!);
  for (const element of refOf.keys()) writeElement(writer, element);
  writeParentTree(file, root, { pages, contents, refs, refOf, owners: writer.owners });
  writeRoles(file, root);
  writeIds(file, root, refOf);
  return writer.owners.map((row) => new Map(Array.from(row, ([mcid, { type }]) => [mcid, type])));
}

interface Writer {
  file: PdfFile;
  pages: readonly PDFDict[];
  refs: Map<PDFObject, PDFRef>;
  refOf: Map<StructureElement, PDFRef>;
  /** For each page the element of each sequence, by MCID. */
  owners: Map<number, StructureElement>[];
  /** For each page the forms of its sequences, where they are in one. */
  forms: Map<number, PDFRef>[];
}

function elementDicts(file: PdfFile): PDFDict[] {
  return file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && isStructElem(object) ? object : []));
}

function isStructElem(dict: PDFDict): boolean {
  return dict.get(PDFName.of('Type')) === PDFName.of('StructElem');
}

function writeElement(writer: Writer, element: StructureElement): void {
  const { context } = writer.file;
  const dict = element.dict!;
  const isRoot = element.type === 'StructTreeRoot';
  const page = isRoot ? undefined : firstPage(element);
  const set = (key: string, value: PDFObject | undefined) =>
    value ? dict.set(PDFName.of(key), value) : dict.delete(PDFName.of(key));
  if (!isRoot) {
    set('S', PDFName.of(element.type));
    set('P', element.parent && writer.refOf.get(element.parent));
    set('Lang', element.lang === undefined ? undefined : PDFString.of(element.lang));
    set('ID', element.id === undefined ? undefined : PDFString.of(element.id));
    set('Alt', element.alt === undefined ? undefined : PDFHexString.fromText(element.alt));
    set('Pg', page === undefined ? undefined : pageRef(writer, page));
  }
  const kids = element.kids.map((kid) => {
    if (isElement(kid)) return writer.refOf.get(kid)!;
    return isMarkedContent(kid) ? writeContent(writer, element, kid, page) : writeReference(writer, kid);
  });
  set('K', kids.length === 1 ? kids[0] : kids.length === 0 ? undefined : context.obj(kids));
}

/** The page of an element's numbers: that of its first own leaf. */
function firstPage(element: StructureElement): number | undefined {
  return element.kids.find(isMarkedContent)?.page;
}

function pageRef(writer: Writer, page: number): PDFRef {
  return writer.refs.get(writer.pages[page]!)!;
}

function writeContent(
  writer: Writer,
  element: StructureElement,
  leaf: MarkedContent,
  page: number | undefined,
): PDFObject {
  const { context } = writer.file;
  writer.owners[leaf.page]!.set(leaf.mcid, element);
  const form = writer.forms[leaf.page]!.get(leaf.mcid);
  if (leaf.page === page && !form) return context.obj(leaf.mcid);
  const reference = { Type: 'MCR', Pg: pageRef(writer, leaf.page), MCID: leaf.mcid };
  return context.obj(form ? { ...reference, Stm: form } : reference);
}

function writeReference(writer: Writer, { page, object }: ObjectReference): PDFObject {
  return writer.file.context.obj({ Type: 'OBJR', Pg: pageRef(writer, page), Obj: writer.refs.get(object)! });
}

/** The tree of names by which elements are found (ISO 32000-1 §14.7.2). */
function writeIds(file: PdfFile, root: StructureElement, refOf: Map<StructureElement, PDFRef>): void {
  removeOldIds(file, root);
  const named = [...refOf].flatMap(([{ id }, ref]) => (id === undefined ? [] : [{ id, ref }]));
  if (named.length === 0) return;
  named.sort((one, other) => (one.id < other.id ? -1 : 1));
  const names = named.flatMap(({ id, ref }) => [PDFString.of(id), ref]);
  const limits = [named[0]!.id, named.at(-1)!.id].map((id) => PDFString.of(id));
  const { context } = file;
  const leaf = context.register(context.obj({ Limits: limits, Names: names }));
  root.dict!.set(PDFName.of('IDTree'), context.obj({ Kids: [leaf] }));
}

function removeOldIds({ context }: PdfFile, root: StructureElement): void {
  const key = PDFName.of('IDTree');
  const old = root.dict!.get(key);
  if (!(old instanceof PDFRef)) return;
  const kids = entry(context.lookup(old), 'Kids');
  for (const leaf of kids instanceof PDFArray ? kids.asArray() : [])
    if (leaf instanceof PDFRef) context.delete(leaf);
  context.delete(old);
  root.dict!.delete(key);
}

function writeRoles(file: PdfFile, root: StructureElement): void {
  const used = new Set(Array.from(descendants(root), ({ type }) => type));
  const map = Object.fromEntries(Object.entries(roles).filter(([type]) => used.has(type)));
  if (Object.keys(map).length > 0) root.dict!.set(PDFName.of('RoleMap'), file.context.obj(map));
}
