import type { Range } from '../../../article/ledger.js';
import { type OverrideRole, overrideRoles } from '../../../article/overrides-file.js';
import type { Line } from '../../measure/lines.js';
import { notationNumbers } from '../../numbers/forms.js';
import { type Notation, newNotation } from '../notation.js';
import { barMarks } from './cells.js';
import { inlineMarks } from './inline.js';
import { heading, type LineKind, listItem } from './line-kinds.js';
import type { Mark } from './mark.js';
import { readTable } from './read-table.js';

const { longestHead, shortestOpen, shortCaption } = notationNumbers;

const roleComment = /^<!-- ([a-z-]+) -->$/u;
const matterKey = /^(kicker|deck|byline): */u;
/** A paragraph in bold alone. */
const boldLine = /^(?:\*\*|__)(?=\S)([^*_\n]{1,80})(?:\*\*|__)$/u;
/** 图1, ▲…, …摄: what stands under a picture is its caption. */
const isCaption = /^[▲△▼■◆●↑↓]|^(?:图|圖|Fig)|[（(／/　 ]?[摄攝][）)]?$/u;
const sentenceEnd = /[。！？：；”』」）…!?.:;)]$/u;

interface State {
  source: string;
  notation: Notation;
  lines: readonly Line[];
  kinds: readonly LineKind[];
  /** Level of the headlines. */
  depth: number;
  /** Role of the next block from a comment. */
  role: OverrideRole | undefined;
  /** A headline before its story. */
  title: Range | undefined;
  /** True if the block before is part of a title. */
  inHead: boolean;
  /** Inside the front matter, or a comment of several lines. */
  kept: 'none' | 'matter' | 'comment';
  /** Mark between the last line of text and this one: a page's end, or a picture. */
  between: 'page' | 'picture' | undefined;
  /** The last line of text. */
  before: Line | undefined;
}

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
  const line = lines[index]!;
  const { start, end, text } = line;
  const range: Range = [start, end];
  if (state.kept === 'comment' || text.startsWith('<!-- furniture')) {
    state.kept = text.endsWith('-->') ? 'none' : 'comment';
    // Furniture stays furniture.
    if (/^<!-- furniture$|^-->$/u.test(text)) notation.empty.push(range);
    else notation.roles.push({ range, role: 'furniture' });
    return index + 1;
  }
  switch (kinds[index]!) {
    case 'rule':
      readRule(state, line);
      break;
    case 'page':
      state.between = 'page';
      notation.empty.push(range);
      break;
    case 'comment':
      state.role = overrideRoles.find((one) => one === roleComment.exec(text)?.[1]);
      notation.empty.push(range);
      break;
    case 'picture':
      state.between = 'picture';
      notation.roles.push({ range, role: 'furniture' });
      notation.pictures.push(range);
      break;
    case 'delimiter':
      notation.empty.push(range);
      break;
    case 'table': {
      endHead(state, range);
      const after = readTable(notation, state.source, { lines, kinds, index });
      state.before = undefined;
      return after;
    }
    case 'row':
      readRow(state, index);
      break;
    default:
      readBlock(state, index);
  }
  return index + 1;
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
  erase(state, line, [...bars, ...inside]);
  state.before = line;
  state.role = undefined;
}

/** A block that is no part of a title has begun: the headline before it is its own. */
function endHead(state: State, range: Range): void {
  if (state.title) state.notation.titles.push({ title: state.title, of: range });
  state.title = undefined;
  state.inHead = false;
  state.role = undefined;
  state.between = undefined;
}

function erase({ notation }: State, { start, text }: Line, marks: readonly Mark[]): void {
  for (const { index, length, wanted } of marks)
    if (text.slice(index, index + length) !== wanted)
      notation.corrections.push({
        range: [start + index, start + index + length],
        wanted,
        rule: 'markdown',
      });
}

function readBlock(state: State, index: number): void {
  const { notation, kinds } = state;
  const line = state.lines[index]!;
  const { start, end, text } = line;
  const kind = kinds[index]!;
  const mark = heading.exec(text);
  const key = state.kept === 'matter' ? matterKey.exec(text) : null;
  const isNew = isNewBlock(state, index);
  (isNew || mark ? notation.breaks : notation.joins).add(start);
  const head = mark?.[0] ?? key?.[0] ?? signOf(kind, text, isNew);
  const range: Range = [start + head.length, end];
  if (state.kept === 'matter' && !key) {
    notation.roles.push({ range: [start, end], role: 'furniture' });
    state.before = line;
    return;
  }
  if (head) erase(state, line, [{ index: 0, length: head.length, wanted: '' }]);
  const marks = inlineMarks(text).filter(({ index: at }) => at >= head.length);
  if (text.endsWith('\\') && !text.endsWith('\\\\'))
    marks.push({ index: text.length - 1, length: 1, wanted: '' });
  erase(state, line, marks);
  state.before = line;
  const role = key ? (key[1] as OverrideRole) : roleOf(state, { text, mark, kind });
  state.between = undefined;
  if (!isNew && !mark) return;
  notation.roles.push({ range, role });
  state.role = undefined;
  const isHead = role === 'headline' || role === 'deck' || role === 'byline' || role === 'kicker';
  if (isHead && state.inHead) notation.together.add(start);
  state.inHead = isHead;
  if (role === 'headline') state.title = range;
  else if (state.title && !isHead && role !== 'caption') {
    notation.titles.push({ title: state.title, of: range });
    state.title = undefined;
  }
}

/** The sign before a quotation or an item; numbers of items are text. */
function signOf(kind: LineKind, text: string, isNew: boolean): string {
  if (kind === 'quote') return /^(?:> ?)+/u.exec(text)![0];
  return kind === 'item' && isNew ? (/^[-*+] +/u.exec(text)?.[0] ?? '') : '';
}

function roleOf(
  { depth, role, between }: State,
  { text, mark, kind }: { text: string; mark: RegExpExecArray | null; kind: LineKind },
): OverrideRole {
  if (mark) return mark[1]!.length === depth ? 'headline' : 'crosshead';
  if (role) return role;
  if (kind === 'item') return 'list';
  const bold = boldLine.exec(text)?.[1];
  if (bold && bold.length <= longestHead && !sentenceEnd.test(bold)) return 'crosshead';
  return between === 'picture' && (isCaption.test(text) || text.length <= shortCaption)
    ? 'caption'
    : 'paragraph';
}

/** True if a block begins with a line: not where a sentence goes on over the end of a page, or past a picture. */
function isNewBlock({ lines, kinds, before, between, kept, notation }: State, index: number): boolean {
  const line = lines[index]!;
  if (!before || kept === 'matter' || kinds[index] === 'item') return true;
  if (between)
    return (
      kinds[index] !== 'text' ||
      line.indent > 0 ||
      before.text.length < shortestOpen ||
      sentenceEnd.test(before.text) ||
      heading.test(before.text) ||
      listItem.test(before.text)
    );
  return line.newlines > 1 || notation.empty.some(([, stop]) => stop === lines[index - 1]?.end);
}
