import { comparable } from './comparable.js';
import { type Finding, placeName, positionOf } from './finding.js';
import { isInside } from './matrix.js';
import { areaBox, type PageFacts } from './page-facts.js';
import type { PdfReading } from './read-pdf.js';
import { folioIn, type Word } from './untagged-words.js';

/** What the margins of a book may say. */
interface Margins {
  facts: readonly (PageFacts | undefined)[];
  runningHead: string;
  isWritten: (text: string) => boolean;
}

/**
 * 书眉: what stands in the margins of a page of ours is a folio, or words of the book. What is on several pages may come
 * from a style sheet, and is let pass.
 */
export function checkHeads(
  { pages }: PdfReading,
  words: readonly Word[][],
  { facts, runningHead, isWritten }: Margins,
): Finding[] {
  const whole = runningHead.split(/\s+/).map((word) => comparable(word).join(''));
  const heads = words.flatMap((onPage, index) => {
    const area = facts[index]?.typeArea && areaBox(facts[index].typeArea, pages[index]!);
    const beside = area ? onPage.filter(({ box }) => !isInside(box, area, 0)) : [];
    return beside.flatMap(({ text, box }) =>
      folioIn(text) === undefined ? [{ index, box, text: comparable(text).join('') }] : [],
    );
  });
  const counts = new Map<string, number>();
  for (const { text } of heads) counts.set(text, (counts.get(text) ?? 0) + 1);
  return heads.flatMap(({ index, box, text }): Finding[] => {
    if (counts.get(text)! > 1) return [];
    // The book's own head, on versos, is there as a whole.
    const isCut = index % 2 === 1 && whole.some((word) => word !== text && word.includes(text));
    if (!isCut && isWritten(text.replace(/(?:…|\.)+$/u, ''))) return [];
    const position = positionOf(pages[index]!, box);
    const message = `Unexpected “${text}” in the margin on ${placeName(index + 1, position)}, expected a folio or words of the book`;
    const remedy = 'The running head is not the book’s: print again.';
    return [{ rule: 'running-head', page: index + 1, position, characters: text, message, remedy }];
  });
}
