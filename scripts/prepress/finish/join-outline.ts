import { type PDFDict, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { dictOf, type PdfFile, textOf } from '../read/pdf-file.js';

/** An entry of the outline, with its reference in the file. */
interface Item {
  dict: PDFDict;
  kids: Item[];
}

const name = PDFName.of;

/**
 * 书签: a heading that a page break has split has one entry, which leads to its first piece. `joined` gives the
 * structure element of the first piece for those of the later ones. To be called before elements are removed.
 */
export function joinOutline(file: PdfFile, joined: ReadonlyMap<PDFDict, PDFDict>): void {
  const root = dictOf(file.catalog, 'Outlines');
  if (!root || joined.size === 0) return;
  const items = kidsOf(root);
  const removed = joinKids(items, new Map(), joined);
  if (removed.length === 0) return;
  const refs = new Map(file.context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  link(root, items, (dict) => refs.get(dict)!);
  for (const dict of removed) file.context.delete(refs.get(dict)!);
}

function kidsOf(parent: PDFDict): Item[] {
  const items: Item[] = [];
  for (let dict = dictOf(parent, 'First'); dict; dict = dictOf(dict, 'Next'))
    items.push({ dict, kids: kidsOf(dict) });
  return items;
}

/** Removes entries of later pieces, and gives their words and kids to the first. @returns those entries. */
function joinKids(
  items: Item[],
  byElement: Map<PDFDict, Item>,
  joined: ReadonlyMap<PDFDict, PDFDict>,
): PDFDict[] {
  const removed: PDFDict[] = [];
  for (const item of [...items]) {
    const element = dictOf(item.dict, 'SE');
    const first = element && byElement.get(joined.get(element) ?? element);
    if (first) {
      const title = `${textOf(first.dict, 'Title') ?? ''}${textOf(item.dict, 'Title') ?? ''}`;
      first.dict.set(name('Title'), PDFHexString.fromText(title));
      first.kids.push(...item.kids);
      items.splice(items.indexOf(item), 1);
      removed.push(item.dict);
    } else if (element) byElement.set(element, item);
    removed.push(...joinKids(item.kids, byElement, joined));
  }
  return removed;
}

/** Rewrites the links of a list; all entries are open. @returns their number. */
function link(parent: PDFDict, items: readonly Item[], refOf: (dict: PDFDict) => PDFRef): number {
  const set = (dict: PDFDict, key: string, to: Item | undefined) =>
    to ? dict.set(name(key), refOf(to.dict)) : dict.delete(name(key));
  set(parent, 'First', items[0]);
  set(parent, 'Last', items.at(-1));
  let count = items.length;
  items.forEach(({ dict, kids }, index) => {
    dict.set(name('Parent'), refOf(parent));
    set(dict, 'Prev', items[index - 1]);
    set(dict, 'Next', items[index + 1]);
    count += link(dict, kids, refOf);
  });
  if (count > 0) parent.set(name('Count'), PDFNumber.of(count));
  else parent.delete(name('Count'));
  return count;
}
