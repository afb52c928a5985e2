import { PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { dictOf, entry, listOf } from '../../../prepress/read/pdf-file.js';
import { Inapplicable, type Mutation, type Subject } from '../subject.js';

const name = (text: string) => PDFName.of(text);

const inCatalog =
  (key: string, value: object | string | number) =>
  ({ file }: Subject) =>
    file.catalog.set(name(key), typeof value === 'string' ? name(value) : file.context.obj(value as never));

const preference =
  (key: string, value: boolean | string) =>
  ({ file }: Subject) => {
    const own = dictOf(file.catalog, 'ViewerPreferences') ?? file.context.obj({});
    own.set(name(key), typeof value === 'string' ? name(value) : value ? PDFBool.True : PDFBool.False);
    file.catalog.set(name('ViewerPreferences'), own);
  };

const onPage =
  (key: string, value: object | number | string) =>
  ({ file, random }: Subject) => {
    const { node } = random.pick(file.getPages().slice(2));
    node.set(name(key), typeof value === 'string' ? name(value) : file.context.obj(value as never));
  };

/** All entries of the outline. */
function outline({ file }: Subject): PDFDict[] {
  const found: PDFDict[] = [];
  const walk = (item: PDFDict | undefined): void => {
    for (let at = item; at; at = dictOf(at, 'Next')) {
      found.push(at);
      walk(dictOf(at, 'First'));
    }
  };
  walk(dictOf(dictOf(file.catalog, 'Outlines'), 'First'));
  return found;
}

const entryOf = (change: (subject: Subject, item: PDFDict) => void) => (subject: Subject) => {
  const all = outline(subject);
  if (all.length === 0) throw new Inapplicable();
  change(subject, subject.random.pick(all));
};

const of = (own: string, change: Mutation['change']): Mutation => ({ kind: 'viewer', name: own, change });

/** Changes of what a viewer shows and does with a file. */
export const viewerKinds: Mutation[] = [
  of('opens-full-screen', inCatalog('PageMode', 'FullScreen')),
  of('opens-attachments', inCatalog('PageMode', 'UseAttachments')),
  of('opens-elsewhere', ({ file }) => {
    const last = file.getPage(file.getPageCount() - 1).ref;
    file.catalog.set(name('OpenAction'), file.context.obj([last, 'Fit'] as never));
  }),
  of('base-of-addresses', inCatalog('URI', { Base: PDFString.of('https://example.net/') })),
  of('is-a-portfolio', inCatalog('Collection', { View: 'T' })),
  of('threads', inCatalog('Threads', [])),
  of('requires-a-program', inCatalog('Requirements', [{ S: 'EnableJavaScripts' }])),
  of('hides-the-window', preference('HideWindowUI', true)),
  of('prints-two-sided', preference('Direction', 'R2L')),
  of('turns-by-itself', onPage('Dur', 1)),
  of('wipes-in', onPage('Trans', { S: 'Wipe' })),
  of('order-of-tabs', ({ file, random }) => {
    const linked = file.getPages().filter(({ node }) => listOf(node, 'Annots').length > 0);
    if (linked.length === 0) throw new Inapplicable();
    random.pick(linked).node.set(name('Tabs'), name('R'));
  }),
  of('outline-reversed', ({ file }) => {
    const root = dictOf(file.catalog, 'Outlines');
    const items: PDFDict[] = [];
    for (let at = dictOf(root, 'First'); at; at = dictOf(at, 'Next')) items.push(at);
    if (!root || items.length < 2) throw new Inapplicable();
    const refs = items.map((item) => file.context.getObjectRef(item)!).reverse();
    items.reverse().forEach((item, index) => {
      item.delete(name('Next'));
      item.delete(name('Prev'));
      if (refs[index + 1]) item.set(name('Next'), refs[index + 1]!);
      if (refs[index - 1]) item.set(name('Prev'), refs[index - 1]!);
    });
    root.set(name('First'), refs[0]!);
    root.set(name('Last'), refs.at(-1)!);
  }),
  of(
    'outline-to-the-web',
    entryOf(({ file }, item) => {
      item.delete(name('Dest'));
      item.set(name('A'), file.context.obj({ S: 'URI', URI: PDFString.of('https://example.net') } as never));
    }),
  ),
  of(
    'outline-runs',
    entryOf(({ file }, item) => {
      item.set(name('A'), file.context.obj({ S: 'JavaScript', JS: PDFString.of('1') } as never));
    }),
  ),
  of(
    'outline-without-target',
    entryOf((_, item) => {
      item.delete(name('Dest'));
      item.delete(name('A'));
    }),
  ),
  of(
    'outline-to-the-page-before',
    entryOf(({ file }, item) => {
      const pages = file.getPages();
      const [target] = listOf(item, 'Dest');
      const index = pages.findIndex(({ node }) => node === target);
      const to = pages[index > 1 ? index - 1 : pages.length - 1]!;
      item.delete(name('A'));
      item.set(name('Dest'), file.context.obj([to.ref, 'Fit'] as never));
    }),
  ),
  of(
    'outline-title-with-more',
    entryOf((_, item) => item.set(name('Title'), PDFHexString.fromText('（更新）标题'))),
  ),
  of('label-of-one-page', ({ file }) => {
    const old = listOf(dictOf(file.catalog, 'PageLabels'), 'Nums');
    const at = file.getPageCount() - 2;
    file.catalog.set(
      name('PageLabels'),
      file.context.obj({ Nums: [...old, at, { S: 'D', St: 77 }] } as never),
    );
  }),
  of('language-of-pages', ({ file }) => {
    const root = dictOf(file.catalog, 'StructTreeRoot');
    const document = entry(root, 'K');
    const first = document instanceof PDFDict ? document : listOf(root, 'K')[0];
    if (!(first instanceof PDFDict)) throw new Inapplicable();
    first.set(name('Lang'), PDFString.of('ja'));
  }),
  of('pages-reversed', ({ file }) => {
    const pages = file.getPages().slice(2);
    for (const _ of pages) file.removePage(2);
    for (const page of pages) file.insertPage(2, page);
  }),
  of('page-behind-itself', ({ file, random }) => {
    const at = random.integer(2, file.getPageCount() - 2);
    const { node } = file.getPage(at);
    node.set(name('Contents'), file.getPage(at + 1).node.get(name('Contents'))!);
  }),
  of('crop-to-a-strip', ({ file, random }) => {
    const page = random.pick(file.getPages().slice(2));
    const { width, height } = page.getSize();
    page.node.set(name('CropBox'), file.context.obj([0, height / 2, width, height]));
  }),
  of('all-pages-smaller', ({ file }) => {
    for (const { node } of file.getPages()) node.set(name('UserUnit'), PDFNumber.of(0.5));
  }),
];
