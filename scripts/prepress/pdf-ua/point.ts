import type { PdfReading } from '../read/read-pdf.js';
import type { StructureElement } from '../read/read-structure.js';

/** Subject of the points of PDF/UA-1. */
export interface UaSubject {
  reading: PdfReading;
  /** All elements of the structure tree, parents before children. */
  elements: readonly StructureElement[];
  /** Pages, from 1, with something painted that is neither tagged nor an artifact. */
  unmarked: readonly number[];
  /** Pages, from 1, where a tag is inside an artifact or an artifact inside a tag. */
  misnested: readonly number[];
}

/** A requirement of ISO 14289-1 that software can decide. */
export interface UaPoint {
  /** Its clause and the number of the test in veraPDF's profile of PDF/UA-1: "7.18.5-1". */
  id: string;
  /** The requirement. */
  rule: string;
  /** Breaches in the file, in words; empty where it holds. */
  breaches: (subject: UaSubject) => string[];
}
