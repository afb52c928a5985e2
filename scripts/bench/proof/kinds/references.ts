import { type PDFArray, PDFDict, PDFHexString, PDFName, type PDFNumber, PDFString } from '@cantoo/pdf-lib';
import {
  dictOf,
  elements,
  entry,
  listOf,
  nameOf,
  numbersOf,
  toText,
} from '../../../prepress/read/pdf-file.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';

const name = (text: string) => PDFName.of(text);

/** The annotation of a suitable link. */
export function linkOf(subject: Subject, isWeb: boolean): { page: number; at: number; dict: PDFDict } {
  const all = subject.file.getPages().flatMap(({ node }, page) =>
    listOf(node, 'Annots').flatMap((dict, at) => {
      if (!(dict instanceof PDFDict) || nameOf(dict, 'Subtype') !== 'Link') return [];
      return (toText(entry(dictOf(dict, 'A'), 'URI')) !== undefined) === isWeb ? [{ page, at, dict }] : [];
    }),
  );
  if (all.length === 0) throw new Inapplicable();
  return subject.random.pick(all);
}

const removeLink = (isWeb: boolean) => (subject: Subject) => {
  const { page, at } = linkOf(subject, isWeb);
  (entry(subject.file.getPage(page).node, 'Annots') as PDFArray).remove(at);
};

function shiftLink(subject: Subject): void {
  const { dict } = linkOf(subject, subject.random.chance(0.5));
  const rect = elements(entry(dict, 'Rect')).map((value) => (value as PDFNumber).asNumber());
  dict.set(name('Rect'), subject.file.context.obj(rect.map((value, index) => value - (index % 2) * 60)));
}

/** Takes an entry of the catalog away. */
export const removed =
  (key: string) =>
  ({ file }: Subject) => {
    if (!file.catalog.get(name(key))) throw new Inapplicable();
    file.catalog.delete(name(key));
  };

/** The first entry of the outline with children, or any entry. */
function outlineItem({ file }: Subject): PDFDict {
  const first = dictOf(dictOf(file.catalog, 'Outlines'), 'First');
  if (!first) throw new Inapplicable();
  for (let item: PDFDict | undefined = first; item; item = dictOf(item, 'Next'))
    if (dictOf(item, 'First')) return item;
  return first;
}

const of = (kind: string, own: string, change: Mutation['change']): Mutation => ({ kind, name: own, change });

