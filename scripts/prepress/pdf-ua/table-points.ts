import type { PDFObject } from '@cantoo/pdf-lib';
import { entry, listOf, nameOf, numberOf, textOf, toText } from '../read/pdf-file.js';
import { isElement, type StructureElement } from '../read/read-structure.js';
import type { UaPoint } from './point.js';

/** The kids that a type may have (ISO 32000-1, tables 336 to 338). */
const kidsOf: Record<string, string[]> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  Ruby: ['RB', 'RT', 'RP'],
};
/** The parents that a type may have. */
const parentsOf: Record<string, string[]> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  RB: ['Ruby'],
  RT: ['Ruby'],
};

const typesOf = ({ kids }: StructureElement) => kids.map((kid) => (isElement(kid) ? kid.type : 'text'));

function misplacedKids(...types: string[]): UaPoint['breaches'] {
  return ({ elements }) =>
    elements.flatMap((element) =>
      types.includes(element.type)
        ? typesOf(element).flatMap((type) =>
            kidsOf[element.type]?.includes(type) ? [] : `${type} in ${element.type}`,
          )
        : [],
    );
}

/** A caption stands once, before all else (ISO 32000-1, table 336: of lists and of tables of contents). */
function lateCaptions(type: string): UaPoint['breaches'] {
  return ({ elements }) =>
    elements.flatMap((element) =>
      element.type === type && typesOf(element).slice(1).includes('Caption') ? `Caption late in ${type}` : [],
    );
}

function misplaced(...types: string[]): UaPoint['breaches'] {
  return ({ elements }) =>
    elements.flatMap(({ type, parent }) =>
      types.includes(type) && parent && !parentsOf[type]?.includes(parent.type)
        ? `${type} in ${parent.type}`
        : [],
    );
}

/** Breaches of the order and number of a table's kids. */
function perTable(breach: (kids: string[]) => boolean): UaPoint['breaches'] {
  return ({ elements }) =>
    elements.flatMap((element) => (element.type === 'Table' && breach(typesOf(element)) ? 'Table' : []));
}
const count = (kids: string[], type: string) => kids.filter((kid) => kid === type).length;

/** A number of a cell's table attributes (/A), 1 where it has none. */
function span({ dict }: StructureElement, key: 'RowSpan' | 'ColSpan'): number {
  const all = [entry(dict, 'A'), ...listOf(dict, 'A')];
  return all.map((one) => numberOf(one, key)).find((value) => value !== undefined) ?? 1;
}

/** The rows of a table whose width, spans counted, is not that of the first. */
function raggedRows(table: StructureElement): string[] {
  const rows = rowsOf(table);
  // How many rows below each column is still covered by a cell above.
  let covered: number[] = [];
  const widths = rows.map((row) => {
    const below = covered.map((left) => Math.max(0, left - 1));
    let column = 0;
    for (const cell of row.kids.filter(isElement)) {
      while ((covered[column] ?? 0) > 0) column++;
      for (let end = column + span(cell, 'ColSpan'); column < end; column++)
        below[column] = span(cell, 'RowSpan') - 1;
    }
    const width = Math.max(column, covered.findLastIndex((left) => left > 0) + 1);
    covered = below;
    return width;
  });
  return widths.flatMap((width, index) =>
    width === widths[0] ? [] : `row ${index + 1} of ${width} columns`,
  );
}

function rowsOf({ kids }: StructureElement): StructureElement[] {
  return kids.filter(isElement).flatMap((kid) => (kid.type === 'TR' ? kid : rowsOf(kid)));
}

/** True if every cell of a head's table names its heads: then no head needs a scope. */
function isToldByCells(head: StructureElement): boolean {
  let table: StructureElement | undefined = head;
  while (table && table.type !== 'Table') table = table.parent;
  const cells = table
    ? rowsOf(table).flatMap(({ kids }) => kids.filter(isElement).filter(({ type }) => type === 'TD'))
    : [];
  return cells.length > 0 && cells.every((cell) => attributes(cell).some((one) => headersOf(one).length > 0));
}

/** Points about tables, lists and ruby. */
export const tablePoints: UaPoint[] = [
  { id: '7.2-3', rule: 'tables are made of rows', breaches: misplacedKids('Table') },
  { id: '7.2-4', rule: 'rows stand in tables', breaches: misplaced('TR') },
  {
    id: '7.2-5',
    rule: 'heads, bodies and feet stand in tables',
    breaches: misplaced('THead', 'TBody', 'TFoot'),
  },
  { id: '7.2-8', rule: 'cells stand in rows', breaches: misplaced('TH', 'TD') },
  { id: '7.2-10', rule: 'rows are made of cells', breaches: misplacedKids('TR') },
  {
    id: '7.2-11',
    rule: 'a table has one head and one foot at most',
    breaches: perTable((kids) => count(kids, 'THead') > 1 || count(kids, 'TFoot') > 1),
  },
  {
    id: '7.2-13',
    rule: 'a table with a head or a foot has a body',
    breaches: perTable(
      (kids) => count(kids, 'THead') + count(kids, 'TFoot') > 0 && count(kids, 'TBody') === 0,
    ),
  },
  {
    id: '7.2-16',
    rule: 'a caption is the first or the last of its table',
    breaches: perTable((kids) => kids.slice(1, -1).includes('Caption') || count(kids, 'Caption') > 1),
  },
  {
    id: '7.2-42',
    rule: 'the rows of a table are of one width',
    breaches: ({ elements }) =>
      elements.flatMap((element) => (element.type === 'Table' ? raggedRows(element) : [])),
  },
  {
    id: '7.2-36',
    rule: 'heads, bodies and feet are made of rows',
    breaches: misplacedKids('THead', 'TBody', 'TFoot'),
  },
  { id: '7.2-17', rule: 'items stand in lists', breaches: misplaced('LI') },
  { id: '7.2-18', rule: 'bodies of items stand in items', breaches: misplaced('LBody') },
  {
    id: '7.2-19',
    rule: 'lists are made of items',
    breaches: (subject) => [...misplacedKids('L')(subject), ...lateCaptions('L')(subject)],
  },
  { id: '7.2-20', rule: 'items are made of a label and a body', breaches: misplacedKids('LI') },
  { id: '7.2-26', rule: 'entries stand in tables of contents', breaches: misplaced('TOCI') },
  {
    id: '7.2-27',
    rule: 'tables of contents are made of entries',
    breaches: (subject) => [...misplacedKids('TOC')(subject), ...lateCaptions('TOC')(subject)],
  },
  { id: '7.1', rule: 'ruby is made of base and reading', breaches: misplacedKids('Ruby') },
  {
    id: '7.5-1',
    rule: 'header cells say what they head',
    breaches: ({ elements }) => {
      const named = new Set(
        elements.flatMap((element) => attributes(element).flatMap((one) => headersOf(one))),
      );
      return elements.flatMap((element) => {
        if (element.type !== 'TH') return [];
        const isClear =
          attributes(element).some((one) => nameOf(one, 'Scope')) ||
          named.has(textOf(element.dict, 'ID')) ||
          isToldByCells(element);
        return isClear ? [] : 'TH without Scope';
      });
    },
  },
];

const attributes = ({ dict }: StructureElement) => [entry(dict, 'A'), ...listOf(dict, 'A')];

/** The ids of the header cells that a cell names. */
const headersOf = (attribute: PDFObject | undefined) => listOf(attribute, 'Headers').map(toText);
