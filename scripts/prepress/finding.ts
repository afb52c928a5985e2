import type { Box } from './read/matrix.js';
import type { PdfPage } from './read/read-pdf.js';

/** Rules of the preflight; one name each, used in reports and tests. */
export type FindingRule =
  | 'type3-font'
  | 'font-not-embedded'
  | 'missing-unicode'
  | 'wrong-unicode'
  | 'radical'
  | 'missing-glyph'
  | 'blank-glyph'
  | 'outside-page'
  | 'outside-type-area'
  | 'clipped'
  | 'hidden'
  | 'turned'
  | 'size'
  | 'covered'
  | 'out-of-order'
  | 'foreign-annotation'
  | 'lost'
  | 'doubled'
  | 'wrong'
  | 'swapped'
  | 'stray'
  | 'untagged'
  | 'tag'
  | 'joined'
  | 'blank'
  | 'reading'
  | 'label'
  | 'note'
  | 'emphasis'
  | 'table-rule'
  | 'picture'
  | 'link'
  | 'added'
  | 'document'
  | 'action'
  | 'glyph-outline'
  | 'folio'
  | 'page-label'
  | 'running-head'
  | 'page-reference'
  | 'outline'
  | 'pdf-ua'
  | 'press'
  | 'file'
  | 'more';

/** Finding: one fault that the preflight finds in a PDF. */
export interface Finding {
  rule: FindingRule;
  /** Page of the PDF, from 1; absent for findings about the whole document. */
  page?: number;
  /** Millimetres from the left and the upper edge of the page. */
  position?: { xMm: number; yMm: number };
  /** The article or generated part: a `Passage.name`. */
  passage?: string;
  /** Its place among the book's characters, where print and book have the same. */
  character?: number;
  /** Names and classes of the elements around it: p, .lead. */
  around?: readonly string[];
  /** The characters in question. */
  characters?: string;
  /** Its line of the manuscript, where it is known: `manuscript/2025-03-01/01.md:17`. */
  line?: string;
  /** Rules of a style sheet of the publication's own that may be its cause. */
  causes?: readonly { place: string; text: string }[];
  /** About one glyph: what is said of it, and where it stands, in points; `joinLines` takes it away. */
  glyph?: { problem: string; x: number; y: number; size: number };
  /** The fault, in one sentence that names page, passage, position and characters. */
  message: string;
  /** The remedy. */
  remedy: string;
}

const pointsPerMm = 72 / 25.4;

/** The place of a box on a page: its left and upper edge in millimetres, to a tenth. */
export function positionOf(page: PdfPage, box: Box): { xMm: number; yMm: number } {
  const [left, , , top] = page.trim;
  const round = (points: number) => Math.round((points / pointsPerMm) * 10) / 10;
  return { xMm: round(box[0] - left), yMm: round(top - box[3]) };
}

/** “page 7 (31.5 mm from the left, 120 mm from the top)”. */
export function placeName(page: number, position: { xMm: number; yMm: number } | undefined): string {
  if (!position) return `page ${page}`;
  return `page ${page} (${position.xMm} mm from the left, ${position.yMm} mm from the top)`;
}

/** A character as a person can look it up: “金” U+91D1. */
export function nameCharacters(characters: string): string {
  const points = [...characters].map(
    (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return points.length > 4 || points.length === 0 ? `“${characters}”` : `“${characters}” ${points.join(' ')}`;
}

/** Maximum number of findings of a rule that are reported one by one: more would repeat themselves. */
const perRule = 20;

/** Keeps the first findings of each rule and says how many more there are. */
export function curtail(findings: Finding[]): Finding[] {
  const counts = new Map<FindingRule, number>();
  const kept = findings.filter((finding) => {
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    return count <= perRule;
  });
  for (const [rule, count] of counts) {
    if (count <= perRule) continue;
    const message = `${count - perRule} more findings of the kind ${rule}`;
    kept.push({ rule: 'more', message, remedy: 'Fix the first ones: this often settles the others.' });
  }
  return kept;
}