/** Changes of labels, links and outline. */
export const referenceKinds: Mutation[] = [
  of('furniture', 'page-labels-removed', removed('PageLabels')),
  of('furniture', 'page-labels-prefixed', ({ file }) =>
    file.catalog.set(
      name('PageLabels'),
      file.context.obj({ Nums: [0, { S: 'D', P: PDFString.of('A-') }] } as never),
    ),
  ),
  of('furniture', 'page-labels-shifted', ({ file }) =>
    file.catalog.set(name('PageLabels'), file.context.obj({ Nums: [0, { S: 'D', St: 5 }] } as never)),
  ),
  of('furniture', 'page-labels-roman', ({ file }) =>
    file.catalog.set(name('PageLabels'), file.context.obj({ Nums: [0, { S: 'r' }] } as never)),
  ),
  of('furniture', 'running-head-removed', (subject) => {
    const isText = ({ page, text }: Piece) => page > 2 && text.length > 40;
    const { page } = subject.pick(/ P$/, isText);
    subject.edit(page, (operators) => {
      // The folio is painted behind it.
      const folio = operators.findLastIndex(({ isArtifact, name: own }) => isArtifact && own === 'BT');
      const shown = operators.slice(0, folio).filter((one) => one.isArtifact && one.code !== undefined);
      if (shown.length < 4) throw new Inapplicable();
      for (const operator of shown) operator.text = '';
    });
  }),
  of('reference', 'toc-links-removed', ({ file }) => {
    const page = file.getPages().find(({ node }) => listOf(node, 'Annots').length > 1);
    if (!page) throw new Inapplicable();
    page.node.delete(name('Annots'));
  }),
  of('reference', 'internal-link-removed', removeLink(false)),
  of('reference', 'uri-link-removed', removeLink(true)),
  of('reference', 'uri-changed', (subject) =>
    dictOf(linkOf(subject, true).dict, 'A')!.set(name('URI'), PDFString.of('https://example.com/other')),
  ),
  of('reference', 'internal-link-to-other-page', (subject) => {
    const { dict } = linkOf(subject, false);
    dict.delete(name('A'));
    dict.set(name('Dest'), subject.file.context.obj([subject.file.getPage(0).ref, 'Fit'] as never));
  }),
  of('reference', 'link-rect-moved', shiftLink),
  of('reference', 'uri-script', (subject) =>
    dictOf(linkOf(subject, true).dict, 'A')!.set(name('URI'), PDFString.of('javascript:alert(1)')),
  ),
  of('reference', 'link-area-tiny', (subject) => {
    const { dict } = linkOf(subject, subject.random.chance(0.5));
    const [x = 0, y = 0] = elements(entry(dict, 'Rect')).map((value) => (value as PDFNumber).asNumber());
    dict.set(name('Rect'), subject.file.context.obj([x, y, x + 1, y + 1]));
  }),
  of('reference', 'link-over-lines-beside', (subject) => {
    const { dict } = linkOf(subject, false);
    const [left, bottom, right, top] = numbersOf(dict, 'Rect');
    dict.set(name('Rect'), subject.file.context.obj([left!, bottom! - 40, right!, top! + 40]));
  }),
  of('reference', 'link-added', (subject) => {
    const { node } = subject.random.pick(subject.file.getPages());
    const { context } = subject.file;
    const link = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [60, 300, 200, 320],
      Contents: PDFString.of('x'),
      A: { S: 'URI', URI: PDFString.of('https://example.net/') },
    } as never);
    node.addAnnot(context.register(link));
  }),
  of('reference', 'links-exchanged', (subject) => {
    const [one, other] = [linkOf(subject, false), linkOf(subject, true)];
    const kept = ['A', 'Dest'].map(
      (key) => [key, one.dict.get(name(key)), other.dict.get(name(key))] as const,
    );
    for (const [key, own, foreign] of kept) {
      if (foreign) one.dict.set(name(key), foreign);
      else one.dict.delete(name(key));
      if (own) other.dict.set(name(key), own);
      else other.dict.delete(name(key));
    }
  }),
  of('outline', 'outline-removed', removed('Outlines')),
  of('outline', 'outline-title-changed', (subject) =>
    outlineItem(subject).set(name('Title'), PDFHexString.fromText('另一个标题')),
  ),
  of('outline', 'outline-flattened', (subject) => {
    const item = outlineItem(subject);
    if (!dictOf(item, 'First')) throw new Inapplicable();
    const next = item.get(name('Next'));
    item.set(name('Next'), item.get(name('First'))!);
    let last = dictOf(item, 'First')!;
    while (dictOf(last, 'Next')) last = dictOf(last, 'Next')!;
    if (next) last.set(name('Next'), next);
    item.delete(name('First'));
    item.delete(name('Last'));
  }),
  of('outline', 'outline-entry-removed', (subject) => {
    const item = outlineItem(subject);
    const next = dictOf(item, 'Next');
    if (!next) throw new Inapplicable();
    const after = next.get(name('Next'));
    if (after) item.set(name('Next'), after);
    else item.delete(name('Next'));
  }),
  of('outline', 'outline-titles-exchanged', (subject) => {
    const item = outlineItem(subject);
    const next = dictOf(item, 'Next');
    if (!next) throw new Inapplicable();
    if (toText(entry(item, 'Title')) === toText(entry(next, 'Title'))) throw new Inapplicable();
    const kept = item.get(name('Title'))!;
    item.set(name('Title'), next.get(name('Title'))!);
    next.set(name('Title'), kept);
  }),
  of('outline', 'outline-leads-to-cover', (subject) => {
    const item = outlineItem(subject);
    item.delete(name('A'));
    item.set(name('Dest'), subject.file.context.obj([subject.file.getPage(0).ref, 'Fit'] as never));
  }),
  of('outline', 'outline-entry-twice', (subject) => {
    const item = outlineItem(subject);
    const { context } = subject.file;
    const twin = context.obj({});
    for (const key of ['Title', 'Parent', 'Dest', 'A', 'Next']) {
      const value = item.get(name(key));
      if (value) twin.set(name(key), value);
    }
    item.set(name('Next'), context.register(twin));
  }),
];
