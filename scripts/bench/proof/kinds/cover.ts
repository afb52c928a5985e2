import type { Mutation, Piece, Subject } from '../subject.js';
import { addResource } from './hidden.js';

const line = (subject: Subject) =>
  subject.pick(/ (P|LBody|TD|H[1-6])$/, ({ text, box }) => text.length >= 4 && box[3] - box[1] < 300);

/** Paints over a piece of text, at the end of its page, in points of the page. */
const over = (paint: (box: Piece['box'], subject: Subject, page: number) => string) => (subject: Subject) => {
  const { page, box } = line(subject);
  const content = paint(box, subject, page);
  subject.edit(page, (operators) => {
    operators.unshift(raw('q'));
    operators.push(raw('Q'), raw(`/Artifact BMC q ${content} Q EMC`));
    // The browser leaves states open: the page's own q are balanced here.
    const open = operators.filter(({ text }) => text === 'q').length;
    const closed = operators.filter(({ text }) => text === 'Q').length;
    if (open > closed) operators.splice(-1, 0, ...Array.from({ length: open - closed }, () => raw('Q')));
  });
};

const raw = (text: string) => ({ name: text, text, mcid: -1, isArtifact: true, code: undefined });
const rectangle = ([left, bottom, right, top]: Piece['box']) =>
  `${left - 1} ${bottom - 1} ${right - left + 2} ${top - bottom + 2} re`;
const placed = ([left, bottom, right, top]: Piece['box']) =>
  `${right - left} 0 0 ${top - bottom} ${left} ${bottom} cm`;

const transparent = (alpha: number) => (box: Piece['box'], subject: Subject, page: number) => {
  const value = subject.file.context.obj({ ca: alpha });
  const name = addResource(subject, page, { kind: 'ExtGState', value });
  return `/${name} gs 1 g ${rectangle(box)} f ${rectangle(box)} f`;
};

const cover = (name: string, change: Mutation['change']): Mutation => ({ kind: 'cover', name, change });

/** Paint over text. */
export const coverKinds: Mutation[] = [
  cover(
    'cover-rect-white',
    over((box) => `1 g ${rectangle(box)} f`),
  ),
  cover(
    'cover-rect-black',
    over((box) => `0 g ${rectangle(box)} f`),
  ),
  cover('cover-rect-alpha-0.45-twice', over(transparent(0.45))),
  cover('cover-rect-alpha-0.6-twice', over(transparent(0.6))),
  cover(
    'cover-triangles',
    over(
      ([left, bottom, right, top]) =>
        `1 g ${left - 1} ${bottom - 1} m ${right + 1} ${bottom - 1} l ${right + 1} ${top + 1} l f ` +
        `${left - 1} ${bottom - 1} m ${left - 1} ${top + 1} l ${right + 1} ${top + 1} l f`,
    ),
  ),
  cover(
    'cover-stroke-thick',
    over(
      ([left, bottom, right, top]) =>
        `1 G ${top - bottom + 2} w ${left} ${(bottom + top) / 2} m ${right} ${(bottom + top) / 2} l S`,
    ),
  ),
  cover(
    'cover-inline-image',
    over((box) => `${placed(box)} BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI`),
  ),
  cover(
    'cover-image-mask-stencil',
    over((box) => `1 g ${placed(box)} BI /W 1 /H 1 /IM true /D [1 0] ID \x80 EI`),
  ),
  cover(
    'cover-form-xobject',
    over((box, subject, page) => {
      const { context } = subject.file;
      const form = context.register(
        context.stream(`1 g ${rectangle(box)} f`, {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, 2000, 2000],
        }),
      );
      return `/${addResource(subject, page, { kind: 'XObject', value: form })} Do`;
    }),
  ),
  cover(
    'cover-shading',
    over((box, subject, page) => {
      const value = subject.file.context.obj({
        ShadingType: 2,
        ColorSpace: 'DeviceGray',
        Coords: [0, 0, 1, 0],
        Extend: [true, true],
        Function: { FunctionType: 2, Domain: [0, 1], C0: [1], C1: [1], N: 1 },
      });
      return `${rectangle(box)} W n /${addResource(subject, page, { kind: 'Shading', value })} sh`;
    }),
  ),
  cover(
    'cover-hatching',
    over(([left, bottom, right, top]) =>
      Array.from(
        { length: 1 + Math.floor((top - bottom) / 1.6) },
        (_, at) => `1 g ${left - 1} ${bottom + 1.6 * at} ${right - left + 2} 1.1 re f`,
      ).join(' '),
    ),
  ),
  cover(
    'cover-left-part-black',
    over(([left, bottom, right, top]) => `0 g ${left} ${bottom} ${(right - left) / 3} ${top - bottom} re f`),
  ),
  cover(
    'cover-grey-multiplied',
    over((box, subject, page) => {
      const value = subject.file.context.obj({ BM: 'Multiply' } as never);
      return `/${addResource(subject, page, { kind: 'ExtGState', value })} gs .2 g ${rectangle(box)} f`;
    }),
  ),
  cover(
    'cover-clip-and-fill',
    over((box) => `${rectangle(box)} W n 1 g -999 -999 9999 9999 re f`),
  ),
  cover(
    'cover-tiling-pattern',
    over((box, subject, page) => {
      const { context } = subject.file;
      const tile = context.stream('1 g 0 0 4 4 re f', {
        Type: 'Pattern',
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 4, 4],
        XStep: 4,
        YStep: 4,
        Resources: {},
      });
      const name = addResource(subject, page, { kind: 'Pattern', value: context.register(tile) });
      return `/Pattern cs /${name} scn ${rectangle(box)} f`;
    }),
  ),
  cover('strike-out-thick', (subject) => {
    const { page, glyphs } = line(subject);
    const [first] = glyphs.filter(({ hasInk }) => hasInk);
    const box = [first!.box[0], first!.y + first!.size * 0.2, first!.box[0] + 3 * first!.size, 0];
    subject.edit(page, (operators) => {
      operators.unshift(raw('q'));
      const open = operators.filter(({ text }) => text === 'q').length;
      const closed = operators.filter(({ text }) => text === 'Q').length;
      operators.push(...Array.from({ length: open - closed }, () => raw('Q')));
      operators.push(
        raw(`/Artifact BMC q 0 g ${box[0]} ${box[1]} ${box[2]! - box[0]!} ${first!.size * 0.35} re f Q EMC`),
      );
    });
  }),
  cover('annotation-square', (subject) => {
    const { page, box } = line(subject);
    const { context } = subject.file;
    const appearance = context.register(
      context.stream(`1 g 0 0 2000 2000 re f`, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 900, 900] }),
    );
    const annotation = context.register(
      context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [...box], AP: { N: appearance }, F: 4 } as never),
    );
    subject.file.getPage(page).node.addAnnot(annotation as never);
  }),
];
