import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFName } from '@cantoo/pdf-lib';
import { pixelsPerPoint, wrapText } from '../page-edit.js';
import type { Mutation, Piece, Subject } from '../subject.js';

const long = ({ text }: Piece) => text.length >= 4;
const line = (subject: Subject) => subject.pick(/ (P|LBody|TD|H[1-6])$/, long);

/** Text enclosed in operators. */
const around =
  (before: string, after = '') =>
  (subject: Subject) => {
    const { page, mcid } = line(subject);
    subject.edit(page, (operators) => wrapText(operators, mcid, [before, after]));
  };

/** One glyph of a piece, painted differently. */
const oneGlyph = (before: string, after: string) => (subject: Subject) => {
  const { page, mcid, glyphs } = line(subject);
  subject.edit(page, (operators) => {
    const shown = operators.filter((one) => one.mcid === mcid && one.code && !one.isArtifact);
    const one = subject.random.pick(shown.filter((_, at) => glyphs[at]?.hasInk === true));
    one.text = `${before} ${one.text} ${after}`;
  });
};

/** Text with a graphics state of its own. */
const underState = (state: Record<string, unknown>) => (subject: Subject) => {
  const { page, mcid } = line(subject);
  const name = addResource(subject, page, { kind: 'ExtGState', value: state });
  subject.edit(page, (operators) => wrapText(operators, mcid, [`/${name} gs`, '']));
};

/** Adds a resource to a page and returns its name. */
export function addResource(
  { file }: Subject,
  page: number,
  { kind, value }: { kind: string; value: unknown },
): string {
  const { node } = file.getPage(page);
  const resources = node.Resources() as PDFDict;
  const key = PDFName.of(kind);
  const own = (resources.lookup(key) as PDFDict | undefined) ?? file.context.obj({});
  const name = `Bench${own.keys().length}`;
  own.set(PDFName.of(name), value as never);
  if (!resources.get(key)) resources.set(key, own);
  return name;
}

const state = (entries: object) => (subject: Subject) =>
  underState(subject.file.context.obj(entries as never) as never)(subject);

const optionalContent = (config: object, membership: boolean) => (subject: Subject) => {
  const { file } = subject;
  const { page, mcid } = line(subject);
  const group = file.context.register(file.context.obj({ Type: 'OCG', Name: 'layer' }));
  const off = 'OFF' in config ? { OFF: [group] } : config;
  file.catalog.set(
    PDFName.of('OCProperties'),
    file.context.obj({ OCGs: [group], D: { Name: file.context.obj('d' as never), ...off } } as never),
  );
  const value = membership
    ? file.context.register(file.context.obj({ Type: 'OCMD', OCGs: [group], P: 'AllOn' }))
    : group;
  const name = addResource(subject, page, { kind: 'Properties', value });
  subject.edit(page, (operators) => wrapText(operators, mcid, [`/OC /${name} BDC`, 'EMC']));
};

const clipped = (path: string) => (subject: Subject) => {
  const { page, mcid, box } = line(subject);
  const [left, bottom, right, top] = box.map((value) => value * pixelsPerPoint) as [
    number,
    number,
    number,
    number,
  ];
  subject.edit(page, (operators) => {
    const hole = `${left - 2} ${bottom - 2} ${right - left + 4} ${top - bottom + 4} re`;
    // The clip is in points of the page, outside the content's flipped coordinates.
    const inverse = inverseOf(operators);
    const half = `${left - 2} ${bottom - 9} ${(right - left) / 2} ${top - bottom + 18} re`;
    const at = path.replace('HOLE', hole).replace('HALF', half);
    wrapText(operators, mcid, [`q ${inverse} ${at} n Q ${inverse} ${at} n ${forward(operators)}`, '']);
  });
};

