import type { Column } from './rows.js';

/** Columns with at least this many rows show their true width. */
const enoughRows = 5;
/** … unless one of them leaves it by so many em: items of a list end where no line does. */
const mostOut = 1.5;
/** Columns of one grid begin at the same place, give or take this many em. */
const sameStart = 1;

/** Widens a short column to a longer one that begins at the same place: a lone line may be a paragraph's last. */
export function widen(columns: readonly Column[], body: number): Column[] {
  const isSure = ({ rows, measure }: Column) =>
    rows.length >= enoughRows &&
    rows.every(({ from, to }) => from > measure[0] - mostOut * body && to < measure[1] + mostOut * body);
  const sure = columns.filter(isSure);
  return columns.map((column) => {
    if (isSure(column)) return column;
    const [from, to] = column.measure;
    const like = sure.filter(
      ({ measure }) => Math.abs(measure[0] - from) < 3 * sameStart * body && measure[1] > to - body,
    );
    const own = like.sort((a, b) => a.measure[1] - b.measure[1])[0];
    if (!own) return column;
    return {
      ...column,
      measure: [Math.min(from, own.measure[0]), Math.max(to, own.measure[1])],
    };
  });
}
