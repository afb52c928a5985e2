import { PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import type { Finding } from '../finding.js';
import { entry, listOf, nameOf, numberOf } from '../read/pdf-file.js';
import type { StructureElement } from '../read/read-structure.js';
import { findingAt, type Paper } from './paper.js';

const remedy = 'Build again: the tags of the file are not those of the book.';

/** Kinds of list that a screen reader announces (ISO 32000-1 table 347). */
const points = new Set(['Disc', 'Circle', 'Square']);
const numbers = new Set(['Decimal', 'UpperRoman', 'LowerRoman', 'UpperAlpha', 'LowerAlpha']);

/** 属性: a cell spans as many rows and columns as in the book, and a list states whether its items are numbered. */
export function checkAttributes(paper: Paper): Finding[] {
  const { leafAt, leaves, labels } = paper.written;
  const findings: Finding[] = [];
  const add = (at: number, problem: string) =>
    findings.push(findingAt(paper, at, { rule: 'tag', problem, remedy }));
  const told = new Set<StructureElement>();
  leafAt.forEach((leaf, at) => {
    const { cell: written, tags } = leaves[leaf]!;
    if (leaf === leafAt[at - 1] || !written) return;
    const cell = around(paper.elementOf(at), /^T[HD]$/);
    if (!cell || told.has(cell)) return;
    told.add(cell);
    const attributes = attributesOf(cell);
    const taken = (key: string) =>
      attributes.map((one) => numberOf(one, key)).find((span) => span !== undefined) ?? 1;
    const [rows, columns] = [taken('RowSpan'), taken('ColSpan')];
    if (tags.includes('thead') && attributes.some((one) => nameOf(one, 'Scope') === 'Row'))
      add(at, 'is the head of a column, and is said to be that of a row');
    if (rows !== written.rowSpan || columns !== written.colSpan)
      add(at, `is in a cell of ${rows} × ${columns}, expected ${written.rowSpan} × ${written.colSpan}`);
  });
  for (const { at, number } of labels) {
    if (at >= leafAt.length) continue;
    const list = around(paper.elementOf(at), /^L$/);
    if (!list || told.has(list)) continue;
    const kind = attributesOf(list)
      .map((one) => nameOf(one, 'ListNumbering'))
      .find((name) => name !== undefined);
    if (kind === undefined || !(number === undefined ? numbers : points).has(kind)) continue;
    told.add(list);
    add(at, `is an item of a list that is said to be ${kind}`);
  }
  return findings;
}

function around(element: StructureElement | undefined, type: RegExp): StructureElement | undefined {
  for (let at = element; at; at = at.parent) if (type.test(at.type)) return at;
  return undefined;
}

const attributesOf = ({ dict }: StructureElement): PDFObject[] => {
  const own = entry(dict, 'A');
  return own instanceof PDFDict ? [own] : listOf(dict, 'A').filter((one) => one !== undefined);
};
