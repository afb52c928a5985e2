import { PDFName, PDFStream } from '@cantoo/pdf-lib';
import { dictOf, entry, nameOf } from '../../../prepress/read/pdf-file.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';
import { addResource } from './hidden.js';

/** Operators around the picture of a Figure: `before` turns the unit square in which a picture is painted. */
const around =
  (before: string, after = '') =>
  (subject: Subject) => {
    const piece = pictureOf(subject);
    subject.edit(piece.page, (operators) => {
      const shown = operators.find(({ name, mcid }) => name === 'Do' && mcid === piece.mcid);
      if (!shown) throw new Inapplicable();
      shown.text = `q ${before} ${shown.text} Q ${after}`;
    });
  };

function pictureOf(subject: Subject): Piece {
  return subject.pick(/ Figure$/, ({ text }) => text === '');
}

const picture = (name: string, change: Mutation['change']): Mutation => ({ kind: 'image', name, change });

const underState = (value: object) => (subject: Subject) => {
  const piece = pictureOf(subject);
  const name = addResource(subject, piece.page, {
    kind: 'ExtGState',
    value: subject.file.context.obj(value as never),
  });
  subject.edit(piece.page, (operators) => {
    const shown = operators.find((one) => one.name === 'Do' && one.mcid === piece.mcid);
    if (!shown) throw new Inapplicable();
    shown.text = `q /${name} gs ${shown.text} Q`;
  });
};

/** The pictures of the book by the page and name under which they are painted. */
function painted(subject: Subject): { page: number; mcid: number; name: string; ref: unknown }[] {
  const found: { page: number; mcid: number; name: string; ref: unknown }[] = [];
  for (const { page, mcid, path, text } of subject.pieces) {
    if (!/ Figure$/.test(path) || text !== '') continue;
    subject.edit(page, (operators) => {
      const shown = operators.find((one) => one.name === 'Do' && one.mcid === mcid);
      const name = /\/(\S+) Do/.exec(shown?.text ?? '')?.[1];
      const all = dictOf(subject.file.getPage(page).node.Resources(), 'XObject');
      if (name && nameOf(entry(all, name), 'Subtype') === 'Image')
        found.push({ page, mcid, name, ref: all!.get(PDFName.of(name)) });
    });
  }
  return found;
}

/** Changes of pictures. */
export const pictureKinds: Mutation[] = [
  picture('image-removed', around('0 0 0 0 0 0 re W n')),
  picture('image-mirrored', around('-1 0 0 1 1 0 cm')),
  picture('image-upside-down', around('1 0 0 -1 0 1 cm')),
  picture('image-turned', around('0 1 -1 0 1 0 cm')),
  picture('image-tiny', around('.02 0 0 .02 .49 .49 cm')),
  picture('image-small', around('.2 0 0 .2 .4 .4 cm')),
  picture('image-off-page', around('1 0 0 1 0 40 cm')),
  picture('image-squeezed', around('1 0 0 .6 0 .2 cm')),
  picture('image-drawn-twice', (subject) => {
    const piece = pictureOf(subject);
    subject.edit(piece.page, (operators) => {
      const shown = operators.find(({ name, mcid }) => name === 'Do' && mcid === piece.mcid);
      if (!shown) throw new Inapplicable();
      shown.text += ` q .3 0 0 .3 .1 1.1 cm ${shown.text} Q`;
    });
  }),
  picture('image-behind-margin-cut', around('1 0 0 1 .45 0 cm')),
  picture('image-cut', around('0 0 .5 1 re W n')),
  picture('image-covered-by-rect', around('', 'q 1 g 0 0 1 1 re f Q')),
  picture('image-half-covered', around('', 'q 1 g 0 0 .5 1 re f Q')),
  picture('image-transparent', underState({ ca: 0.1 })),
  picture('image-multiplied', underState({ BM: 'Screen' })),
  picture('image-squeezed-a-little', around('.9 0 0 1 .05 0 cm')),
  picture('image-tilted', around('.985 .174 -.174 .985 0 0 cm')),
  picture('image-under-veil', around('', 'q .6 g 0 0 1 .6 re f Q')),
  picture('image-moved-down', around('1 0 0 1 0 -.6 cm')),
  picture('image-inverted', (subject) => {
    const [one] = painted(subject);
    if (!one) throw new Inapplicable();
    const all = dictOf(subject.file.getPage(one.page).node.Resources(), 'XObject');
    const image = all?.lookup(PDFName.of(one.name));
    if (image instanceof PDFStream)
      image.dict.set(PDFName.of('Decode'), subject.file.context.obj([1, 0, 1, 0, 1, 0]));
  }),
  picture('images-exchanged', (subject) => {
    const all = painted(subject);
    const [one] = all;
    const other = all.find(({ ref }) => ref !== one?.ref);
    if (!one || !other) throw new Inapplicable();
    const set = ({ page, name }: { page: number; name: string }, ref: unknown) =>
      dictOf(subject.file.getPage(page).node.Resources(), 'XObject')!.set(PDFName.of(name), ref as never);
    set(one, other.ref);
    set(other, one.ref);
  }),
  picture('image-of-other-pixels', (subject) => {
    const [one] = painted(subject);
    if (!one) throw new Inapplicable();
    const { context } = subject.file;
    const grey = context.flateStream(Buffer.from([200, 90, 90, 200]), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 2,
      Height: 2,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    });
    dictOf(subject.file.getPage(one.page).node.Resources(), 'XObject')!.set(
      PDFName.of(one.name),
      context.register(grey),
    );
  }),
];
