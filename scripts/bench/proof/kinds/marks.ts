import { isHan } from '../../../text/characters.js';
import { moveText } from '../page-edit.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';

/** Operators that build a path. */
const path = /^(?:m|l|c|v|y|h|re)$/;

/** Takes away small painted paths: marks at words, which are no wider than a few characters. */
const unmarked = (isMark: (path: string[]) => boolean) => (subject: Subject) => {
  let count = 0;
  for (const page of new Set(subject.pieces.map((piece) => piece.page)))
    subject.edit(page, (operators) => {
      operators.forEach((operator, at) => {
        if (operator.name !== 'f' && operator.name !== 'S') return;
        let from = at;
        while (from > 0 && path.test(operators[from - 1]!.name)) from--;
        const drawn = operators.slice(from, at);
        if (!isMark(drawn.map(({ text }) => text))) return;
        operator.text = 'n';
        count++;
      });
    });
  if (count === 0) throw new Inapplicable();
};

const numbers = (text: string) => text.split(/\s+/).map(Number);
const isDot = (drawn: string[]) => drawn.filter((one) => / c$/.test(one)).length > 4;
/** A rule below a name, of a pixel in height. */
const isUnderline = ([only = '', more]: string[]) => {
  const [, , width = 0, height = 0] = numbers(only);
  return / re$/.test(only) && more === undefined && height < 2 && width < 60;
};

/** Raises or lowers a figure that stands above or below the line. */
const shifted = (isRaised: boolean, up: number) => (subject: Subject) => {
  const beside = (piece: Piece) => subject.pieces[subject.pieces.indexOf(piece) - 1];
  const piece = subject.pick(/ (P|Span|LBody|Sub|Sup)$/, (one) => {
    const before = beside(one);
    const rise = (one.glyphs[0]?.y ?? 0) - (before?.glyphs.at(-1)?.y ?? 0);
    const isSmall = (one.glyphs[0]?.size ?? 9) < 0.9 * (before?.glyphs.at(-1)?.size ?? 0);
    return isSmall && before?.page === one.page && Math.abs(rise) < 9 && (isRaised ? rise > 1 : rise < -0.4);
  });
  subject.edit(piece.page, (operators) => moveText(operators, piece.mcid, [0, up]));
};

const struck = (subject: Subject) => {
  const piece = subject.pick(/ (P|LBody|TD|H[1-6])$/, ({ text }) => text.length > 2);
  subject.edit(piece.page, (operators) => {
    const end = operators.findIndex(({ mcid, name }) => mcid === piece.mcid && name === 'ET');
    const origin = operators.find(({ mcid, name }) => mcid === piece.mcid && name === 'Tm');
    const [, , , , x = 0, y = 0] = numbers(origin?.text ?? '');
    if (end < 0 || !origin) throw new Inapplicable();
    operators[end]!.text += ` 0 g ${x} ${y - 6} 40 1 re f`;
  });
};

/** Sets the last line of a paragraph in type of another size. */
const resized = (factor: number) => (subject: Subject) => {
  const isLong = ({ text, box }: Piece) =>
    text.length > 60 && [...text].filter(isHan).length > 40 && box[3] - box[1] > 30;
  const { page, mcid } = subject.pick(/ (P|LBody)$/, isLong);
  subject.edit(page, (operators) => {
    const font = operators.findLast((one) => one.mcid === mcid && one.name === 'Tf');
    if (!font) throw new Inapplicable();
    font.text = font.text.replace(/[\d.]+(?= Tf)/, (size) => `${factor * Number(size)}`);
  });
};

const of = (name: string, change: Mutation['change']): Mutation => ({ kind: 'emphasis', name, change });

/** Changes of the marks at words, and of their place over and under the line. */
export const markKinds: Mutation[] = [
  of('emphasis-dots-removed', unmarked(isDot)),
  of('underlines-removed', unmarked(isUnderline)),
  of('subscript-raised', shifted(false, 6)),
  of('superscript-lowered', shifted(true, -7)),
  of('struck-through', struck),
  of('line-in-small-type', resized(0.6)),
  of('line-in-large-type', resized(1.4)),
];
