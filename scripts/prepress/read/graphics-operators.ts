import { type PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { area, type Box, boxAround, intersect, type Matrix, multiply, transformBox } from './matrix.js';
import { type Colour, emptyPath, type Handler, numberAt, type Painter } from './painter.js';
import { boolOf, dictOf, entry, nameOf, numberOf } from './pdf-file.js';
import type { Operand } from './read-operand.js';

const fill: Handler = (painter) => endPath(painter, 'filled');
const stroke: Handler = (painter) => endPath(painter, 'stroked');
const noFill: Handler = (painter) => endPath(painter, 'unpainted');
const curve: Handler = (painter, operands) => {
  painter.path.hasCurves = true;
  addPoint(painter, numberAt(operands, operands.length - 2), numberAt(operands, operands.length - 1));
};
const point: Handler = (painter, operands) => addPoint(painter, numberAt(operands, 0), numberAt(operands, 1));
const clip: Handler = (painter) => {
  painter.path.clips = true;
};
const pattern: Handler = (painter, operands) => {
  painter.state.fill = colour(operands);
};
const strokePattern: Handler = (painter, operands) => {
  painter.state.stroke = colour(operands);
};

/** The graphics operators of PDF 32000-1 §8 that affect the visibility of text. */
export const graphicsOperators: Record<string, Handler> = {
  q: (painter) => {
    painter.saved.push({ ...painter.state });
  },
  Q: (painter) => {
    painter.state = painter.saved.pop() ?? painter.state;
  },
  cm: (painter, operands) => {
    const matrix = [0, 1, 2, 3, 4, 5].map((at) => numberAt(operands, at)) as unknown as Matrix;
    painter.state.ctm = multiply(matrix, painter.state.ctm);
  },
  gs: (painter, operands) => {
    const name = operands[0];
    if (typeof name !== 'string') return;
    const state = dictOf(dictOf(painter.resources, 'ExtGState'), name.slice(1));
    if (!isPlainState(state)) painter.unusual.add('gs');
    if (!isCertain(state)) painter.unusual.add(unevenState);
    painter.state.opacity = numberOf(state, 'ca') ?? painter.state.opacity;
    painter.state.strokeOpacity = numberOf(state, 'CA') ?? painter.state.strokeOpacity;
  },
  re: (painter, operands) => {
    const [x, y, width, height] = [0, 1, 2, 3].map((at) => numberAt(operands, at)) as [
      number,
      number,
      number,
      number,
    ];
    const { ctm } = painter.state;
    // A rotated rectangle is not the box around it: it may clip, it must not cover.
    if ((ctm[1] !== 0 || ctm[2] !== 0) && (ctm[0] !== 0 || ctm[3] !== 0)) painter.path.hasCurves = true;
    painter.path.boxes.push(transformBox(ctm, x, y, x + width, y + height));
  },
  m: point,
  l: point,
  c: curve,
  v: curve,
  y: curve,
  W: clip,
  'W*': clip,
  n: noFill,
  S: stroke,
  s: stroke,
  f: fill,
  F: fill,
  'f*': fill,
  B: fill,
  'B*': fill,
  b: fill,
  'b*': fill,
  g: pattern,
  rg: pattern,
  k: pattern,
  sc: pattern,
  scn: pattern,
  G: strokePattern,
  RG: strokePattern,
  K: strokePattern,
  SC: strokePattern,
  SCN: strokePattern,
  cs: (painter) => {
    painter.unusual.add('cs');
    painter.state.fill = [0, 0, 0];
  },
  sh: (painter) => {
    painter.unusual.add('sh');
    addShape(painter, painter.state.clip, undefined);
  },
  BI: (painter) => {
    painter.unusual.add('BI');
  },
  w: (painter, operands) => {
    painter.state.lineWidth = numberAt(operands, 0);
  },
};

/** A graphics state that fades and hides nothing (PDF 32000-1, table 58). */
function isPlainState(state: PDFDict | undefined): boolean {
  if (!state) return false;
  const isOpaque = (numberOf(state, 'ca') ?? 1) === 1 && (numberOf(state, 'CA') ?? 1) === 1;
  const blend = entry(state, 'BM') === undefined ? 'Normal' : nameOf(state, 'BM');
  const mask = entry(state, 'SMask') === undefined ? 'None' : nameOf(state, 'SMask');
  const isKnown = state.keys().every((key) => plainStates.has(key.decodeText()));
  return isOpaque && blend === 'Normal' && mask === 'None' && isKnown;
}

/** Viewers differ about states with transfer functions, overprint or a list of blend modes. */
export const unevenState = 'uneven gs';

function isCertain(state: PDFDict | undefined): boolean {
  const isKnown = state?.keys().every((key) => plainStates.has(key.decodeText())) ?? true;
  return isKnown && (entry(state, 'BM') === undefined || nameOf(state, 'BM') !== undefined);
}

const plainStates = new Set(['Type', 'ca', 'CA', 'BM', 'SMask', 'LC', 'LJ', 'LW', 'ML', 'SA', 'AIS']);

function addPoint(painter: Painter, x: number, y: number): void {
  const [a, b, c, d, e, f] = painter.state.ctm;
  painter.path.points.push([a * x + c * y + e, b * x + d * y + f]);
}

/** Ends the path: its upright rectangles are painted, and the whole path clips if W came before. */
function endPath(painter: Painter, how: 'filled' | 'stroked' | 'unpainted'): void {
  const { path, state } = painter;
  const corners = path.points.map(([x, y]) => [x, y, x, y] as const);
  if (how !== 'unpainted') addPath(painter, corners, how);
  // Only an upright rectangle clips like its box.
  const isBox = !path.hasCurves && path.boxes.length + (isUprightRectangle(path.points) ? 1 : 0) === 1;
  if (path.clips && !(isBox && (path.points.length === 0 || path.boxes.length === 0)))
    painter.unusual.add('W');
  if (how === 'filled' && !path.hasCurves) {
    for (const box of path.boxes) addShape(painter, box, state.fill);
    if (isUprightRectangle(path.points)) addShape(painter, boxAround(corners)!, state.fill);
  }
  if (path.clips) state.clip = intersect(state.clip, boxAround([...path.boxes, ...corners]) ?? [0, 0, 0, 0]);
  painter.path = emptyPath();
}

function addPath(painter: Painter, corners: readonly Box[], how: 'filled' | 'stroked'): void {
  const { path, state } = painter;
  const around = boxAround([...path.boxes, ...corners]);
  if (!around) return;
  const half = how === 'stroked' ? (state.lineWidth * Math.abs(state.ctm[0] || state.ctm[1])) / 2 : 0;
  const box = [around[0] - half, around[1] - half, around[2] + half, around[3] + half] as const;
  painter.paths.push({
    box: intersect(box, state.clip),
    fill: how === 'filled' ? state.fill : 'none',
    ink: how === 'filled' ? onWhite(state.fill, state.opacity) : onWhite(state.stroke, state.strokeOpacity),
    order: painter.order,
    clip: state.clip,
    mcid: painter.marks.at(-1)?.mcid ?? -1,
    isArtifact: painter.marks.at(-1)?.isArtifact ?? false,
  });
}

/** A colour as it is seen on white paper. Opaque ones stay one object for all that is painted in them. */
function onWhite(colour: Colour, opacity: number): Colour {
  if (!colour || opacity === 1) return colour;
  const level = (at: 0 | 1 | 2) => 1 - opacity * (1 - colour[at]);
  return [level(0), level(1), level(2)];
}

function isUprightRectangle(points: readonly (readonly [number, number])[]): boolean {
  if (points.length < 4 || points.length > 5) return false;
  const xs = new Set(points.map(([x]) => Math.round(x * 100)));
  const ys = new Set(points.map(([, y]) => Math.round(y * 100)));
  return xs.size === 2 && ys.size === 2;
}

/** Records something painted over the page. */
export function addShape(painter: Painter, box: readonly number[], colour: Colour): void {
  const visible = intersect(box as [number, number, number, number], painter.state.clip);
  const order = painter.order++;
  if (area(visible) === 0) return;
  const isMarked = painter.marks.some((mark) => mark.mcid >= 0 || mark.isArtifact);
  painter.shapes.push({ box: visible, colour, opacity: painter.state.opacity, order, isMarked });
}

function colour(operands: Operand[]): Colour {
  const values = operands.filter((value) => typeof value === 'number');
  if (values.length !== operands.length) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = values;
  if (values.length === 1) return [a, a, a];
  if (values.length === 3) return [a, b, c];
  if (values.length === 4) return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
  return undefined;
}

/** True if an image hides everything under it: no mask, no transparency of its own. */
export function isOpaqueImage(image: PDFStream): boolean {
  return (
    nameOf(image, 'Subtype') === 'Image' &&
    boolOf(image, 'ImageMask') !== true &&
    entry(image, 'SMask') === undefined &&
    entry(image, 'Mask') === undefined
  );
}

/** The XObject of a resource name. */
export function xObjectNamed(painter: Painter, name: Operand | undefined): PDFStream | undefined {
  if (typeof name !== 'string') return undefined;
  const object = entry(dictOf(painter.resources, 'XObject'), name.slice(1));
  return object instanceof PDFStream ? object : undefined;
}
