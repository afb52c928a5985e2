import { type Finding, placeName, positionOf } from '../finding.js';
import { areaBox, type PageFacts } from '../page-facts.js';
import { isInside } from '../read/matrix.js';
import type { PdfPage, PdfReading } from '../read/read-pdf.js';
import { folioIn, type Word } from './untagged-words.js';

const remedy = 'Print again: folios and page labels are made from the same pages.';

/** 页码: printed folios equal the page labels that a reader shows, and the labels are consecutive. */
export function checkFolios(
  reading: PdfReading,
  words: Word[][],
  facts: readonly (PageFacts | undefined)[],
): Finding[] {
  const { labels, pages } = reading;
  if (!labels) return [];
  const findings = pages.flatMap((page, index) =>
    checkFolio(page, { index, label: labels[index]!, words: words[index]!, facts: facts[index] }),
  );
  return [...findings, ...checkRun(labels)];
}

interface OnPage {
  index: number;
  label: string;
  words: Word[];
  facts: PageFacts | undefined;
}

function checkFolio(page: PdfPage, { index, label, words, facts }: OnPage): Finding[] {
  const number = index + 1;
  const printed = words.flatMap((word) => {
    const folio = folioIn(word.text);
    return folio !== undefined && isInMargin(word, page, facts) ? { folio, word } : [];
  });
  const expected = facts?.folio ?? (printed.length > 0 ? label : '');
  const place = placeName(number, undefined);
  if (expected !== '' && printed.length === 0) {
    const message = `Lost folio ${expected} of ${place}: none is printed`;
    return [{ rule: 'folio', page: number, characters: expected, message, remedy }];
  }
  if (expected !== '' && expected !== label) {
    const message = `Unexpected label “${label}” of ${place}, expected its folio ${expected}`;
    return [{ rule: 'page-label', page: number, characters: label, message, remedy }];
  }
  if (printed.some(({ folio }) => folio === expected)) return [];
  return printed.slice(0, 1).map(({ folio, word }) => {
    const position = positionOf(page, word.box);
    const wanted = expected === '' ? 'none' : expected;
    const message = `Unexpected folio ${folio} on ${placeName(number, position)}, expected ${wanted}`;
    return { rule: 'folio', page: number, position, characters: folio, message, remedy };
  });
}

/** Numbers beside the text are folios; those in it are page numbers of a table of contents. */
function isInMargin({ box }: Word, page: PdfPage, facts: PageFacts | undefined): boolean {
  if (facts?.typeArea && isInside(box, areaBox(facts.typeArea, page), 0)) return false;
  return !page.links.some((link) => isInside(box, link.box, 2));
}

/** Roman and arabic labels each count the pages one by one; the others (none, a name) count too. */
function checkRun(labels: readonly string[]): Finding[] {
  let before: { value: number; index: number } | undefined;
  const findings: Finding[] = [];
  labels.forEach((label, index) => {
    if (!/^\d+$/.test(label)) return;
    const value = Number(label);
    const expected = before && before.value + index - before.index;
    before = { value, index };
    if (expected === undefined || expected === value) return;
    const message = `Unexpected label ${label} of page ${index + 1}, expected ${expected}: the folios are not consecutive`;
    findings.push({ rule: 'page-label', page: index + 1, characters: label, message, remedy });
  });
  return findings;
}
