import { PDFDict, type PDFPage, type PDFStream } from '@cantoo/pdf-lib';
import { pdfLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { addShape, graphicsOperators, isOpaqueImage, xObjectNamed } from './graphics-operators.js';
import { type Box, identity, intersect, type Matrix, multiply, transformBox } from './matrix.js';
import {
  emptyPath,
  type Glyph,
  type Handler,
  initialState,
  type PaintedPath,
  type Painter,
  type Picture,
  type Shape,
} from './painter.js';
import { dictOf, entry, inherited, listOf, nameOf, numbersOf, type PdfFile, toNumber } from './pdf-file.js';
import { contentBytes, streamBytes } from './pdf-streams.js';
import type { PdfFont } from './read-font.js';
import type { Operand } from './read-operand.js';
import { textOperators } from './text-operators.js';
import { tokenize } from './tokenize.js';

/** The content of one page, in painting order. */
export interface PageContent {
  glyphs: Glyph[];
  shapes: Shape[];
  pictures: Picture[];
  paths: PaintedPath[];
  /** Operators with effects that glyphs, boxes and pictures do not show; empty on a plain page. */
  unusual: ReadonlySet<string>;
  /** True if a tag is inside an artifact, or an artifact inside a tag. */
  isMisnested: boolean;
  /** Entries of property lists in the content that a screen reader speaks or follows; ours are in the tree. */
  said: ReadonlySet<string>;
  /** The fonts that it selects, in the order in which it first does. */
  fonts: ReadonlySet<PdfFont>;
}

/** The visible area of a page: CropBox within MediaBox. */
export function visibleBox(page: PDFDict): Box {
  const media = boxOf(page, 'MediaBox') ?? [0, 0, 612, 792];
  return intersect(boxOf(page, 'CropBox') ?? media, media);
}

/** A page box, its corners in order; undefined where the page has none. */
export function boxOf(page: PDFDict, key: string): Box | undefined {
  const array = inherited(page, key);
  const holder = array ? page.context.obj({ box: array }) : undefined;
  const [a, b, c, d] = numbersOf(holder, 'box');
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** Interprets a page's content. `fonts` keeps fonts from page to page. */
export function readPage(file: PdfFile, page: PDFPage, fonts: Map<unknown, PdfFont>): PageContent {
  const resources = inherited(page.node, 'Resources');
  const painter: Painter = {
    file,
    fonts,
    named: new Map(),
    resources: resources instanceof PDFDict ? resources : undefined,
    state: initialState(visibleBox(page.node)),
    saved: [],
    text: identity,
    line: identity,
    marks: [],
    path: emptyPath(),
    glyphs: [],
    shapes: [],
    pictures: [],
    paths: [],
    unusual: new Set(),
    order: 0,
    depth: 0,
    isMisnested: false,
    said: new Set(),
  };
  run(painter, contentBytes(page.node));
  const { glyphs, shapes, pictures, paths, unusual, isMisnested, said, named } = painter;
  const selected = new Set([...named.values()].flatMap((own) => [...own.values()]));
  return { glyphs, shapes, pictures, paths, unusual, isMisnested, said, fonts: selected };
}

/** Operators executed per file: a bound for contents that paint each other, or are shared by all pages. */
const spent = new WeakMap<PdfFile, number>();
/** A page of text has a third, and is read three times. */
const operatorsOfPage = 20_000;
/** Starting a form takes as long as this many. */
const operatorsOfForm = 500;
/** Graphics states inside each other: writers use ten. */
const mostSaved = 1_000;

const endless = () =>
  problem(say('pdf-endless'), {
    ruleId: 'size',
    note: say('made-or-damaged'),
  });

function run(painter: Painter, bytes: Uint8Array): void {
  const { file } = painter;
  const most = pdfLimits.operators + file.getPageCount() * operatorsOfPage;
  let count = spent.get(file) ?? 0;
  tokenize(bytes, (operator, operands) => {
    const isForm = operator === 'Do';
    count += isForm ? operatorsOfForm : 1;
    if (count > most || painter.saved.length > mostSaved) throw endless();
    // A form counts towards the same total.
    if (isForm) spent.set(file, count);
    operators.get(operator)?.(painter, operands);
    if (isForm) count = spent.get(file) ?? count;
  });
  spent.set(file, count);
}

const markOperators: Record<string, Handler> = {
  BMC: (painter, operands) => openMark(painter, operands[0], undefined),
  BDC: (painter, operands) => openMark(painter, operands[0], operands[1]),
  EMC: (painter) => {
    painter.marks.pop();
  },
  Do: (painter, operands) => paintXObject(painter, operands[0]),
};

const operators = new Map<string, Handler>(
  Object.entries({ ...graphicsOperators, ...textOperators, ...markOperators }),
);

/** Entries of a property list that replace, expand or name the language of its text (ISO 32000-1 §14.9). */
const spoken = ['Alt', 'E', 'Lang'] as const;

/** Opens a marked-content sequence; missing properties are inherited from the one around it. */
function openMark(painter: Painter, tag: Operand | undefined, properties: Operand | undefined): void {
  const outer = painter.marks.at(-1);
  const dict = typeof properties === 'string' ? namedProperties(painter, properties) : undefined;
  const inline = properties instanceof Map ? properties : undefined;
  const mcid = inline?.get('/MCID') ?? toNumber(entry(dict, 'MCID'));
  const actual = inline?.get('/ActualText');
  const isInTag = outer !== undefined && outer.mcid >= 0 && !outer.isArtifact;
  if (tag === '/Artifact' ? isInTag : typeof mcid === 'number' && outer?.isArtifact)
    painter.isMisnested = true;
  if (tag === '/OC') painter.unusual.add('OC');
  for (const key of spoken) if (inline?.has(`/${key}`) || entry(dict, key)) painter.said.add(key);
  if (entry(dict, 'ActualText')) painter.said.add('ActualText');
  painter.marks.push({
    mcid: typeof mcid === 'number' ? mcid : (outer?.mcid ?? -1),
    isArtifact: tag === '/Artifact' || (outer?.isArtifact ?? false),
    actual: actual instanceof Uint8Array ? { text: decodeText(actual), isTaken: false } : outer?.actual,
    isHidden: (outer?.isHidden ?? false) || (tag === '/OC' && isSwitchedOff(painter, dict)),
  });
}

function namedProperties(painter: Painter, name: string): PDFDict | undefined {
  return dictOf(dictOf(painter.resources, 'Properties'), name.slice(1));
}

/** True if an optional content group is off when the document is opened. */
function isSwitchedOff(painter: Painter, group: PDFDict | undefined): boolean {
  const config = dictOf(dictOf(painter.file.catalog, 'OCProperties'), 'D');
  return group !== undefined && listOf(config, 'OFF').includes(group);
}

/** A text string: UTF-16 after a byte order mark, else PDFDocEncoding, which agrees with Latin-1 for us. */
function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return buffer.subarray(2).swap16().toString('utf16le');
  if (buffer[0] === 0xef && buffer[1] === 0xbb) return buffer.subarray(3).toString('utf8');
  return buffer.toString('latin1');
}

function addPicture(painter: Painter, object: PDFStream): void {
  const { ctm, clip } = painter.state;
  const mark = painter.marks.at(-1);
  const box = transformBox(ctm, 0, 0, 1, 1);
  const { mcid, isArtifact } = mark ?? { mcid: -1, isArtifact: false };
  painter.pictures.push({ object, matrix: ctm, box, clip, mcid, isArtifact, order: painter.order });
}

function paintXObject(painter: Painter, name: Operand | undefined): void {
  const object = xObjectNamed(painter, name);
  if (!object) return;
  const subtype = nameOf(object, 'Subtype');
  if (subtype === 'Image') addPicture(painter, object);
  else painter.unusual.add('Do');
  if (subtype === 'Image' && isOpaqueImage(object)) {
    addShape(painter, transformBox(painter.state.ctm, 0, 0, 1, 1), undefined);
  }
  // A form that paints itself would never end; real ones nest a few deep.
  if (subtype !== 'Form' || painter.depth > 16) return;
  const { state, resources, saved, text, line, marks } = painter;
  const matrix = numbersOf(object, 'Matrix');
  const ctm = matrix.length === 6 ? multiply(matrix as unknown as Matrix, state.ctm) : state.ctm;
  const [a = 0, b = 0, c = 0, d = 0] = numbersOf(object, 'BBox');
  painter.state = { ...state, ctm, clip: intersect(state.clip, transformBox(ctm, a, b, c, d)) };
  painter.resources = dictOf(object, 'Resources') ?? resources;
  painter.saved = [];
  painter.marks = [...marks];
  painter.depth++;
  run(painter, streamBytes(object, pdfLimits.contentBytes));
  Object.assign(painter, { state, resources, saved, text, line, marks, depth: painter.depth - 1 });
}
