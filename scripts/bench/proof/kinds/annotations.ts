import { PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { Inapplicable, type Mutation, type Subject } from '../subject.js';
import { linkOf } from './references.js';

const name = (text: string) => PDFName.of(text);

/** An annotation over the text of a page. */
const added =
  (subtype: string, entries: object = {}, paint?: string) =>
  (subject: Subject) => {
    const { file, random } = subject;
    const { text, page, box } = subject.pick(/ P$/, ({ text: own }) => own.length > 5);
    if (text === '') throw new Inapplicable();
    const appearance = paint && {
      AP: {
        N: file.context.register(
          file.context.stream(paint, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100] } as never),
        ),
      },
    };
    const [left, bottom, right, top] = box;
    const annotation = file.context.obj({
      Type: 'Annot',
      Subtype: subtype,
      Rect: [left, bottom, right + random.integer(0, 9), top],
      Contents: PDFString.of('x'),
      F: 4,
      ...entries,
      ...appearance,
    } as never);
    file.getPage(page).node.addAnnot(file.context.register(annotation));
  };

/** A change of a link that the book has. */
const link =
  (change: (subject: Subject, dict: ReturnType<typeof linkOf>['dict']) => void) => (subject: Subject) =>
    change(subject, linkOf(subject, subject.random.chance(0.5)).dict);

const of = (own: string, change: Mutation['change']): Mutation => ({ kind: 'annotation', name: own, change });

/** Annotations that cover the text, show other text, or lead elsewhere. */
export const annotationKinds: Mutation[] = [
  of('free-text', added('FreeText', { DA: PDFString.of('/Helv 12 Tf 0 g') })),
  of('comment', added('Text')),
  of('highlight', added('Highlight', { QuadPoints: [0, 9, 9, 9, 0, 0, 9, 0] })),
  of('stamp', added('Stamp', {}, '1 0 0 rg 0 0 100 100 re f')),
  of('ink', added('Ink', { InkList: [[10, 10, 200, 200]] })),
  of('redaction', added('Redact')),
  of('watermark', added('Watermark', {}, '.8 g 0 0 100 100 re f')),
  of('attached-file', added('FileAttachment')),
  of('printer-mark', added('PrinterMark', {}, '0 g 0 0 9 9 re f')),
  of(
    'link-that-paints',
    link(({ file }, dict) => {
      const form = file.context.stream('1 g 0 0 100 100 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 100, 100],
      } as never);
      dict.set(name('AP'), file.context.obj({ N: file.context.register(form) } as never));
    }),
  ),
  of(
    'link-with-a-thick-border',
    link(({ file }, dict) => {
      dict.set(name('Border'), file.context.obj([0, 0, 8]));
      dict.set(name('C'), file.context.obj([0, 0, 0]));
    }),
  ),
  of(
    'link-with-a-border-style',
    link(({ file }, dict) => {
      dict.delete(name('Border'));
      dict.set(name('BS'), file.context.obj({ W: 6, S: 'S' } as never));
      dict.set(name('C'), file.context.obj([1, 0, 0]));
    }),
  ),
  of(
    'link-not-shown',
    link((_, dict) => dict.set(name('F'), PDFNumber.of(2))),
  ),
  of(
    'link-without-words',
    link((_, dict) => void dict.delete(name('Contents'))),
  ),
  of(
    'link-says-otherwise',
    link((_, dict) => dict.set(name('Contents'), PDFString.of('别处'))),
  ),
  of(
    'link-over-other-words',
    link(({ file }, dict) => {
      dict.set(name('QuadPoints'), file.context.obj([10, 30, 60, 30, 10, 10, 60, 10]));
    }),
  ),
  of(
    'link-leads-elsewhere-too',
    link(({ file }, dict) => {
      dict.set(name('PA'), file.context.obj({ S: 'URI', URI: PDFString.of('https://example.net') } as never));
    }),
  ),
  of(
    'invisible-link-on-text',
    added('Link', {
      Border: [0, 0, 0],
      A: { S: 'URI', URI: PDFString.of('https://example.net/') },
    }),
  ),
  of(
    'link-covers-the-page',
    link(({ file }, dict) => {
      dict.set(name('Rect'), file.context.obj([0, 0, 400, 560]));
    }),
  ),
];
