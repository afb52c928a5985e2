import { type Finding, placeName, positionOf } from './finding.js';
import { type Box, isInside } from './matrix.js';
import type { LinkAnnotation } from './read-navigation.js';
import type { PdfPage, PdfReading } from './read-pdf.js';
import { folioIn, type Word } from './untagged-words.js';

/** Every page number beside a link (a table of contents has one in each line) is the folio of the page linked to. */
export function checkReferences(reading: PdfReading, words: Word[][]): Finding[] {
  return reading.pages.flatMap((page, index) =>
    page.links.flatMap(
      (link) => checkLink(reading, link, { page, number: index + 1, words: words[index]! }) ?? [],
    ),
  );
}

interface OnPage {
  page: PdfPage;
  number: number;
  words: Word[];
}

function checkLink(reading: PdfReading, link: LinkAnnotation, on: OnPage): Finding | undefined {
  if (link.uri !== undefined) return undefined;
  const position = positionOf(on.page, link.box);
  const place = placeName(on.number, position);
  const { destination } = link;
  if (!destination || destination.page < 0) {
    const message = `The link${link.name ? ` to “${link.name}”` : ''} on ${place} leads nowhere`;
    const remedy = 'Correct its target, or remove the link.';
    return { rule: 'page-reference', page: on.number, position, message, remedy };
  }
  const reference = referenceBeside(link.box, on);
  const expected = reading.labels?.[destination.page];
  if (reference === undefined || expected === undefined || reference === expected) return undefined;
  const message = `Unexpected page number ${reference} on ${place}, expected ${expected}, the folio of the page it leads to`;
  const remedy = 'Build again: the contents were made from other pages.';
  return { rule: 'page-reference', page: on.number, position, characters: reference, message, remedy };
}

/** The last page number in a link's box. */
function referenceBeside(box: Box, { words }: OnPage): string | undefined {
  const inside = words.filter((word) => isInside(word.box, box, 2));
  return inside.map(({ text }) => folioIn(text)).findLast((folio) => folio !== undefined);
}
