import { type Finding, placeName } from '../finding.js';
import { comparable } from '../read/comparable.js';
import { type Box, boxAround } from '../read/matrix.js';
import { runKey, type TaggedRun } from '../read/page-text.js';
import type { OutlineEntry } from '../read/read-navigation.js';
import type { PdfReading } from '../read/read-pdf.js';
import { descendants, isElement, isMarkedContent, type StructureElement } from '../read/read-structure.js';

/** A printed heading: its place and its text. */
interface Heading {
  text: string;
  page: number;
  box: Box;
}

const remedy = 'Print again: the outline is made from the headings.';

/** 书签: every entry leads to the heading with its words. Files without tagged headings are not checked. */
export function checkOutline(reading: PdfReading, runs: readonly TaggedRun[]): Finding[] {
  // In the order of pages: where two languages face each other, each is read through by itself.
  const headings = headingsOf(runs).sort((one, other) => one.page - other.page);
  const findings: Finding[] = [];
  const listed = new Set<Heading>();
  let next = 0;
  for (const entry of reading.outline) {
    const title = comparable(entry.title).join('');
    const found = headings.findIndex((heading, index) => index >= next && heading.text === title);
    if (found >= 0) {
      next = found + 1;
      listed.add(headings[found]!);
    }
    const finding = checkEntry(reading, entry, { heading: headings[found], isTagged: headings.length > 0 });
    if (finding) findings.push(finding);
  }
  // Others may list some headings only.
  const isOurs = reading.edition !== undefined && reading.outline.length > 0;
  return isOurs
    ? [...findings, ...headings.flatMap((one) => (listed.has(one) ? [] : unlisted(one)))]
    : findings;
}

function unlisted({ text, page }: Heading): Finding {
  const message = `Lost outline entry of “${text}” on ${placeName(page + 1, undefined)}: no entry has its words in this place`;
  return { rule: 'outline', page: page + 1, characters: text, message, remedy };
}

function checkEntry(
  reading: PdfReading,
  { title, destination }: OutlineEntry,
  { heading, isTagged }: { heading: Heading | undefined; isTagged: boolean },
): Finding | undefined {
  const found = (problem: string, page?: number): Finding => ({
    rule: 'outline',
    ...(page !== undefined && { page: page + 1 }),
    characters: title,
    message: `The outline entry “${title}” ${problem}`,
    remedy,
  });
  if (!destination || destination.page < 0) return found('leads nowhere');
  if (!isTagged) return undefined;
  if (!heading) return found('does not match a heading in this place', destination.page);
  const place = placeName(heading.page + 1, undefined);
  if (destination.page !== heading.page)
    return found(`leads to page ${destination.page + 1}, expected ${place}`, destination.page);
  const { trim } = reading.pages[heading.page]!;
  if (isNear(destination.y ?? trim[3], heading.box)) return undefined;
  return found(`leads to another place of ${place} than its heading`, destination.page);
}

/**
 * A destination is the upper edge of the heading's box: at most its own white space above the ink, never below it.
 * A heading may carry the white before it as padding: an inch is more than any has.
 */
function isNear(y: number, [, bottom, , top]: Box): boolean {
  return y >= bottom && y <= top + 72;
}

function headingsOf(runs: readonly TaggedRun[]): Heading[] {
  const byElement = new Map<StructureElement, TaggedRun[]>();
  for (const run of runs) {
    const element = headingAround(run.element);
    if (!element) continue;
    const list = byElement.get(element);
    if (list) list.push(run);
    else byElement.set(element, [run]);
  }
  return [...byElement].map(([element, parts]) => {
    const { page } = parts[0]!;
    const boxes = parts.flatMap((run) => (run.page === page && run.box ? [run.box] : []));
    const text = wordsOf(element, parts);
    return { text, page, box: boxAround(boxes) ?? [0, 0, 0, 0] };
  });
}

/** The words of a heading; a character that is a picture is named by its description, as in the outline. */
function wordsOf(heading: StructureElement, parts: readonly TaggedRun[]): string {
  const runs = new Map(parts.map((run) => [runKey(run.page, run.mcid), run]));
  const read = (element: StructureElement): string[] =>
    element.kids.flatMap((kid): string[] => {
      if (isMarkedContent(kid)) return [...(runs.get(runKey(kid.page, kid.mcid))?.characters ?? [])];
      if (!isElement(kid)) return [];
      return kid.type === 'Figure' ? comparable(kid.alt ?? '') : read(kid);
    });
  const hasPicture = [...descendants(heading)].some(({ type }) => type === 'Figure');
  return (hasPicture ? read(heading) : parts.flatMap(({ characters }) => characters)).join('');
}

function headingAround(element: StructureElement | undefined): StructureElement | undefined {
  for (let at = element; at; at = at.parent) if (/^H[1-6]?$/.test(at.type)) return at;
  return undefined;
}
