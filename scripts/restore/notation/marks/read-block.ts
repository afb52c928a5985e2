import type { Range } from '../../../article/ledger.js';
import type { OverrideRole } from '../../../article/overrides-file.js';
import type { Line } from '../../measure/lines.js';
import { notationNumbers } from '../../numbers/forms.js';
import type { Notation } from '../notation.js';
import { inlineMarks } from './inline.js';
import { boldLine, heading, type LineKind, listItem } from './line-kinds.js';
import type { Mark } from './mark.js';
import { writeMarks } from './write-marks.js';

const { longestHead, shortestOpen, shortCaption } = notationNumbers;

const matterKey = /^(kicker|deck|byline): */u;
/** 图1, ▲…, …摄: what stands under a picture is its caption. */
const isCaption = /^[▲△▼■◆●↑↓]|^(?:图|圖|Fig)|[（(／/　 ]?[摄攝][）)]?$/u;
const sentenceEnd = /[。！？：；”』」）…!?.:;)]$/u;

/** State of reading a text block by block. */
export interface State {
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

/** A block that is no part of a title has begun: the headline before it is its own. */
export function endHead(state: State, range: Range): void {
  if (state.title) state.notation.titles.push({ title: state.title, of: range });
  state.title = undefined;
  state.inHead = false;
  state.role = undefined;
  state.between = undefined;
}

/** Reads a line of a paragraph, a heading, an item or a quotation. */
export function readBlock(state: State, index: number): void {
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
  if (head) writeMarks(notation, line, [{ index: 0, length: head.length, wanted: '' }]);
  const inside = inlineMarks(text).filter(({ index: at }) => at >= head.length);
  if (text.endsWith('\\') && !text.endsWith('\\\\'))
    inside.push({ index: text.length - 1, length: 1, wanted: '' });
  writeMarks(notation, line, mark ? inside.map((one) => asPhrase(text, one)) : inside);
  if (!mark) breakLines(notation, line);
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

const lineBreak = /<br\s*\/?>/giu;

/** A row of a headline that a person has broken goes on as its next phrase. */
const asPhrase = (text: string, mark: Mark): Mark =>
  /^<br\b/iu.test(text.slice(mark.index, mark.index + mark.length)) ? { ...mark, wanted: '\u3000' } : mark;

/** A block begins behind `<br>`, as in a web page. */
function breakLines(notation: Notation, { start, end, text }: Line): void {
  for (const { 0: all, index } of text.matchAll(lineBreak)) {
    const at = start + index + all.length;
    if (at >= end) continue;
    notation.breaks.add(at);
    notation.roles.push({ range: [at, end], role: 'paragraph' });
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

/** Lines of marks alone: a block begins behind one. */
const marks: ReadonlySet<LineKind> = new Set(['rule', 'comment', 'page', 'delimiter', 'picture', 'table']);

/** True if a block begins with a line: not where a sentence goes on over the end of a page, or past a picture. */
function isNewBlock({ lines, kinds, before, between, kept }: State, index: number): boolean {
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
  const last = lines[index - 1]!;
  return line.newlines > 1 || marks.has(kinds[index - 1]!) || last.text.endsWith('-->');
}
