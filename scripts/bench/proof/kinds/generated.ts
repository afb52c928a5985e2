import type { Operator } from '../page-edit.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';

/** Exchanges the glyphs of a piece. */
function reset(
  subject: Subject,
  piece: Piece,
  change: (shown: Operator[], codes: Map<string, string>) => void,
) {
  const codes = new Map<string, string>();
  for (const one of subject.pieces.filter(({ page }) => page === piece.page))
    for (const glyph of one.glyphs)
      if (glyph.font === piece.glyphs[0]?.font && glyph.raw)
        codes.set(glyph.raw, glyph.code.toString(16).toUpperCase().padStart(4, '0'));
  subject.edit(piece.page, (operators) => {
    const shown = operators.filter(
      ({ mcid, code, isArtifact }) => mcid === piece.mcid && code && !isArtifact,
    );
    if (shown.length === 0) throw new Inapplicable();
    change(shown, codes);
  });
}

const gone = (path: RegExp) => (subject: Subject) =>
  reset(
    subject,
    subject.pick(path, ({ glyphs }) => glyphs.length > 0),
    (shown) => {
      for (const operator of shown) operator.text = '';
    },
  );

const exchanged = (path: RegExp, fits: RegExp) => (subject: Subject) =>
  reset(
    subject,
    subject.pick(path, ({ text }) => fits.test(text)),
    (shown, codes) => {
      const other = [...codes].find(
        ([text, code]) => fits.test(text) && shown.every((one) => one.code !== code),
      );
      if (!other) throw new Inapplicable();
      shown[0]!.text = `<${other[1]}> Tj`;
    },
  );

const of = (kind: string, name: string, change: Mutation['change']): Mutation => ({ kind, name, change });

/** Text that the browser writes of itself, and plain slips of the text, which were always told. */
export const generatedKinds: Mutation[] = [
  of('generated', 'list-label-removed', gone(/ Lbl$/)),
  of('generated', 'list-label', exchanged(/ Lbl$/, /[0-9]/)),
  of('generated', 'ruby-reading-removed', gone(/ RT$/)),
  of('generated', 'ruby-reading-of-one-changed-to-other', exchanged(/ RT$/, /./)),
  of('text', 'line-removed', gone(/ (P|LBody|TD)$/)),
  of('text', 'glyph-exchanged', exchanged(/ (P|LBody|TD)$/, /\p{L}/u)),
  of('text', 'note-mark-removed', gone(/ Reference Link$/)),
];
