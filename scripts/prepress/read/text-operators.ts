import { PDFDict } from '@cantoo/pdf-lib';
import { type Box, identity, type Matrix, multiply, transformBox } from './matrix.js';
import { type Handler, numberAt, type Painter } from './painter.js';
import { dictOf, entry } from './pdf-file.js';
import { type PdfFont, readFont } from './read-font.js';
import type { Operand } from './read-operand.js';

/** The text operators of PDF 32000-1 §9. */
export const textOperators: Record<string, Handler> = {
  BT: (painter) => {
    painter.text = identity;
    painter.line = identity;
  },
  Tf: (painter, operands) => {
    painter.state.font = fontNamed(painter, operands[0]);
    painter.state.size = numberAt(operands, 1);
  },
  Tm: (painter, operands) => {
    painter.line = [0, 1, 2, 3, 4, 5].map((at) => numberAt(operands, at)) as unknown as Matrix;
    painter.text = painter.line;
  },
  Td: (painter, operands) => move(painter, numberAt(operands, 0), numberAt(operands, 1)),
  TD: (painter, operands) => {
    painter.state.leading = -numberAt(operands, 1);
    move(painter, numberAt(operands, 0), numberAt(operands, 1));
  },
  'T*': (painter) => move(painter, 0, -painter.state.leading),
  Tc: (painter, operands) => {
    painter.state.charSpace = numberAt(operands, 0);
  },
  Tw: (painter, operands) => {
    painter.state.wordSpace = numberAt(operands, 0);
  },
  Tz: (painter, operands) => {
    painter.state.scale = numberAt(operands, 0) / 100;
  },
  TL: (painter, operands) => {
    painter.state.leading = numberAt(operands, 0);
  },
  Ts: (painter, operands) => {
    painter.state.rise = numberAt(operands, 0);
  },
  Tr: (painter, operands) => {
    painter.state.mode = numberAt(operands, 0);
    if (painter.state.mode !== 0) painter.unusual.add('Tr');
  },
  Tj: (painter, operands) => show(painter, operands[0]),
  TJ: (painter, operands) => showAdjusted(painter, operands[0]),
  "'": (painter, operands) => {
    move(painter, 0, -painter.state.leading);
    show(painter, operands[0]);
  },
  '"': (painter, operands) => {
    painter.state.wordSpace = numberAt(operands, 0);
    painter.state.charSpace = numberAt(operands, 1);
    move(painter, 0, -painter.state.leading);
    show(painter, operands[2]);
  },
};

/** The font of a resource name, read once per document and looked up once per page: texts change it at every turn. */
function fontNamed(painter: Painter, name: Operand | undefined): PdfFont | undefined {
  const { resources, named } = painter;
  if (typeof name !== 'string' || !resources) return undefined;
  let fonts = named.get(resources);
  if (!fonts) {
    fonts = new Map();
    named.set(resources, fonts);
  }
  let font = fonts.get(name);
  if (!font) {
    font = readOnce(painter.fonts, entry(dictOf(resources, 'Font'), name.slice(1)));
    if (font) fonts.set(name, font);
  }
  return font;
}

/** A font of a file, which keeps those that were read, in order of occurrence. */
export function readOnce(fonts: Map<unknown, PdfFont>, dict: unknown): PdfFont | undefined {
  if (!(dict instanceof PDFDict)) return undefined;
  let font = fonts.get(dict);
  if (!font) {
    font = readFont(dict, fonts.size);
    fonts.set(dict, font);
  }
  return font;
}

function move(painter: Painter, x: number, y: number): void {
  const [a, b, c, d, e, f] = painter.line;
  painter.line = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  painter.text = painter.line;
}

function showAdjusted(painter: Painter, list: Operand | undefined): void {
  if (!Array.isArray(list)) return;
  for (const item of list) {
    if (typeof item === 'number') {
      const { size, scale, font } = painter.state;
      const shift = (-item / 1000) * size;
      advance(painter, font?.isVertical ? 0 : shift * scale, font?.isVertical ? shift : 0);
    } else show(painter, item);
  }
}

function advance(painter: Painter, x: number, y: number): void {
  const [a, b, c, d, e, f] = painter.text;
  painter.text = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}

