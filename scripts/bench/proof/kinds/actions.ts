import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { dictOf } from '../../../prepress/read/pdf-file.js';
import type { Mutation, Subject } from '../subject.js';
import { linkOf } from './references.js';

const name = (text: string) => PDFName.of(text);

const openAction =
  (action: object) =>
  ({ file }: Subject) =>
    file.catalog.set(name('OpenAction'), file.context.obj(action as never));

const of = (own: string, change: Mutation['change']): Mutation => ({ kind: 'action', name: own, change });

/** Things that run, or that a file carries with it. */
export const actionKinds: Mutation[] = [
  of('open-action-javascript', openAction({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })),
  of('open-action-launch', openAction({ S: 'Launch', F: PDFString.of('calc.exe') })),
  of('additional-action', ({ file }) =>
    file.catalog.set(
      name('AA'),
      file.context.obj({ WC: { S: 'JavaScript', JS: PDFString.of('1') } } as never),
    ),
  ),
  of('page-action', ({ file, random }) =>
    random
      .pick(file.getPages())
      .node.set(
        name('AA'),
        file.context.obj({ O: { S: 'URI', URI: PDFString.of('http://example.org') } } as never),
      ),
  ),
  of('document-javascript', ({ file }) => {
    const script = { S: 'JavaScript', JS: PDFString.of('1') };
    const names = dictOf(file.catalog, 'Names') ?? file.context.obj({});
    names.set(name('JavaScript'), file.context.obj({ Names: [PDFString.of('a'), script] } as never));
    file.catalog.set(name('Names'), names);
  }),
  of('link-to-script', (subject) => {
    const { dict } = linkOf(subject, subject.random.chance(0.5));
    dict.set(name('A'), subject.file.context.obj({ S: 'JavaScript', JS: PDFString.of('1') } as never));
  }),
  of('embedded-file', ({ file }) => {
    const names = dictOf(file.catalog, 'Names') ?? file.context.obj({});
    names.set(name('EmbeddedFiles'), file.context.obj({ Names: [] }));
    file.catalog.set(name('Names'), names);
  }),
  of('form', ({ file }) => file.catalog.set(name('AcroForm'), file.context.obj({ Fields: [] }))),
  of('link-with-a-second-action', (subject) => {
    const { dict } = linkOf(subject, true);
    dictOf(dict, 'A')!.set(
      name('Next'),
      subject.file.context.obj({ S: 'Launch', F: PDFString.of('calc.exe') } as never),
    );
  }),
  of('link-to-other-file', (subject) => {
    const { dict } = linkOf(subject, subject.random.chance(0.5));
    dict.delete(name('Dest'));
    dict.set(
      name('A'),
      subject.file.context.obj({ S: 'GoToR', F: PDFString.of('other.pdf'), D: [0, 'Fit'] } as never),
    );
  }),
  of('link-sends-form', (subject) => {
    const { dict } = linkOf(subject, subject.random.chance(0.5));
    dict.delete(name('Dest'));
    dict.set(
      name('A'),
      subject.file.context.obj({ S: 'SubmitForm', F: PDFString.of('https://example.org') } as never),
    );
  }),
  of('widget', ({ file, random }) => {
    const widget = file.context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Btn',
      Rect: [50, 50, 90, 70],
    } as never);
    random.pick(file.getPages()).node.addAnnot(file.context.register(widget));
  }),
  of('movie', ({ file, random }) => {
    const movie = file.context.obj({ Type: 'Annot', Subtype: 'Screen', Rect: [50, 50, 90, 70] } as never);
    random.pick(file.getPages()).node.addAnnot(file.context.register(movie));
  }),
  of('associated-file', ({ file }) => file.catalog.set(name('AF'), file.context.obj([]))),
];
