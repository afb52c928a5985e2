import { type Finding, placeName, positionOf } from '../finding.js';
import { areaBox, type PageFacts } from '../page-facts.js';
import { comparable } from '../read/comparable.js';
import { type Box, boxAround, isInside } from '../read/matrix.js';
import type { PdfReading } from '../read/read-pdf.js';
import { folioIn, type Word } from './untagged-words.js';

/** Texts that the margins of a book may have. */
interface Margins {
  facts: readonly (PageFacts | undefined)[];
  runningHead: string;
  isWritten: (text: string) => boolean;
}

/**
 * 书眉: text in the margins of our pages is a folio, or words of the book. Text on several pages may come from a style
 * sheet, and is accepted.
 */
export function checkHeads(
  { pages, labels }: PdfReading,
  words: readonly Word[][],
  { facts, runningHead, isWritten }: Margins,
): Finding[] {
  const own = comparable(runningHead).join('');
  const heads = words.flatMap((onPage, index) => {
    const typeArea = facts[index]?.typeArea;
    const area = typeArea && areaBox(typeArea, pages[index]!);
    const beside = area ? onPage.filter(({ box }) => !isInside(box, area, 0)) : [];
    const label = labels?.[index];
    const heads = beside.filter(({ text }) => label === undefined || folioIn(text) !== label);
    return linesOf(heads).map((line) => ({ index, ...line }));
  });
  const counts = new Map<string, number>();
  for (const { text } of heads) counts.set(text, (counts.get(text) ?? 0) + 1);
  return heads.flatMap(({ index, box, text }): Finding[] => {
    if (counts.get(text)! > 1 || text === own) return [];
    // The book's own head, on versos, is there as a whole.
    const isCut = index % 2 === 1 && own.includes(text);
    if (!isCut && isWritten(text.replace(/(?:…|\.)+$/u, ''))) return [];
    const position = positionOf(pages[index]!, box);
    const message = `Unexpected “${text}” in the margin on ${placeName(index + 1, position)}, expected a folio or words of the book`;
    const remedy = 'The running head is not the book’s: print again.';
    return [{ rule: 'running-head', page: index + 1, position, characters: text, message, remedy }];
  });
}

/** Words side by side are one line. */
function linesOf(words: readonly Word[]): { text: string; box: Box }[] {
  const lines: { text: string; box: Box }[] = [];
  for (const { text, box } of words) {
    const last = lines.at(-1);
    const isBeside = last && Math.min(last.box[3], box[3]) > Math.max(last.box[1], box[1]);
    const said = comparable(text).join('');
    if (isBeside) lines[lines.length - 1] = { text: last.text + said, box: boxAround([last.box, box])! };
    else lines.push({ text: said, box });
  }
  return lines;
}

/** A sheet may do without running heads. */
export const hidesHeads = /\.running-head\b[^{}]*\{[^}]*\b(?:display\s*:\s*none|visibility\s*:\s*hidden)/;

/** A page, by its index, without the head that layout has given it. */
export function lostHead(page: number, head: string | undefined): Finding {
  return {
    rule: 'running-head',
    page: page + 1,
    ...(head !== undefined && { characters: head }),
    message: `Lost running head ${head === undefined ? '' : `“${head}” `}of page ${page + 1}`,
    remedy: 'Print again, or hide it on all pages: .running-head { display: none } in the style sheet.',
  };
}
