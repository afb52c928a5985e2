import { type Finding, placeName, positionOf } from '../finding.js';
import { areaBox, type PageFacts } from '../page-facts.js';
import { type Box, isInside } from '../read/matrix.js';
import type { LinkAnnotation } from '../read/read-navigation.js';
import type { PdfPage, PdfReading } from '../read/read-pdf.js';
import { folioIn, type Word } from './untagged-words.js';

/** Every page number beside a link (a table of contents has one in each line) is the folio of the page linked to. */
export function checkReferences(
  reading: PdfReading,
  words: Word[][],
  facts: readonly (PageFacts | undefined)[],
): Finding[] {
  return reading.pages.flatMap((page, index) => {
    const on = { page, number: index + 1, words: words[index]! };
    const findings = page.links.flatMap((link) => checkLink(reading, link, on) ?? []);
    return isContents(facts[index]) ? [...findings, ...checkRows(on, facts[index])] : findings;
  });
}

/** Roman folios are printed on contents only. */
const isContents = (facts: PageFacts | undefined) => /^[ivxlcdm]+$/.test(facts?.folio ?? '');

/** In our contents every row is a link with a number. */
function checkRows(on: OnPage, facts: PageFacts | undefined): Finding[] {
  if (!facts?.typeArea) return [];
  const remedy = 'Build again: the contents have lost a part of a row.';
  const rows = on.page.links.filter(({ uri }) => uri === undefined);
  const unnumbered = rows.filter(({ box }) => referenceBeside(box, on) === undefined);
  const area = areaBox(facts.typeArea, on.page);
  const unlinked = on.words.filter(
    ({ text, box }) =>
      folioIn(text) !== undefined && isInside(box, area, 0) && !rows.some((row) => isInside(box, row.box, 2)),
  );
  const found = (box: Box, problem: string, characters?: string): Finding => {
    const position = positionOf(on.page, box);
    const message = `${problem} on ${placeName(on.number, position)}`;
    return {
      rule: 'page-reference',
      page: on.number,
      position,
      ...(characters && { characters }),
      message,
      remedy,
    };
  };
  return [
    ...unnumbered.map(({ box }) => found(box, 'Lost page number of the row of contents')),
    ...unlinked.map(({ box, text }) => found(box, `Lost link of the page number ${text}`, text)),
  ];
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
