import { moveText } from '../page-edit.js';
import { grouped, Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';

/** Exchanges two pieces of one page on paper; their tags stay. */
function exchange(subject: Subject, [one, other]: readonly [Piece, Piece]): void {
  const [dx, dy] = [other.box[0] - one.box[0], other.box[3] - one.box[3]];
  subject.edit(one.page, (operators) => {
    moveText(operators, one.mcid, [dx, dy]);
    moveText(operators, other.mcid, [-dx, -dy]);
  });
}

/** A piece and the next of its kind on the same page. */
function neighbours(subject: Subject, path: RegExp, fits: (piece: Piece) => boolean = () => true) {
  const all = subject.pieces.filter((piece) => path.test(piece.path) && piece.text.length > 0 && fits(piece));
  const pairs = all.flatMap((piece, at): [Piece, Piece][] => {
    const next = all[at + 1];
    const isPair = next && next.page === piece.page && next.text !== piece.text;
    // Both belong to one element, one below the other: two on the same line would stay on it.
    return isPair && (next.element !== piece.element || next.box[3] < piece.box[1]) ? [[piece, next]] : [];
  });
  if (pairs.length === 0) throw new Inapplicable();
  return subject.random.pick(pairs);
}

const short = ({ box }: Piece) => box[3] - box[1] < 16;

function moved(path: RegExp, by: (piece: Piece) => readonly [number, number]) {
  return (subject: Subject) => {
    const piece = subject.pick(path, ({ text }) => text.length > 0);
    subject.edit(piece.page, (operators) => moveText(operators, piece.mcid, by(piece)));
  };
}

const place = (name: string, change: Mutation['change']): Mutation => ({ kind: 'place', name, change });

/** Changes of printed place against reading order. */
export const placeKinds: Mutation[] = [
  place('table-cells-swapped-on-paper', (subject) =>
    exchange(subject, neighbours(subject, / TR T[DH]$/, short)),
  ),
  place('table-rows-swapped-on-paper', (subject) => {
    const cells = subject.pieces.filter(({ path, text }) => / TR TD$/.test(path) && text.length > 0);
    const rows = grouped(cells, ({ element }) => element.parent);
    const pairs = [...rows.values()].flatMap((row, at, all): [Piece[], Piece[]][] => {
      const next = all[at + 1];
      return next && next[0]!.page === row[0]!.page && next.length === row.length ? [[row, next]] : [];
    });
    if (pairs.length === 0) throw new Inapplicable();
    const [row, next] = subject.random.pick(pairs);
    const dy = next[0]!.box[3] - row[0]!.box[3];
    subject.edit(row[0]!.page, (operators) => {
      for (const { mcid } of row) moveText(operators, mcid, [0, dy]);
      for (const { mcid } of next) moveText(operators, mcid, [0, -dy]);
    });
  }),
  place('table-columns-swapped-on-paper', (subject) => {
    const head = subject.pick(/ TR TH$/, ({ text }) => text.length > 0);
    const table = head.element.parent?.parent;
    const cells = subject.pieces.filter(
      ({ path, element, page }) =>
        / TR T[DH]$/.test(path) && element.parent?.parent === table && page === head.page,
    );
    const rows = [...grouped(cells, ({ element }) => element.parent).values()];
    subject.edit(head.page, (operators) => {
      for (const row of rows) {
        const [one, other] = [row.at(-2), row.at(-1)];
        if (!one || !other) continue;
        const dx = other.box[0] - one.box[0];
        moveText(operators, one.mcid, [dx, 0]);
        moveText(operators, other.mcid, [-dx, 0]);
      }
    });
  }),
  place('list-items-swapped-on-paper', (subject) =>
    exchange(subject, neighbours(subject, / LI LBody$/, short)),
  ),
  place('verse-lines-swapped-on-paper', (subject) => {
    const pairs = neighbours(subject, / P$/, short);
    exchange(subject, pairs);
  }),
  place('verse-lines-joined-on-paper', (subject) => {
    const pairs = subject.pieces.flatMap((piece, at): [Piece, Piece][] => {
      const next = subject.pieces[at + 1];
      const isVerse =
        next &&
        next.element === piece.element &&
        Math.min(next.text.length, piece.text.length) > 1 &&
        / P$/.test(piece.path) &&
        next.box[3] < piece.box[1] &&
        next.box[2] - next.box[0] + piece.box[2] - piece.box[0] < 200 &&
        next.page === piece.page;
      return isVerse ? [[piece, next]] : [];
    });
    if (pairs.length === 0) throw new Inapplicable();
    const [one, other] = subject.random.pick(pairs);
    subject.edit(one.page, (operators) =>
      moveText(operators, other.mcid, [one.box[2] - other.box[0] + 1, one.glyphs[0]!.y - other.glyphs[0]!.y]),
    );
  }),
  place('paragraphs-swapped-on-paper', (subject) => exchange(subject, neighbours(subject, / Art P$/))),
  place('heading-below-its-text', (subject) => {
    const below = (piece: Piece) => {
      const next = subject.pieces[subject.pieces.indexOf(piece) + 1];
      return next?.page === piece.page && next.text.length > 8 && next.box[3] < piece.box[1]
        ? next
        : undefined;
    };
    const heading = subject.pick(/ H[2-6]$/, (piece) => below(piece) !== undefined);
    const to = below(heading)!.box[1] - 2;
    subject.edit(heading.page, (operators) => moveText(operators, heading.mcid, [0, to - heading.box[3]]));
  }),
  place(
    'note-moved-to-page-top-half',
    moved(/ Note P$/, ({ box }) => [0, 420 - box[3]]),
  ),
  place(
    'note-moved-above-text',
    moved(/ Note P$/, ({ box }) => [0, 545 - box[3]]),
  ),
  place(
    'ruby-on-other-base',
    moved(/ RT$/, () => [21, 0]),
  ),
  place('readings-of-a-line-one-on', (subject) => {
    const { page, box } = subject.pick(/ RT$/, ({ text }) => text.length > 0);
    const isInLine = (piece: Piece) => piece.page === page && Math.abs(piece.box[1] - box[1]) < 4;
    const line = subject.pieces.filter((piece) => / RT$/.test(piece.path) && isInLine(piece));
    subject.edit(page, (operators) => {
      for (const { mcid } of line) moveText(operators, mcid, [16, 0]);
    });
  }),
  place(
    'ruby-below-its-base',
    moved(/ RT$/, () => [0, -14]),
  ),
  place(
    'cell-moved-off-its-row',
    moved(/ TR TD$/, () => [0, 30]),
  ),
  place(
    'label-at-other-item',
    moved(/ LI Lbl$/, () => [0, -18]),
  ),
  place('piece-off-its-line', (subject) => {
    // A piece within a line: with a whole paragraph only its distance would change.
    const isWithin = (piece: Piece) => {
      const next = subject.pieces[subject.pieces.indexOf(piece) + 1];
      const isBeside = next?.element === piece.element && Math.abs(next.box[1] - piece.box[1]) < 4;
      return short(piece) && piece.text.length > 0 && isBeside;
    };
    const piece = subject.pick(/ Art P$/, isWithin);
    subject.edit(piece.page, (operators) => moveText(operators, piece.mcid, [0, 6]));
  }),
  place('last-glyph-a-line-down', (subject) => {
    const { page, mcid } = subject.pick(
      / (P|LBody)$/,
      ({ text, box }) => text.length > 4 && box[3] - box[1] < 16,
    );
    subject.edit(page, (operators) => {
      const last = operators.findLast((one) => one.mcid === mcid && one.code && !one.isArtifact);
      if (!last) throw new Inapplicable();
      last.text = `-24 Ts ${last.text} 0 Ts`;
    });
  }),
  place('two-glyphs-swapped-on-paper', (subject) => {
    const { page, mcid, glyphs } = subject.pick(
      / (P|LBody)$/,
      ({ text, glyphs: own }) => text.length > 5 && own.every(({ hasInk }) => hasInk === true),
    );
    subject.edit(page, (operators) => {
      const shown = operators.filter((one) => one.mcid === mcid && one.code && !one.isArtifact);
      if (shown.length < 3 || shown.length !== glyphs.length) throw new Inapplicable();
      // The second is set before the first, and the third where it was.
      shown[0]!.text = `[-1000] TJ ${shown[0]!.text} [2000] TJ`;
      shown[1]!.text = `${shown[1]!.text} [-1000] TJ`;
    });
  }),
  place('turned-upside-down', (subject) => {
    const { page, mcid } = subject.pick(/ (P|LBody|TD)$/, ({ text }) => text.length >= 2);
    subject.edit(page, (operators) => {
      for (const operator of operators)
        if (operator.mcid === mcid && operator.name === 'Tm')
          operator.text = operator.text.replace(/^1 0 0 -1/, '1 0 0 1');
    });
  }),
  place('mirrored', (subject) => {
    const { page, mcid } = subject.pick(/ (P|LBody|TD)$/, ({ text }) => text.length >= 2);
    subject.edit(page, (operators) => {
      for (const operator of operators)
        if (operator.mcid === mcid && operator.code)
          operator.text = `-100 Tz [-1000] TJ ${operator.text} [-1000] TJ 100 Tz`;
    });
  }),
];