/** Inverse of the one or two cm with which the browser's content flips y, at 96 px an inch. */
const inverseOf = (operators: readonly { name: string; text: string }[]) => undo(turned(operators));
const forward = (operators: readonly { name: string; text: string }[]) => {
  const { y } = turned(operators);
  return `1 0 0 -1 0 ${y} cm`;
};
const undo = ({ y }: { y: number }) => `1 0 0 -1 0 ${y} cm`;

/** Lower edge of the page in the browser's pixels. */
function turned(operators: readonly { name: string; text: string }[]): { y: number } {
  let [scale, shift] = [1, 0];
  for (const { name, text } of operators) {
    if (name === 'BT') break;
    if (name !== 'cm') continue;
    const [, , , d = 1, , f = 0] = text.split(/\s+/).map(Number);
    shift += scale * f;
    scale *= d;
  }
  return { y: -shift / scale };
}

const hidden = (name: string, change: Mutation['change']): Mutation => ({ kind: 'hidden', name, change });

/** Changes that make text of the manuscript hard or impossible to see. */
export const hiddenKinds: Mutation[] = [
  hidden('line-grey-0.93', around('.93 g', '0 g')),
  hidden('line-grey-0.8', around('.8 g', '0 g')),
  hidden('line-yellow-on-white', around('1 1 0 rg', '0 g')),
  hidden('line-white', around('1 g', '0 g')),
  hidden('glyph-grey-0.9', oneGlyph('.9 g', '0 g')),
  hidden('tr3-invisible', oneGlyph('3 Tr', '0 Tr')),
  hidden('tr1-white-stroke', around('1 G 1 Tr', '0 Tr 0 G')),
  hidden('tr7-clip-only', around('7 Tr', '0 Tr')),
  hidden('size-1.4pt', around('.1333 0 0 .1333 0 0 cm')),
  hidden('narrowed', oneGlyph('4 Tz', '100 Tz')),
  hidden('clip-evenodd-hole', clipped('-9999 -9999 19998 19998 re HOLE W*')),
  hidden('clip-triangle', clipped('0 0 m 10 0 l 0 10 l h W')),
  hidden('clip-empty', clipped('0 0 0 0 re W')),
  hidden('alpha-0.08', state({ ca: 0.08, CA: 0.08 })),
  hidden('alpha-0.2', state({ ca: 0.2, CA: 0.2 })),
  hidden('blend-lighten', around('1 g', '0 g')),
  hidden('blend-screen', state({ BM: 'Screen', ca: 1 })),
  hidden('blend-color-dodge', state({ BM: 'ColorDodge' })),
  hidden('soft-mask-black', (subject) => {
    const { file } = subject;
    const group = file.context.register(
      file.context.stream('0 g 0 0 2000 2000 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 2000, 2000],
        Group: { S: 'Transparency', CS: 'DeviceGray' },
      }),
    );
    state({ SMask: { Type: 'Mask', S: 'Luminosity', G: group } })(subject);
  }),
  hidden('pattern-without-paint', around('/Pattern cs /Missing scn', '0 g')),
  hidden('line-grey-0.7', around('.7 g', '0 g')),
  hidden('line-cyan', around('0 1 1 rg', '0 g')),
  hidden('alpha-0.35', state({ ca: 0.35, CA: 0.35 })),
  hidden('blend-difference', state({ BM: 'Difference' })),
  hidden('blend-exclusion', state({ BM: 'Exclusion' })),
  hidden('stroked-and-filled-white', around('1 g 1 G 2 Tr', '0 Tr 0 g 0 G')),
  hidden('size-2.5pt', around('.24 0 0 .24 0 0 cm')),
  hidden('clip-left-half', clipped('HALF W')),
  hidden('ocg-off', optionalContent({ OFF: [] }, false)),
  hidden('ocg-basestate-off', optionalContent({ BaseState: 'OFF' }, false)),
  hidden('ocmd-off', optionalContent({ OFF: [] }, true)),
  hidden('ocmd-basestate-off', optionalContent({ BaseState: 'OFF' }, true)),
];
