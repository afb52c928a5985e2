import type { Finding } from '../finding.js';
import type { StructureElement } from '../read/read-structure.js';
import { findingAt, type Paper } from './paper.js';

const remedy = 'Build again: the tags of the file are not those of the book.';

/** Types of elements within a line. */
const inline = new Set(
  'Span Link Em Strong Quote Ruby RB RT RP Reference Code BibEntry Annot Lbl'.split(' '),
);

/**
 * 各自为段: every block, table row and list item has its own element, so that a screen reader tells where each one
 * ends.
 */
export function checkUnits(paper: Paper): Finding[] {
  const { leafAt, leaves, labels } = paper.written;
  const owners = new Map<StructureElement, number>();
  const told = new Set<StructureElement>();
  const findings: Finding[] = [];
  const own = (element: StructureElement | undefined, unit: number, at: number) => {
    if (!element) return;
    const owner = owners.get(element);
    if (owner === undefined) owners.set(element, unit);
    if (owner === undefined || owner === unit || told.has(element)) return;
    told.add(element);
    const problem = `is in the ${element.type} of what precedes it, expected one of its own`;
    findings.push(findingAt(paper, at, { rule: 'tag', problem, remedy }));
  };
  let last = -1;
  leafAt.forEach((leaf, at) => {
    if (leaf === last) return;
    last = leaf;
    const { block, cell, tags } = leaves[leaf]!;
    const element = paper.elementOf(at);
    // Chromium makes one element of a whole <dl>, but no manuscript can contain one.
    if (!tags.includes('dl')) own(blockOf(element), block, at);
    if (cell) own(around(element, 'TR'), cell.row, at);
  });
  for (const { at } of labels) if (at < leafAt.length) own(around(paper.elementOf(at), 'LI'), at, at);
  return findings;
}

function blockOf(element: StructureElement | undefined): StructureElement | undefined {
  let at = element;
  while (at && inline.has(at.type)) at = at.parent;
  return at;
}

function around(element: StructureElement | undefined, type: string): StructureElement | undefined {
  for (let at = element; at; at = at.parent) if (at.type === type) return at;
  return undefined;
}
