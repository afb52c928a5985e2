import type { Subject } from '../subject.js';

/** A function of one number with these colours at both ends. */
export const ramp = (from: number[], to: number[]) => ({
  FunctionType: 2,
  Domain: [0, 1],
  C0: from,
  C1: to,
  N: 1,
});

/** A dictionary or an array of a file. */
export const object = (value: object) => (subject: Subject) => subject.file.context.obj(value as never);

/** A form that fills a page. */
export const form = (subject: Subject, content: string, entries: object = {}) =>
  subject.file.context.register(
    subject.file.context.stream(content, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-99999, -99999, 99999, 99999],
      ...entries,
    } as never),
  );

/** A picture of one grey point, from black 0 to white 255. */
export const greySquare = (subject: Subject, level: number) =>
  subject.file.context.register(
    subject.file.context.flateStream(Buffer.from([level]), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1,
      Height: 1,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    }),
  );
