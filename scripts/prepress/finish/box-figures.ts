import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { taggedBox } from '../read/figure-box.js';
import { elements, entry, nameOf, numberOf, type PdfFile } from '../read/pdf-file.js';
import { readPage, visibleBox } from '../read/read-page.js';

/** A picture in the structure: its element, and the sequences of content that it holds. */
interface Figure {
  dict: PDFDict;
  leaves: { page: PDFObject | undefined; mcid: number }[];
}

/**
 * Writes the place of each picture (BBox, ISO 32000-1 §14.8.5.4.3): readers zoom to it, and it reveals a picture that
 * is moved afterwards. To be called when structure and content of pages are final.
 */
export function boxFigures(file: PdfFile): void {
  const byPage = new Map<PDFObject | undefined, Figure[]>();
  for (const figure of figuresIn(file)) {
    const [first] = figure.leaves;
    if (first) byPage.set(first.page, [...(byPage.get(first.page) ?? []), figure]);
  }
  if (byPage.size === 0) return;
  for (const page of file.getPages()) {
    const own = byPage.get(page.node);
    if (!own) continue;
    const { pictures, paths } = readPage(file, page, new Map());
    for (const { dict, leaves } of own) {
      // A picture over a spread is painted on two pages; its box is the one on the first page.
      const ids = new Set(leaves.filter((leaf) => leaf.page === page.node).map(({ mcid }) => mcid));
      const isOwn = ({ mcid }: { mcid: number }) => ids.has(mcid);
      const painted = { pictures: pictures.filter(isOwn), paths: paths.filter(isOwn) };
      const box = taggedBox({ ...painted, page: visibleBox(page.node) });
      if (box) setBox(dict, box);
    }
  }
}

/** The pictures of a file in the order of their objects. An element with content of its own names its page. */
function figuresIn({ context }: PdfFile): Figure[] {
  return context.enumerateIndirectObjects().flatMap(([, dict]) => {
    if (!(dict instanceof PDFDict) || nameOf(dict, 'S') !== 'Figure') return [];
    const kids = entry(dict, 'K');
    const leaves = (kids instanceof PDFArray ? elements(kids) : [kids]).flatMap((kid) => {
      if (kid instanceof PDFNumber) return [{ page: entry(dict, 'Pg'), mcid: kid.asNumber() }];
      if (nameOf(kid, 'Type') !== 'MCR') return [];
      return [{ page: entry(kid, 'Pg'), mcid: numberOf(kid, 'MCID') ?? -1 }];
    });
    return [{ dict, leaves }];
  });
}

function setBox(dict: PDFDict, box: readonly number[]): void {
  const value = { O: 'Layout', BBox: box.map((points) => Math.round(points * 1000) / 1000) };
  const old = entry(dict, 'A');
  const kept = elements(old).length > 0 ? elements(old) : old ? [old] : [];
  dict.set(PDFName.of('A'), dict.context.obj([...kept, dict.context.obj(value)] as never));
}
