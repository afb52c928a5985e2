import { collectRuns, runKey, type TaggedText } from '../../scripts/prepress/read/page-text.js';
import type { PdfReading } from '../../scripts/prepress/read/read-pdf.js';
import {
  isElement,
  isMarkedContent,
  type StructureElement,
} from '../../scripts/prepress/read/read-structure.js';

/** The structure tree as text, one element per line, indented: `P Lang=en “Made in China”`. */
export function treeOf(reading: PdfReading): string {
  const text: TaggedText = new Map();
  reading.pages.forEach((page, index) => {
    collectRuns(text, index, page.content().glyphs);
  });
  const lines: string[] = [];
  const walk = (element: StructureElement, depth: number) => {
    const own = element.kids
      .filter((kid) => isMarkedContent(kid))
      .map(({ page, mcid }) => text.get(runKey(page, mcid))?.characters.join('') ?? '');
    const words = own.length > 0 ? ` “${own.join('|')}”` : '';
    const lang = element.lang ? ` Lang=${element.lang}` : '';
    const alt = element.alt ? ` Alt=${element.alt}` : '';
    const link = element.kids.some((kid) => 'object' in kid) ? ' →' : '';
    lines.push(`${'  '.repeat(depth)}${element.type}${lang}${alt}${words}${link}`);
    for (const kid of element.kids) if (isElement(kid)) walk(kid, depth + 1);
  };
  for (const kid of reading.structure?.kids ?? []) if (isElement(kid)) walk(kid, 0);
  return lines.join('\n');
}
