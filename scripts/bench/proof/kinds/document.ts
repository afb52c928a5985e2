import { PDFBool, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { dictOf, elements, entry, infoOf, type PdfFile } from '../../../prepress/read/pdf-file.js';
import { streamBytes } from '../../../prepress/read/pdf-streams.js';
import { Inapplicable, type Mutation, type Subject } from '../subject.js';
import { removed } from './references.js';

const name = (text: string) => PDFName.of(text);

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

const of = (kind: string, own: string, change: Mutation['change']): Mutation => ({ kind, name: own, change });

/** Changes of pages and of the document's metadata. */
export const documentKinds: Mutation[] = [
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
  of('page', 'all-pages-rotated-180', rotated(180, true)),
  of(
    'page',
    'mediabox-shifted',
    boxed('MediaBox', ([a = 0, b = 0, c = 0, d = 0]) => [a + 60, b, c + 60, d]),
  ),
  of('page', 'page-twice', ({ file, random }) => {
    const node = random.pick(file.getPages().slice(1)).node;
    const twin = node.clone();
    file.insertPage(2, [10, 10]).node.set(name('Contents'), twin.get(name('Contents'))!);
  }),
  of('page', 'first-page-last', ({ file }) => {
    const page = file.getPage(0);
    file.removePage(0);
    file.addPage(page);
  }),
  of('page', 'page-emptied', ({ file, random }) =>
    random
      .pick(file.getPages().slice(2, -1))
      .node.set(name('Contents'), file.context.register(file.context.stream(''))),
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
  of('meta', 'subject-changed', ({ file }) =>
    infoOf(file)!.set(name('Subject'), PDFHexString.fromText('广告')),
  ),
  of('meta', 'keywords-changed', ({ file }) =>
    infoOf(file)!.set(name('Keywords'), PDFHexString.fromText('别的书')),
  ),
  of('meta', 'title-in-one-language', ({ file }) =>
    changeXmp(file, (xmp) => xmp.replace(/[^>]*(<\/rdf:li><\/rdf:Alt><\/dc:title>)/, '另一个书名$1')),
  ),
  of('meta', 'reads-right-to-left', ({ file }) =>
    file.catalog.set(
      name('ViewerPreferences'),
      file.context.obj({ DisplayDocTitle: PDFBool.True, Direction: 'R2L' } as never),
    ),
  ),
  of('meta', 'title-removed', ({ file }) => infoOf(file)!.delete(name('Title')) as never),
  of('meta', 'title-not-shown', ({ file }) =>
    dictOf(file.catalog, 'ViewerPreferences')!.set(name('DisplayDocTitle'), PDFBool.False),
  ),
  of('meta', 'not-marked', ({ file }) =>
    dictOf(file.catalog, 'MarkInfo')!.set(name('Marked'), PDFBool.False),
  ),
  of('meta', 'language-in-xmp', ({ file }) =>
    changeXmp(file, (xmp) => xmp.replace(/(<dc:language>[\s\S]*?<rdf:li[^>]*>)[^<]*/, '$1fr')),
  ),
  of('meta', 'author-in-xmp', ({ file }) =>
    changeXmp(file, (xmp) => xmp.replace(/(<dc:creator>[\s\S]*?<rdf:li[^>]*>)[^<]*/, '$1别人')),
  ),
];
