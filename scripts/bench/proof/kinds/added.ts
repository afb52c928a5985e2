import { contentBytes } from '../../../prepress/read/pdf-streams.js';
import { frameOf, setContent } from '../page-edit.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';
import { addResource } from './hidden.js';

/** Operators that show a piece again, `down` points lower. */
function copyOf(subject: Subject, piece: Piece, down: number): string {
  let copied = '';
  subject.edit(piece.page, (operators) => {
    const first = operators.findIndex(({ mcid, name }) => mcid === piece.mcid && name === 'BT');
    const last = operators.findLastIndex(({ mcid, name }) => mcid === piece.mcid && name === 'ET');
    copied = operators
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join('\n');
  });
  return `q 1 0 0 1 0 ${((down * 4) / 3).toFixed(2)} cm\n${copied}\nQ`;
}

/** Writes after a piece's mark, where the browser's coordinates apply. */
function addBehind(subject: Subject, piece: Piece, content: string): void {
  subject.edit(piece.page, (operators) => {
    const end = operators.findIndex(({ mcid, name }) => mcid === piece.mcid && name === 'EMC');
    if (end < 0) throw new Inapplicable();
    operators[end]!.text += `\n${content}`;
  });
}

const text = (subject: Subject) =>
  subject.pick(/ (P|LBody|H[1-6])$/, (piece) => piece.text.length >= 4 && piece.page > 1);

const doubled = (down: number, open: string, close: string) => (subject: Subject) => {
  const piece = text(subject);
  addBehind(subject, piece, `${open} ${copyOf(subject, piece, down)} ${close}`);
};

const added = (name: string, change: Mutation['change']): Mutation => ({ kind: 'added', name, change });

/** Additions of text that the book does not have. */
export const addedKinds: Mutation[] = [
  added('paragraph-line-doubled-as-artifact', doubled(9, '/Artifact BMC', 'EMC')),
  added(
    'artifact-pagination-in-body',
    doubled(7, '/Artifact <</Type /Pagination /Subtype /Header>> BDC', 'EMC'),
  ),
  added('unmarked-in-body', doubled(8, '', '')),
  added('doubled-in-its-tag', (subject) => {
    const piece = text(subject);
    const copy = copyOf(subject, piece, 10);
    addBehind(subject, piece, `/P <</MCID ${piece.mcid}>> BDC ${copy} EMC`);
  }),
  added('artifact-in-margin', (subject) => {
    const piece = text(subject);
    addBehind(subject, piece, `/Artifact BMC ${copyOf(subject, piece, piece.box[3] - 585)} EMC`);
  }),
  added('artifact-in-margin-3-pages', (subject) => {
    const piece = text(subject);
    const copy = copyOf(subject, piece, piece.box[3] - 30);
    for (const page of [0, 1, 2].map((more) => piece.page + more)) {
      const other = subject.pieces.find((one) => one.page === page && one.glyphs.length > 0);
      if (!other) continue;
      const frame = (page - piece.page) * frameOf(subject);
      addBehind(subject, other, `/Artifact BMC q 1 0 0 1 0 ${frame} cm ${copy} Q EMC`);
    }
  }),
  added('in-form-xobject', (subject) => {
    const piece = text(subject);
    const { file } = subject;
    const node = file.getPage(piece.page).node;
    const form = file.context.register(
      file.context.stream(copyOf(subject, piece, 9), {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [-9999, -9999, 9999, 9999],
        Resources: node.Resources() as never,
      }),
    );
    const name = addResource(subject, piece.page, { kind: 'XObject', value: form });
    addBehind(subject, piece, `/Artifact BMC /${name} Do EMC`);
  }),
  added('doubled-upside-down', (subject) => {
    const piece = text(subject);
    addBehind(subject, piece, `/Artifact BMC q 1 0 0 -1 0 600 cm ${copyOf(subject, piece, 0)} Q EMC`);
  }),
  added('faint-stamp-over-page', (subject) => {
    const piece = text(subject);
    const copy = copyOf(subject, piece, 0);
    addBehind(subject, piece, `/Artifact BMC q .9 g 3 0 0 3 -200 -400 cm ${copy} Q EMC`);
  }),
  added('glyph-between-lines', (subject) => {
    const piece = subject.pick(/ P$/, ({ glyphs, page }) => glyphs[0]?.hasInk === true && page > 1);
    const copy = copyOf(subject, piece, 9).replace(/( Tj\n)[\s\S]*(?=ET)/, '$1');
    addBehind(subject, piece, `/Artifact BMC ${copy} EMC`);
  }),
  added('as-a-span-of-its-own', (subject) => {
    const piece = text(subject);
    addBehind(subject, piece, `/Span <</ActualText (x)>> BDC ${copyOf(subject, piece, 9)} EMC`);
  }),
  added('other-page-as-stamp', (subject) => {
    const piece = text(subject);
    const { node } = subject.file.getPage(piece.page);
    const content = Buffer.from(contentBytes(node)).toString('latin1');
    setContent(
      subject.file,
      node,
      `q\n${content}\nQ\n/Artifact BMC q .3 0 0 .3 60 200 cm\n${content}\nQ EMC`,
    );
  }),
];
