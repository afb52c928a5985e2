import { PDFName } from '@cantoo/pdf-lib';
import { wrapText } from '../page-edit.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';
import { addResource } from './hidden.js';
import { form, greySquare, object, ramp } from './resources.js';

const line = (subject: Subject) =>
  subject.pick(/ (P|LBody|TD|TH|H[1-6])$/, ({ text }: Piece) => text.length >= 3);

/** Text that is painted with a resource which the operators call X. */
const withResource =
  (kind: string, value: (subject: Subject) => unknown, [before, after]: readonly [string, string]) =>
  (subject: Subject) => {
    const { page, mcid } = line(subject);
    const name = addResource(subject, page, { kind, value: value(subject) });
    subject.edit(page, (operators) => {
      wrapText(operators, mcid, [before.replaceAll('X', name), after]);
    });
  };

const inSpace = (space: unknown, colour: string) =>
  withResource('ColorSpace', ({ file }) => file.context.obj(space as never), [`/X cs ${colour} scn`, '0 g']);

const state = (entries: object) => withResource('ExtGState', object(entries), ['/X gs', '']);

const masked = (kind: 'Alpha' | 'Luminosity', content: string) =>
  withResource(
    'ExtGState',
    (subject) => {
      const group = form(subject, content, { Group: { S: 'Transparency', CS: 'DeviceGray' } });
      return subject.file.context.obj({ SMask: { Type: 'Mask', S: kind, G: group } } as never);
    },
    ['/X gs', ''],
  );

/** Text covered by something that is painted later from a resource. */
const under = (kind: string, value: (subject: Subject) => unknown, paint: string) => (subject: Subject) => {
  const { page, mcid } = line(subject);
  const name = addResource(subject, page, { kind, value: value(subject) });
  subject.edit(page, (operators) => {
    const end = operators.findLast((one) => one.mcid === mcid && one.name === 'ET');
    if (end) end.text += ` q ${paint.replaceAll('X', name)} Q`;
  });
};

const fontOfNothing = (subject: Subject) => {
  const { page, mcid } = line(subject);
  const fonts = subject.file.getPage(page).node.Resources()?.lookup(PDFName.of('Font'));
  const names = fonts instanceof Object && 'keys' in fonts ? (fonts as { keys(): PDFName[] }).keys() : [];
  let isChanged = false;
  subject.edit(page, (operators) => {
    for (const one of operators) {
      if (one.mcid !== mcid || one.name !== 'Tf') continue;
      const other = names.map(String).find((name) => !one.text.startsWith(`${name} `));
      if (!other) continue;
      one.text = one.text.replace(/^\S+/, other);
      isChanged = true;
    }
  });
  if (!isChanged) throw new Inapplicable();
};

const hidden = (name: string, change: Mutation['change']): Mutation => ({ kind: 'paint', name, change });

