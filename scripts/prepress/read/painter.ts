import type { PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { type Box, identity, type Matrix } from './matrix.js';
import type { PdfFile } from './pdf-file.js';
import type { PdfFont } from './read-font.js';
import type { Operand } from './read-operand.js';

/** Red, green, blue, 0 … 1; undefined for a pattern or a colour space that we do not compute. */
export type Colour = readonly [number, number, number] | undefined;

/** One glyph on a page. Lengths in points from the page's lower left corner. */
export interface Glyph {
  /** Text for a reader: the ActualText around the glyph (on its first glyph), else `raw`. */
  text: string;
  /** Text by the font's ToUnicode, unchanged; undefined where it has none. */
  raw: string | undefined;
  code: number;
  font: PdfFont;
  /** Height of the em in points, or its width, where that is less. */
  size: number;
  x: number;
  y: number;
  /** Distance to the next glyph, without spacing. */
  advance: number;
  /** From ems of the glyph to points of the page. */
  matrix: Matrix;
  /** The code in the content; `code` is the glyph in its font. */
  shown: number;
  /** Neither turned nor mirrored; slanted letters may lean. */
  isUpright: boolean;
  /** Box of its ink; for glyphs without readable outlines, advance × ascent. */
  box: Box;
  /** True if it has visible outlines; undefined where we cannot read them. */
  hasInk: boolean | undefined;
  /** Marked-content id, -1 outside of tagged content. */
  mcid: number;
  /** The ActualText around it, one object for all its glyphs. */
  cluster: Actual | undefined;
  isArtifact: boolean;
  clip: Box;
  colour: Colour;
  opacity: number;
  /** Text render mode: 3 and 7 paint nothing. */
  mode: number;
  /** Place in painting order, counted together with the page's shapes. */
  order: number;
}

/** Something opaque on a page that can be over or under a glyph: a filled rectangle or an image. */
export interface Shape {
  box: Box;
  colour: Colour;
  opacity: number;
  order: number;
  /** True if it is in tagged or artifact content. */
  isMarked: boolean;
}

/** A path that was painted: its box in points of the page. */
export interface PaintedPath {
  box: Box;
  /** Undefined where it is only stroked. */
  fill: Colour | 'none';
  /** The colour in which it is seen on white, filled or stroked; undefined if that is not known. */
  ink: Colour;
  order: number;
  clip: Box;
  mcid: number;
  isArtifact: boolean;
}

/** A picture or a form painted from a resource. */
export interface Picture {
  /** Its stream: one object for all places where it is painted. */
  object: PDFStream;
  /** From the unit square in which it is painted to points of the page. */
  matrix: Matrix;
  /** Box around it, in points of the page; not clipped. */
  box: Box;
  clip: Box;
  mcid: number;
  isArtifact: boolean;
  order: number;
}

/** The graphics state of PDF 32000-1 §8.4, as far as text needs it. */
export interface GraphicsState {
  ctm: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  opacity: number;
  strokeOpacity: number;
  lineWidth: number;
  font: PdfFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** ActualText: the meaning of all glyphs of a sequence together. */
export interface Actual {
  readonly text: string;
  /** True if a glyph already has it. */
  isTaken: boolean;
}

/** An open marked-content sequence. */
export interface Mark {
  mcid: number;
  isArtifact: boolean;
  /** The replacement text of this sequence or of one around it. */
  actual: Actual | undefined;
  isHidden: boolean;
}

/** The state of reading one content stream. */
export interface Painter {
  file: PdfFile;
  resources: PDFDict | undefined;
  fonts: Map<unknown, PdfFont>;
  /** Those that this page has named, by resources and name. */
  named: Map<PDFDict, Map<string, PdfFont>>;
  state: GraphicsState;
  saved: GraphicsState[];
  text: Matrix;
  line: Matrix;
  marks: Mark[];
  path: Path;
  glyphs: Glyph[];
  shapes: Shape[];
  pictures: Picture[];
  /** Boxes of all paths that were painted, filled or stroked, with the width of their lines. */
  paths: PaintedPath[];
  /** Operators that hide, fade, rotate or cover in ways that the glyphs and boxes here do not show. */
  unusual: Set<string>;
  order: number;
  depth: number;
  isMisnested: boolean;
  /** Entries of tags' property lists that a screen reader speaks or follows: Alt, E, Lang. */
  said: Set<string>;
}

/** The path under construction: its corners, rectangles and curves. */
export interface Path {
  boxes: Box[];
  points: (readonly [number, number])[];
  hasCurves: boolean;
  clips: boolean;
}

/** Carries out one operator. */
export type Handler = (painter: Painter, operands: Operand[]) => void;

export function emptyPath(): Path {
  return { boxes: [], points: [], hasCurves: false, clips: false };
}

/** The state at the start of a page whose visible area is `clip`. */
export function initialState(clip: Box): GraphicsState {
  return {
    ctm: identity,
    clip,
    fill: [0, 0, 0],
    stroke: [0, 0, 0],
    opacity: 1,
    strokeOpacity: 1,
    lineWidth: 1,
    font: undefined,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

export function numberAt(operands: Operand[], index: number): number {
  const value = operands[index];
  return typeof value === 'number' ? value : 0;
}
