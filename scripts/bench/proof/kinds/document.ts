import {
  type PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib';
import {
  dictOf,
  elements,
  entry,
  infoOf,
  listOf,
  nameOf,
  type PdfFile,
  toText,
} from '../../../prepress/read/pdf-file.js';
import { streamBytes } from '../../../prepress/read/pdf-streams.js';
import { Inapplicable, type Mutation, type Subject } from '../subject.js';

const name = (text: string) => PDFName.of(text);

/** The annotation of a suitable link. */
function linkOf(subject: Subject, isWeb: boolean): { page: number; at: number; dict: PDFDict } {
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

const removed =
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

const rotated = (degrees: number, all: boolean) => (subject: Subject) => {
  const pages = subject.file.getPages();
  const chosen = all ? pages : [subject.random.pick(pages)];
  for (const { node } of chosen) node.set(name('Rotate'), PDFNumber.of(degrees));
};

const boxed = (key: string, box: (values: number[]) => number[]) => (subject: Subject) => {
  const { node } = subject.random.pick(subject.file.getPages());
  const media = elements(entry(node, 'MediaBox')).map((value) => (value as PDFNumber).asNumber());
  node.set(name(key), subject.file.context.obj(box(media)));
};

function changeXmp(file: PdfFile, change: (xmp: string) => string): void {
  const before = Buffer.from(streamBytes(entry(file.catalog, 'Metadata'))).toString('utf8');
  const after = change(before);
  if (after === before) throw new Inapplicable();
  const stream = file.context.stream(Buffer.from(after), { Type: 'Metadata', Subtype: 'XML' });
  file.catalog.set(name('Metadata'), file.context.register(stream));
}

const setTitle = (file: PdfFile) => infoOf(file)!.set(name('Title'), PDFHexString.fromText('另一个书名'));

const openAction =
  (action: object) =>
  ({ file }: Subject) =>
    file.catalog.set(name('OpenAction'), file.context.obj(action as never));

const of = (kind: string, own: string, change: Mutation['change']): Mutation => ({ kind, name: own, change });

/** Changes of the document's metadata. */
export const documentKinds: Mutation[] = [
  of('furniture', 'page-labels-removed', removed('PageLabels')),
  of('furniture', 'page-labels-prefixed', ({ file }) =>
    file.catalog.set(
      name('PageLabels'),
      file.context.obj({ Nums: [0, { S: 'D', P: PDFString.of('A-') }] } as never),
    ),
  ),
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
  of('page', 'rotate-90', rotated(90, false)),
  of('page', 'rotate-180', rotated(180, false)),
  of('page', 'all-pages-rotated-90', rotated(90, true)),
  of('page', 'blank-page-at-end', ({ file }) => {
    const { width, height } = file.getPage(0).getSize();
    file.addPage([width, height]);
  }),
  of('page', 'blank-page-inside', ({ file, random }) => {
    const { width, height } = file.getPage(0).getSize();
    file.insertPage(random.integer(2, file.getPageCount() - 1), [width, height]);
  }),
  of('page', 'page-removed', ({ file, random }) =>
    file.removePage(random.integer(1, file.getPageCount() - 1)),
  ),
  of('page', 'pages-exchanged', ({ file }) => {
    const last = file.getPageCount() - 1;
    const page = file.getPage(last);
    file.removePage(last);
    file.insertPage(last - 1, page);
  }),
  of(
    'page',
    'mediabox-wider',
    boxed('MediaBox', ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c + 40, d]),
  ),
  of(
    'page',
    'cropbox-smaller',
    boxed('CropBox', ([a = 0, b = 0, c = 0, d = 0]) => [a + 50, b, c, d]),
  ),
  of(
    'page',
    'trimbox-smaller',
    boxed('TrimBox', ([a = 0, b = 0, c = 0, d = 0]) => [a, b + 30, c, d]),
  ),
  of('page', 'user-unit', ({ file, random }) =>
    random.pick(file.getPages()).node.set(name('UserUnit'), PDFNumber.of(2)),
  ),
  of('meta', 'title-changed', ({ file }) => setTitle(file)),
  of('meta', 'title-changed-in-xmp-too', ({ file }) => {
    setTitle(file);
    changeXmp(file, (xmp) => xmp.replace(/(<dc:title>[\s\S]*?<rdf:li[^>]*>)[^<]*/, '$1另一个书名'));
  }),
  of('meta', 'lang-en', ({ file }) => file.catalog.set(name('Lang'), PDFString.of('en'))),
  of('meta', 'lang-zh-Hant', ({ file }) => file.catalog.set(name('Lang'), PDFString.of('zh-Hant'))),
  of('meta', 'lang-removed', removed('Lang')),
  of('meta', 'pdfua-claim-removed', ({ file }) =>
    changeXmp(file, (xmp) => xmp.replace(/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/, '')),
  ),
  of('meta', 'metadata-removed', removed('Metadata')),
  of('meta', 'author-changed', ({ file }) =>
    infoOf(file)!.set(name('Author'), PDFHexString.fromText('别人')),
  ),
  of('meta', 'reads-right-to-left', ({ file }) =>
    file.catalog.set(
      name('ViewerPreferences'),
      file.context.obj({ DisplayDocTitle: PDFBool.True, Direction: 'R2L' } as never),
    ),
  ),
  of('action', 'open-action-javascript', openAction({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })),
  of('action', 'open-action-launch', openAction({ S: 'Launch', F: PDFString.of('calc.exe') })),
  of('action', 'additional-action', ({ file }) =>
    file.catalog.set(
      name('AA'),
      file.context.obj({ WC: { S: 'JavaScript', JS: PDFString.of('1') } } as never),
    ),
  ),
  of('action', 'page-action', ({ file, random }) =>
    random
      .pick(file.getPages())
      .node.set(
        name('AA'),
        file.context.obj({ O: { S: 'URI', URI: PDFString.of('http://example.org') } } as never),
      ),
  ),
  of('action', 'document-javascript', ({ file }) => {
    const script = { S: 'JavaScript', JS: PDFString.of('1') };
    const names = dictOf(file.catalog, 'Names') ?? file.context.obj({});
    names.set(name('JavaScript'), file.context.obj({ Names: [PDFString.of('a'), script] } as never));
    file.catalog.set(name('Names'), names);
  }),
  of('action', 'link-to-script', (subject) => {
    const { dict } = linkOf(subject, subject.random.chance(0.5));
    dict.set(name('A'), subject.file.context.obj({ S: 'JavaScript', JS: PDFString.of('1') } as never));
  }),
  of('action', 'embedded-file', ({ file }) => {
    const names = dictOf(file.catalog, 'Names') ?? file.context.obj({});
    names.set(name('EmbeddedFiles'), file.context.obj({ Names: [] }));
    file.catalog.set(name('Names'), names);
  }),
];
