import { boxAround } from '../../../prepress/read/matrix.js';
import type { Operator } from '../page-edit.js';
import { Inapplicable, type Mutation, type Piece, type Subject } from '../subject.js';

/** A table on one page: its page, its head and its last row, in the browser's pixels from the top. */
interface TableOnPage {
  page: number;
  top: number;
  headEnd: number;
  bottom: number;
}

function tableOf(subject: Subject): TableOnPage {
  const head = subject.pick(/ TR TH$/, ({ text }) => text.length > 0);
  const table = head.element.parent?.parent;
  const tableOfCell = ({ element }: Piece) => element.parent?.parent;
  const cells = subject.pieces.filter(
    (piece) => / TR T[DH]$/.test(piece.path) && tableOfCell(piece) === table && piece.text !== '',
  );
  if (!table || cells.some(({ page }) => page !== head.page)) throw new Inapplicable();
  const around = (own: readonly Piece[]) => boxAround(own.map(({ box }) => box))!;
  const heads = around(cells.filter(({ path }) => path.endsWith('TH')));
  const all = around(cells);
  return { page: head.page, top: all[3], headEnd: heads[1], bottom: all[1] };
}

/** The operators of thin filled rectangles between two heights, in points. */
const rulesBetween = (operators: Operator[], heights: readonly number[], [low, high]: [number, number]) =>
  operators.filter(({ name }, at) => name === 're' && heights[at]! > low && heights[at]! < high);

/** Heights of thin rectangles, in points from the lower edge; -1 for anything else. */
function heightsOf(operators: readonly Operator[]): number[] {
  let [scale, shift] = [1, 0];
  const saved: [number, number][] = [];
  return operators.map(({ name, text }) => {
    const numbers = text.trim().split(/\s+/).map(Number);
    if (name === 'q') saved.push([scale, shift]);
    if (name === 'Q') [scale, shift] = saved.pop() ?? [1, 0];
    if (name === 'cm') {
      shift += scale * numbers[5]!;
      scale *= numbers[3]!;
    }
    const isThin = name === 're' && Math.abs(numbers[3]! * scale) < 3;
    return isThin ? shift + scale * numbers[1]! : -1;
  });
}

const near = 14;
const changed =
  (range: (table: TableOnPage) => [number, number], change: (rule: Operator) => void) =>
  (subject: Subject) => {
    const table = tableOf(subject);
    subject.edit(table.page, (operators) => {
      const rules = rulesBetween(operators, heightsOf(operators), range(table));
      if (rules.length === 0) throw new Inapplicable();
      for (const rule of rules) change(rule);
    });
  };

const all = ({ top, bottom }: TableOnPage): [number, number] => [bottom - near, top + near];
const gone = (rule: Operator) => {
  rule.text = '0 0 0 0 re';
};

const rule = (name: string, change: Mutation['change']): Mutation => ({ kind: 'table-rule', name, change });

/** Changes of the rules of tables. */
export const ruleKinds: Mutation[] = [
  rule('table-rules-removed', changed(all, gone)),
  rule(
    'table-rule-above-removed',
    changed(({ top }) => [top - 1, top + near], gone),
  ),
  rule(
    'table-rule-of-head-removed',
    changed(({ headEnd }) => [headEnd - 8, headEnd + 1], gone),
  ),
  rule(
    'table-rule-below-removed',
    changed(({ bottom }) => [bottom - near, bottom + 1], gone),
  ),
  rule(
    'table-rules-shortened',
    changed(all, (one) => {
      const [x, y, width, height] = one.text.trim().split(/\s+/).map(Number);
      one.text = `${x} ${y} ${width! / 4} ${height} re`;
    }),
  ),
  rule(
    'table-rules-white',
    changed(all, (one) => {
      one.text = `1 g ${one.text}`;
    }),
  ),
];
