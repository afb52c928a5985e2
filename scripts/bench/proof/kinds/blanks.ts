import type { Operator } from '../page-edit.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';

/** The glyphs of a piece with the operators that show them. */
function shownOf(operators: Operator[], piece: Piece): { operator: Operator; text: string; size: number }[] {
  const shown = operators.filter(({ mcid, code, isArtifact }) => mcid === piece.mcid && code && !isArtifact);
  return shown.flatMap((operator, at) => {
    const glyph = piece.glyphs[at];
    return glyph ? [{ operator, text: glyph.raw ?? '', size: glyph.size }] : [];
  });
}

const english = /[a-z] [a-z]/i;
const rawText = ({ glyphs }: Piece) => glyphs.map(({ raw }) => raw ?? '').join('');

function atGlyph(path: RegExp, pattern: RegExp, change: (operator: Operator) => void) {
  return (subject: Subject) => {
    const piece = subject.pick(path, (one) => pattern.test(rawText(one)));
    subject.edit(piece.page, (operators) => {
      const shown = shownOf(operators, piece);
      const whole = shown.map(({ text }) => text || '\0').join('');
      const places = [...whole.matchAll(new RegExp(pattern, 'gi'))].map(({ index }) => index + 1);
      const target = shown[subject.random.pick(places)];
      if (!target) throw new Inapplicable();
      change(target.operator);
    });
  };
}

/** Removes a space, and moves the next glyph to its place. */
const closeUp = (operator: Operator) => {
  operator.text = '';
};

const every = (path: RegExp) => (subject: Subject) => {
  const piece = subject.pick(path, (one) => english.test(rawText(one)));
  subject.edit(piece.page, (operators) => {
    for (const { operator, text } of shownOf(operators, piece)) if (text === ' ') operator.text = '';
  });
};

const blank = (name: string, change: Mutation['change']): Mutation => ({ kind: 'blank', name, change });

/** Changes of spaces in English and in code. */
export const blankKinds: Mutation[] = [
  blank('english-spaces-removed', every(/ (P|LBody|TD)$/)),
  blank('english-space-removed', atGlyph(/ (P|LBody|TD|H[1-6])$/, english, closeUp)),
  blank(
    'english-space-added-in-word',
    atGlyph(/ (P|LBody|TD|H[1-6])$/, /[a-z]{3}/i, (operator) => {
      operator.text = `[-330] TJ ${operator.text}`;
    }),
  ),
  blank(
    'english-letters-spread',
    atGlyph(/ (P|LBody|TD)$/, /[a-z]{4}/i, (operator) => {
      operator.text = `[-400] TJ ${operator.text} [-400] TJ`;
    }),
  ),
  blank('code-blanks-removed', every(/ Code$/)),
  blank('code-blank-removed', atGlyph(/ Code$/, /\S \S/, closeUp)),
];