/** Shows a string: one glyph per code, each with its advance. */
function show(painter: Painter, bytes: Operand | undefined): void {
  const { font, size, charSpace, wordSpace, scale } = painter.state;
  if (!font || !(bytes instanceof Uint8Array)) return;
  // A matrix of this string's own moves from glyph to glyph: one for each would be most of what is thrown away.
  const text: [...Matrix] = [...painter.text];
  const [a, b, c, d] = text;
  painter.text = text;
  for (let at = 0; at < bytes.length; at += font.codeBytes) {
    const code = font.codeBytes === 2 ? (bytes[at]! << 8) | (bytes[at + 1] ?? 0) : bytes[at]!;
    const width = font.width(code);
    addGlyph(painter, font, code, width);
    const gap = charSpace + (font.codeBytes === 1 && code === 32 ? wordSpace : 0);
    // Vertical fonts advance by one em unless DW2 says otherwise; nobody's DW2 does.
    const x = font.isVertical ? 0 : (width * font.unit * size + gap) * scale;
    const y = font.isVertical ? -size + gap : 0;
    text[4] = a * x + c * y + text[4];
    text[5] = b * x + d * y + text[5];
  }
}

function addGlyph(painter: Painter, font: PdfFont, code: number, width: number): void {
  const { state, marks } = painter;
  const mark = marks[marks.length - 1];
  const matrix = glyphMatrix(painter);
  const glyph = font.glyph(code);
  const ink = font.outlines?.box(glyph);
  const raw = font.toUnicode?.get(code);
  font.shown.add(code);
  painter.glyphs.push({
    text: (mark?.actual && takeActual(mark)) ?? raw ?? '',
    raw,
    code: glyph,
    font,
    size: emSize(matrix),
    x: matrix[4],
    y: matrix[5],
    advance: (matrix[1] === 0 ? Math.abs(matrix[0]) : Math.hypot(matrix[0], matrix[1])) * width * font.unit,
    isUpright: isUpright(matrix),
    matrix,
    shown: code,
    box: inkBox(matrix, font, width, ink),
    hasInk: font.outlines ? ink !== undefined : undefined,
    mcid: mark?.mcid ?? -1,
    cluster: mark?.actual,
    isArtifact: mark?.isArtifact ?? false,
    clip: state.clip,
    colour: state.fill,
    opacity: mark?.isHidden ? 0 : state.opacity,
    mode: state.mode,
    order: painter.order++,
  });
}

/** From ems of the glyph to points of the page. */
function glyphMatrix({ state, text }: Painter): Matrix {
  const { ctm, size, scale, rise } = state;
  if (ctm[1] !== 0 || ctm[2] !== 0 || text[1] !== 0 || text[2] !== 0)
    return multiply(multiply([size * scale, 0, 0, size, 0, rise], text), ctm);
  // Upright text, which nearly all is: the same product without its zeros.
  const x = text[0] * ctm[0];
  const y = text[3] * ctm[3];
  return [size * scale * x, 0, 0, size * y, text[4] * ctm[0] + ctm[4], rise * y + text[5] * ctm[3] + ctm[5]];
}

/** Slanted letters lean by up to a third. */
function isUpright([a, b, c, d]: Matrix): boolean {
  return a > 0 && d > 0 && Math.abs(b) < a / 10 && Math.abs(c) < d / 2;
}

function emSize([a, b, c, d]: Matrix): number {
  if (b === 0 && c === 0) return Math.min(Math.abs(a), Math.abs(d));
  return Math.min(Math.hypot(a, b), Math.hypot(c, d));
}

function takeActual(mark: Painter['marks'][number]): string | undefined {
  if (!mark.actual) return undefined;
  const { text, isTaken } = mark.actual;
  mark.actual.isTaken = true;
  return isTaken ? '' : text;
}

function inkBox(matrix: Matrix, font: PdfFont, width: number, ink: Box | undefined): Box {
  const unit = font.outlines ? 1 / font.outlines.unitsPerEm : 0;
  if (ink) return transformBox(matrix, ink[0] * unit, ink[1] * unit, ink[2] * unit, ink[3] * unit);
  const left = font.isVertical ? -width / 2000 : 0;
  const right = left + width * font.unit;
  if (font.isVertical) return transformBox(matrix, left, -1, right, 0);
  return transformBox(matrix, left, font.descent / 1000, right, font.ascent / 1000);
}
