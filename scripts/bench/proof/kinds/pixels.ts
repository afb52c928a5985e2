import { PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { dictOf, nameOf, numberOf } from '../../../prepress/read/pdf-file.js';
import { streamBytes } from '../../../prepress/read/pdf-streams.js';
import { Inapplicable, type Mutation, type Subject } from '../subject.js';
import { greySquare } from './resources.js';

const name = (text: string) => PDFName.of(text);

/** The pixels of a picture: rows of red, green and blue. */
interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

/** The pictures of the file that are stored as plain pixels, by their references. */
function picturesOf({ file }: Subject): [PDFRef, PDFRawStream][] {
  const used = new Set<unknown>();
  for (const { node } of file.getPages())
    for (const [, ref] of dictOf(node.Resources(), 'XObject')?.entries() ?? []) used.add(ref);
  return file.context.enumerateIndirectObjects().flatMap(([ref, object]): [PDFRef, PDFRawStream][] => {
    if (!(object instanceof PDFRawStream) || !used.has(ref)) return [];
    const size = (numberOf(object.dict, 'Width') ?? 0) * (numberOf(object.dict, 'Height') ?? 0);
    const isPlain = nameOf(object, 'Subtype') === 'Image' && nameOf(object, 'Filter') === 'FlateDecode';
    return isPlain && size > 0 && streamBytes(object).length === 3 * size ? [[ref, object]] : [];
  });
}

function pick(subject: Subject): [PDFRef, PDFRawStream] {
  const all = picturesOf(subject);
  if (all.length === 0) throw new Inapplicable();
  return subject.random.pick(all);
}

/** A picture with other pixels; its colour space stays. */
const redrawn = (change: (pixels: Pixels) => Pixels | undefined) => (subject: Subject) => {
  const { file } = subject;
  const [ref, picture] = pick(subject);
  const [width, height] = [numberOf(picture.dict, 'Width') ?? 0, numberOf(picture.dict, 'Height') ?? 0];
  const data = Buffer.from(streamBytes(picture));
  const pixels = { width, height, data };
  const now = change(pixels) ?? pixels;
  const stream = file.context.flateStream(now.data, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: now.width,
    Height: now.height,
    ColorSpace: picture.dict.get(name('ColorSpace'))!,
    BitsPerComponent: 8,
  });
  file.context.assign(ref, stream);
};

const each = (change: (level: number, channel: number, x: number, y: number) => number) =>
  redrawn(({ width, data }) => {
    data.forEach((level, at) => {
      const pixel = Math.floor(at / 3);
      const now = change(level, at % 3, pixel % width, Math.floor(pixel / width));
      data[at] = Math.min(255, Math.max(0, now));
    });
    return undefined;
  });

const withEntry = (key: string, value: (subject: Subject) => unknown) => (subject: Subject) => {
  const [, picture] = pick(subject);
  picture.dict.set(name(key), value(subject) as never);
};

const of = (own: string, change: Mutation['change']): Mutation => ({ kind: 'pixels', name: own, change });

/** Changes of the pixels of pictures, and of the way that viewers interpret them. */
export const pixelKinds: Mutation[] = [
  of(
    'channels-exchanged',
    redrawn(({ data }) => {
      for (let at = 0; at + 2 < data.length; at += 3) [data[at], data[at + 2]] = [data[at + 2]!, data[at]!];
      return undefined;
    }),
  ),
  of(
    'grey',
    redrawn(({ data }) => {
      for (let at = 0; at + 2 < data.length; at += 3)
        data.fill((data[at]! + data[at + 1]! + data[at + 2]!) / 3, at, at + 3);
      return undefined;
    }),
  ),
  of(
    'rows-upside-down',
    redrawn(({ width, height, data }) => {
      const rows = Array.from({ length: height }, (_, y) =>
        data.subarray(3 * width * y, 3 * width * (y + 1)),
      );
      return { width, height, data: Buffer.concat(rows.reverse()) };
    }),
  ),
  of(
    'of-one-colour',
    each(() => 128),
  ),
  of(
    'much-lighter',
    each((level) => 128 + level / 2),
  ),
  of(
    'much-darker',
    each((level) => level / 3),
  ),
  of(
    'block-blacked-out',
    redrawn(({ width, height, data }) => {
      for (let y = Math.floor(height * 0.4); y < height * 0.7; y++)
        data.fill(0, 3 * (y * width + Math.floor(width * 0.4)), 3 * (y * width + Math.floor(width * 0.7)));
      return undefined;
    }),
  ),
  of(
    'halves-exchanged',
    redrawn(({ width, height, data }) => {
      const half = 3 * width * Math.floor(height / 2);
      return { width, height, data: Buffer.concat([data.subarray(half), data.subarray(0, half)]) };
    }),
  ),
  of(
    'cut-to-a-part',
    redrawn(({ width, height, data }) => {
      const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)];
      const rows = Array.from({ length: h }, (_, y) => data.subarray(3 * width * y, 3 * (width * y + w)));
      return { width: w, height: h, data: Buffer.concat(rows) };
    }),
  ),
  of(
    'posterised',
    each((level) => (level > 127 ? 255 : 0)),
  ),
  of(
    'mask-hides-all',
    withEntry('SMask', (subject) => greySquare(subject, 0)),
  ),
  of(
    'mask-makes-pale',
    withEntry('SMask', (subject) => greySquare(subject, 60)),
  ),
  of(
    'colours-left-out',
    withEntry('Mask', ({ file }) => file.context.obj([0, 255, 0, 255, 0, 255])),
  ),
  of(
    'levels-halved',
    withEntry('Decode', ({ file }) => file.context.obj([0.5, 1, 0.5, 1, 0.5, 1])),
  ),
  of('in-a-layer-that-is-off', (subject) => {
    const { file } = subject;
    const group = file.context.register(file.context.obj({ Type: 'OCG', Name: 'layer' }));
    file.catalog.set(name('OCProperties'), file.context.obj({ OCGs: [group], D: { OFF: [group] } } as never));
    withEntry('OC', () => group)(subject);
  }),
];
