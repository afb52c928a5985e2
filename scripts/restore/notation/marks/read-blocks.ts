import { overrideRoles } from '../../../article/overrides-file.js';
import type { Line } from '../../measure/lines.js';
import { type Notation, newNotation } from '../notation.js';
import { barMarks } from './cells.js';
import { inlineMarks } from './inline.js';
import type { LineKind } from './line-kinds.js';
import { endHead, readBlock, type State } from './read-block.js';
import { readTable } from './read-table.js';
import { writeMarks } from './write-marks.js';

const roleComment = /^<!-- ([a-z-]+) -->$/u;

/** Reads a text whose marks define all blocks: blank lines separate paragraphs. */
export function readBlocks(
  source: string,
  lines: readonly Line[],
  { kinds, depth }: { kinds: readonly LineKind[]; depth: number },
): Notation {
  const notation = newNotation('Markdown');
  const state: State = {
    source,
    notation,
    lines,
    kinds,
    depth,
    role: undefined,
    title: undefined,
    inHead: false,
    kept: 'none',
    between: undefined,
    before: undefined,
  };
  for (let index = 0; index < lines.length; ) index = readLine(state, index);
  if (state.title) notation.titles.push({ title: state.title, of: undefined });
  notation.isWhole = true;
  notation.hasStories = true;
  notation.corrections.sort((a, b) => a.range[0] - b.range[0]);
  return notation;
}

/** Reads a line, or a table from there on, and returns the number of the next one. */
function readLine(state: State, index: number): number {
  const { notation, lines, kinds } = state;
  const { start, end, text } = lines[index]!;
  if (state.kept === 'comment' || text.startsWith('<!-- furniture')) {
    state.kept = text.endsWith('-->') ? 'none' : 'comment';
    // Furniture stays furniture.
    if (/^<!-- furniture$|^-->$/u.test(text)) notation.empty.push([start, end]);
    else notation.roles.push({ range: [start, end], role: 'furniture' });
    return index + 1;
  }
  const kind = kinds[index]!;
  if (kind === 'table') {
    endHead(state, [start, end]);
    state.before = undefined;
    return readTable(notation, state.source, { lines, kinds, index });
  }
  if (kind === 'row') readRow(state, index);
  else if (kind === 'rule') readRule(state, lines[index]!);
  else if (!readMark(state, lines[index]!, kind)) readBlock(state, index);
  return index + 1;
}

/** Reads a line of marks alone; false for any other. */
function readMark(state: State, { start, end, text }: Line, kind: LineKind): boolean {
  const { notation } = state;
  if (kind === 'picture') {
    state.between = 'picture';
    notation.roles.push({ range: [start, end], role: 'furniture' });
    notation.pictures.push([start, end]);
    return true;
  }
  if (kind !== 'page' && kind !== 'comment' && kind !== 'delimiter') return false;
  if (kind === 'page') state.between = 'page';
  if (kind === 'comment') state.role = overrideRoles.find((one) => one === roleComment.exec(text)?.[1]);
  notation.empty.push([start, end]);
  return true;
}

function readRule(state: State, { start, end, text }: Line): void {
  const { notation } = state;
  const isMatter = state.kept === 'matter';
  state.kept = state.before === undefined && text === '---' && !isMatter ? 'matter' : 'none';
  if (state.title) notation.titles.push({ title: state.title, of: undefined });
  state.title = undefined;
  state.role = undefined;
  state.inHead &&= isMatter;
  state.between = undefined;
  notation.empty.push([start, end]);
  notation.stories.add(end);
}

/** Rows of a table between bars are the lines of one block. */
function readRow(state: State, index: number): void {
  const { notation, lines, kinds } = state;
  const line = lines[index]!;
  const { start, end, text } = line;
  let last = index - 1;
  while (kinds[last] === 'delimiter') last--;
  if (kinds[last] === 'row') notation.joins.add(start);
  else {
    notation.breaks.add(start);
    notation.roles.push({ range: [start, end], role: 'table' });
    endHead(state, [start, end]);
  }
  const bars = barMarks(text);
  const inside = inlineMarks(text).filter(
    ({ index: at, length }) => !bars.some((bar) => bar.index < at + length && at < bar.index + bar.length),
  );
  writeMarks(notation, line, [...bars, ...inside]);
  state.before = line;
  state.role = undefined;
}