/** Ways of making text invisible by colour spaces, graphics states and resources. */
export const colourKinds: Mutation[] = [
  hidden('separation-none', inSpace(['Separation', 'None', 'DeviceGray', ramp([1], [0])], '1')),
  hidden('separation-white', inSpace(['Separation', 'Spot', 'DeviceRGB', ramp([1, 1, 1], [1, 1, 1])], '1')),
  hidden('separation-pale', inSpace(['Separation', 'Spot', 'DeviceRGB', ramp([1, 1, 1], [0, 0, 0])], '.15')),
  hidden(
    'lab-white',
    inSpace(['Lab', { WhitePoint: [0.95, 1, 1.09], Range: [-100, 100, -100, 100] }], '98 0 0'),
  ),
  hidden('cal-grey', inSpace(['CalGray', { WhitePoint: [0.95, 1, 1.09], Gamma: 2.2 }], '.97')),
  hidden('cmyk-yellow', (subject) => {
    const { page, mcid } = line(subject);
    subject.edit(page, (operators) => wrapText(operators, mcid, ['0 0 1 0 k', '0 g']));
  }),
  hidden('alpha-mask', masked('Alpha', '')),
  hidden('mask-of-stripes', masked('Luminosity', '1 g 0 0 2000 2 re 0 6 2000 2 re 0 12 2000 2 re f')),
  hidden('state-multiply-white', (subject) => {
    const { page, mcid } = line(subject);
    const name = addResource(subject, page, {
      kind: 'ExtGState',
      value: subject.file.context.obj({ BM: 'Multiply' } as never),
    });
    subject.edit(page, (operators) => wrapText(operators, mcid, [`/${name} gs 1 g`, '0 g']));
  }),
  hidden('state-saturation', state({ BM: 'Saturation' })),
  hidden('state-of-several-modes', state({ BM: ['Nothing', 'Screen'] })),
  hidden('pattern-of-white', (subject) => {
    const pattern = subject.file.context.register(
      subject.file.context.stream('1 g 0 0 9 9 re f', {
        Type: 'Pattern',
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 9, 9],
        XStep: 9,
        YStep: 9,
        Resources: {},
      } as never),
    );
    withResource('Pattern', () => pattern, ['/Pattern cs /X scn', '0 g'])(subject);
  }),
  hidden('shading-fades-out', (subject) => {
    const shading = {
      ShadingType: 2,
      ColorSpace: 'DeviceGray',
      Coords: [0, 0, 400, 0],
      Function: ramp([0.9], [1]),
      Extend: [true, true],
    };
    withResource('Pattern', object({ Type: 'Pattern', PatternType: 2, Shading: shading }), [
      '/Pattern cs /X scn',
      '0 g',
    ])(subject);
  }),
  hidden(
    'shading-over-text',
    under(
      'Shading',
      object({
        ShadingType: 2,
        ColorSpace: 'DeviceGray',
        Coords: [0, 0, 1, 0],
        Function: ramp([1], [0.9]),
        Extend: [true, true],
      }),
      '/X sh',
    ),
  ),
  hidden(
    'form-over-text',
    under('XObject', (subject) => form(subject, '1 g -99999 -99999 199998 199998 re f'), '/X Do'),
  ),
  hidden(
    'image-over-text',
    under('XObject', (subject) => greySquare(subject, 255), '99999 0 0 99999 -9000 -9000 cm /X Do'),
  ),
  hidden(
    'image-in-form-over-text',
    under(
      'XObject',
      (subject) => {
        const { context } = subject.file;
        const resources = context.obj({ XObject: { I: greySquare(subject, 255) } } as never);
        return form(subject, '99999 0 0 99999 -9000 -9000 cm /I Do', { Resources: resources });
      },
      '/X Do',
    ),
  ),
  hidden('stroke-over-text', (subject) => {
    const { page, mcid } = line(subject);
    subject.edit(page, (operators) => {
      const end = operators.findLast((one) => one.mcid === mcid && one.name === 'ET');
      if (end) end.text += ' q 1 G 99999 w 0 400 m 900 400 l S Q';
    });
  }),
  hidden('other-font', fontOfNothing),
  hidden('clipped-by-other-text', (subject) => {
    const { page, mcid } = line(subject);
    subject.edit(page, (operators) => {
      const start = operators.find((one) => one.mcid === mcid && one.name === 'BT');
      const end = operators.findLast((one) => one.mcid === mcid && one.name === 'ET');
      if (!start || !end) return;
      start.text = 'q 0 0 m 3 0 l 3 3 l h W* n BT';
      end.text = 'ET Q';
    });
  }),
  hidden('dashed-outline-only', (subject) => {
    const { page, mcid } = line(subject);
    subject.edit(page, (operators) => wrapText(operators, mcid, ['[.2 6] 0 d .05 w .8 G 1 Tr', '0 Tr 0 G']));
  }),
  hidden('content-cut-short', (subject) => {
    const { page, mcid } = line(subject);
    subject.edit(page, (operators) => {
      const from = operators.findIndex((one) => one.mcid === mcid && one.code);
      for (const one of operators.slice(from)) if (one.code) one.text = '';
    });
  }),
];
