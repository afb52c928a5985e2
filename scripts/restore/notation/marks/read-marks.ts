import type { Line } from '../../measure/lines.js';
import { type Notation, newNotation } from '../notation.js';
import { barMarks } from './cells.js';
import { inlineMarks } from './inline.js';
import { heading, type LineKind } from './line-kinds.js';
import { readTable } from './read-table.js';
import { writeMarks } from './write-marks.js';

/**
 * Reads the marks of a text whose lines are those of a column: headings, tables and pictures are known by them, all else
 * is measured. `levels` are those of true headings.
 */
export function readMarks(
  source: string,
  lines: readonly Line[],
  { kinds, levels }: { kinds: readonly LineKind[]; levels: ReadonlySet<number> },
): Notation {
  const notation = newNotation('Markdown');
  const depth = Math.min(...levels);
  let after = false;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]!;
    const range: [number, number] = [line.start, line.end];
    const kind = kinds[index]!;
    if (after) notation.breaks.add(line.start);
    after = false;
    if (kind === 'table') {
      index = readTable(notation, source, { lines, kinds, index });
      after = true;
      continue;
    }
    if (kind === 'page' || kind === 'comment' || kind === 'delimiter') notation.empty.push(range);
    else if (kind === 'picture') {
      notation.roles.push({ range, role: 'furniture' });
      notation.pictures.push(range);
    } else if (kind === 'row') {
      const isFirst = !['row', 'delimiter'].includes(kinds[index - 1] ?? '');
      (isFirst ? notation.breaks : notation.joins).add(line.start);
      if (isFirst) notation.roles.push({ range, role: 'table' });
      writeMarks(notation, line, barMarks(line.text));
      after = !['row', 'delimiter'].includes(kinds[index + 1] ?? '');
    } else if (kind === 'heading') {
      const mark = heading.exec(line.text)!;
      writeMarks(notation, line, [{ index: 0, length: mark[0].length, wanted: '' }]);
      writeMarks(
        notation,
        line,
        inlineMarks(line.text).filter(({ index: at }) => at >= mark[0].length),
      );
      const level = mark[1]!.length;
      if (levels.has(level)) {
        notation.breaks.add(line.start);
        notation.roles.push({
          range: [line.start + mark[0].length, line.end],
          role: level === depth ? 'headline' : 'crosshead',
        });
        after = true;
      }
    } else writeMarks(notation, line, inlineMarks(line.text));
    index++;
  }
  notation.corrections.sort((a, b) => a.range[0] - b.range[0]);
  return notation;
}
