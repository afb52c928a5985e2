import type { Finding } from '../finding.js';
import { documentPoints } from '../pdf-ua/document-points.js';
import { fontPoints } from '../pdf-ua/font-points.js';
import type { UaPoint, UaSubject } from '../pdf-ua/point.js';
import { structurePoints } from '../pdf-ua/structure-points.js';
import { tablePoints } from '../pdf-ua/table-points.js';
import type { PdfReading } from '../read/read-pdf.js';
import { descendants } from '../read/read-structure.js';

/** The points of PDF/UA-1 (ISO 14289-1) that software can decide and that concern our books. */
export const uaPoints: readonly UaPoint[] = [
  ...documentPoints,
  ...structurePoints,
  ...tablePoints,
  ...fontPoints,
];

/** Pages with incorrect marks. */
export type PageMarks = Pick<UaSubject, 'unmarked' | 'misnested'>;

/** The state of each point: its breaches, empty where it holds. Call it once all pages were read. */
export function uaStates(reading: PdfReading, marks: PageMarks): { point: UaPoint; breaches: string[] }[] {
  const elements = reading.structure ? [...descendants(reading.structure)] : [];
  const subject: UaSubject = { reading, elements, ...marks };
  return uaPoints.map((point) => ({ point, breaches: [...new Set(point.breaches(subject))] }));
}

/** Checks PDF/UA-1 if a file is our book, or claims conformance: other files do not promise it. */
export function checkAccessibility(
  reading: PdfReading,
  marks: PageMarks,
  { isOurs }: { isOurs: boolean },
): Finding[] {
  if (!isOurs && !/pdfuaid:part/.test(reading.xmp ?? '')) return [];
  return uaStates(reading, marks).flatMap(({ point, breaches }) => {
    if (breaches.length === 0) return [];
    const message = `PDF/UA-1 (${point.id}): expected that ${point.rule}; unexpected ${breaches.slice(0, 5).join(', ')}`;
    return [{ rule: 'pdf-ua' as const, message, remedy: 'Fix the manuscript or the theme at these places.' }];
  });
}
