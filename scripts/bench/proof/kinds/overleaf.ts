import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { dictOf, entry, listOf, numberOf } from '../../../prepress/read/pdf-file.js';
import { frameOf, type Operator, pixelsPerPoint } from '../page-edit.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';

/** Moves a piece of text with its tag to another page, `by` points higher than it stood. */
function moveTo(subject: Subject, piece: Piece, { page, up }: { page: number; up: number }): void {
  const { file } = subject;
  const target = file.getPage(page).node;
  const mcid = 9000 + piece.mcid;
  let copied = '';
  subject.edit(piece.page, (operators) => {
    const own = operators.filter((one) => one.mcid === piece.mcid);
    const first = own.findIndex(({ name }) => name === 'BT');
    const last = own.findLastIndex(({ name }) => name === 'ET');
    if (first < 0) throw new Inapplicable();
    copied = own
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join('\n');
    for (const one of own.slice(first, last + 1)) one.text = '';
  });
  const fonts = dictOf(file.getPage(piece.page).node.Resources(), 'Font');
  for (const [key, value] of fonts?.entries() ?? []) dictOf(target.Resources(), 'Font')?.set(key, value);
  const down = (page - piece.page) * frameOf(subject) - up * pixelsPerPoint;
  subject.edit(page, (operators) => addAtEnd(operators, { mcid, copied, down }));
  addToTree(subject, piece, { page: target, mcid });
}

function addAtEnd(
  operators: Operator[],
  { mcid, copied, down }: { mcid: number; copied: string; down: number },
): void {
  const end = operators.findLastIndex(({ name, mcid: own }) => name === 'EMC' && own >= 0);
  if (end < 0) throw new Inapplicable();
  const shift = `1 0 0 1 0 ${down.toFixed(2)} cm`;
  operators[end]!.text += `\n/P <</MCID ${mcid}>> BDC q ${shift}\n${copied}\nQ EMC`;
}

/** Makes the element's content that of the other page. */
function addToTree({ file }: Subject, piece: Piece, { page, mcid }: { page: PDFDict; mcid: number }): void {
  const { context } = file;
  const from = file.getPage(piece.page).ref;
  const content = context.obj({
    Type: 'MCR',
    Pg: context.getObjectRef(page)!,
    MCID: mcid,
  } as never);
  const dict = context
    .enumerateIndirectObjects()
    .find(
      ([, object]) => object instanceof PDFDict && replaced(object, { mcid: piece.mcid, from, content }),
    )?.[1];
  if (!dict) throw new Inapplicable();
  const parents = dictOf(dictOf(file.catalog, 'StructTreeRoot'), 'ParentTree');
  const key = numberOf(page, 'StructParents');
  for (const node of [parents, ...listOf(parents, 'Kids')]) {
    const list = listOf(node, 'Nums');
    for (let at = 0; at + 1 < list.length; at += 2) {
      const [number, own] = [list[at], list[at + 1]];
      if (!(number instanceof PDFNumber) || number.asNumber() !== key || !(own instanceof PDFArray)) continue;
      while (own.size() < mcid) own.push(context.obj(null));
      own.push(context.getObjectRef(dict)!);
    }
  }
}

/** Exchanges one kid of a structure element. @returns false where it has no such kid. */
function replaced(
  dict: PDFDict,
  { mcid, from, content }: { mcid: number; from: unknown; content: PDFObject },
): boolean {
  if (!dict.get(PDFName.of('S'))) return false;
  const kids = entry(dict, 'K');
  const isKid = (kid: unknown) =>
    kid instanceof PDFDict
      ? numberOf(kid, 'MCID') === mcid && (kid.get(PDFName.of('Pg')) ?? dict.get(PDFName.of('Pg'))) === from
      : kid instanceof PDFNumber && kid.asNumber() === mcid && dict.get(PDFName.of('Pg')) === from;
  if (kids instanceof PDFArray) {
    const at = listOf(dict, 'K').findIndex(isKid);
    if (at >= 0) kids.set(at, content);
    return at >= 0;
  }
  if (!isKid(kids)) return false;
  dict.set(PDFName.of('K'), content);
  return true;
}

/** The last piece of text on a page, or the first. */
const edgeOf = (subject: Subject, edge: 'last' | 'first') => {
  const whole = subject.pieces.filter(
    ({ path, text, page }) => / Art P$/.test(path) && text.length > 3 && page > 2,
  );
  const pages = [...new Set(whole.map(({ page }) => page))];
  const own = pages.map((page) => whole.filter((piece) => piece.page === page).at(edge === 'last' ? -1 : 0)!);
  const alone = own.filter(
    (piece) => subject.pieces.filter(({ element }) => element === piece.element).length === 1,
  );
  if (alone.length === 0) throw new Inapplicable();
  return subject.random.pick(alone);
};

const overleaf = (name: string, change: Mutation['change']): Mutation => ({ kind: 'overleaf', name, change });

/** Text on another page than that of its story. */
export const overleafKinds: Mutation[] = [
  overleaf('paragraph-to-foot-of-next-page', (subject) => {
    const piece = edgeOf(subject, 'last');
    moveTo(subject, piece, { page: piece.page + 1, up: 60 - piece.box[1] });
  }),
  overleaf('paragraph-to-head-of-next-page', (subject) => {
    const piece = edgeOf(subject, 'last');
    moveTo(subject, piece, { page: piece.page + 1, up: 560 - piece.box[3] });
  }),
  overleaf('paragraph-to-page-before', (subject) => {
    const piece = edgeOf(subject, 'first');
    moveTo(subject, piece, { page: piece.page - 1, up: 70 - piece.box[1] });
  }),
  overleaf('paragraph-two-pages-on', (subject) => {
    const piece = edgeOf(subject, 'last');
    if (piece.page + 2 >= subject.file.getPageCount()) throw new Inapplicable();
    moveTo(subject, piece, { page: piece.page + 2, up: 0 });
  }),
  overleaf('note-on-next-page', (subject) => {
    const piece = subject.pick(/ Note P$/, ({ text }) => text.length > 3);
    moveTo(subject, piece, { page: piece.page + 1, up: 0 });
  }),
];
