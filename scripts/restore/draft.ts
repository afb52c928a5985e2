import type { Edit, Range } from '../article/ledger.js';

/** Change: a change by a character rule, in offsets of the text that it was given. */
export interface Change {
  start: number;
  end: number;
  replacement: string;
  /** Default 1. */
  confidence?: number;
}

/**
 * Draft 稿样: the text of one block while rules work on it. It is a row of cells: characters of the source that nothing
 * has changed are one cell, a changed one is a cell of its own, and so is the white space at a line's end. A rule sees
 * their text and rewrites cells, so every state can be written down as edits of the source.
 */
export interface Draft {
  source: string;
  starts: number[];
  ends: number[];
  texts: string[];
  /** The last rule and the least confidence of changed cells; a cell without a mark is as in the source. */
  marks: Map<number, Mark>;
  /** The first cell of each printed line. */
  lines: number[];
  /** Ranges of the source that a person wants unchanged. */
  kept: readonly Range[];
}

export function newDraft(source: string, kept: readonly Range[] = []): Draft {
  return { source, starts: [], ends: [], texts: [], marks: new Map(), lines: [], kept };
}

interface Mark {
  rule: string;
  confidence: number;
}

/** Adds a printed line, `source[start, end)`, as it is. */
export function pushLine(draft: Draft, start: number, end: number): void {
  draft.lines.push(draft.starts.length);
  pushSource(draft, start, end);
}

function pushSource({ source, starts, ends, texts }: Draft, start: number, end: number): void {
  if (start >= end) return;
  starts.push(start);
  ends.push(end);
  texts.push(source.slice(start, end));
}

/** Adds one cell for `source[start, end)`. */
export function pushCell(
  draft: Draft,
  cell: { start: number; end: number; replacement: string; rule?: string; confidence?: number },
): void {
  const number = draft.starts.length;
  draft.starts.push(cell.start);
  draft.ends.push(cell.end);
  draft.texts.push(cell.replacement);
  if (cell.rule !== undefined) draft.marks.set(number, { rule: cell.rule, confidence: cell.confidence ?? 1 });
}

export function draftText(draft: Draft): string {
  return draft.texts.join('');
}

/** Gives the characters of some ranges of the text, which ascend, cells of their own, where they are unchanged. */
export function splitCells(draft: Draft, ranges: readonly Pick<Change, 'start' | 'end'>[]): void {
  const old = { ...draft };
  Object.assign(draft, { starts: [], ends: [], texts: [], marks: new Map(), lines: [] });
  let place = 0;
  let next = 0;
  let line = 0;
  for (let cell = 0; cell < old.texts.length; cell++) {
    while (old.lines[line] === cell) {
      draft.lines.push(draft.texts.length);
      line++;
    }
    const [start, end, text, mark] = [
      old.starts[cell]!,
      old.ends[cell]!,
      old.texts[cell]!,
      old.marks.get(cell),
    ];
    if (mark) {
      draft.marks.set(draft.texts.length, mark);
      pushCell(draft, { start, end, replacement: text });
    } else
      for (let at = start; at < end; ) {
        const from = place + at - start;
        while (next < ranges.length && Math.max(ranges[next]!.end, ranges[next]!.start + 1) <= from) next++;
        const room = next < ranges.length ? ranges[next]!.start - from : end - at;
        const stop = room > 0 ? Math.min(end, beforePair(old.source, at, at + room)) : at;
        const to = stop > at ? stop : Math.min(end, at + sizeAt(old.source, at));
        pushSource(draft, at, to);
        at = to;
      }
    place += text.length;
  }
  // A last line without characters.
  for (; line < old.lines.length; line++) draft.lines.push(draft.texts.length);
}

/** UTF-16 units of the character at a place. */
const sizeAt = (source: string, at: number) => (source.codePointAt(at)! > 0xffff ? 2 : 1);

/** A place, or the one before it if it is inside a character; never before `from`. */
const beforePair = (source: string, from: number, at: number) =>
  at > from && sizeAt(source, at - 1) === 2 ? at - 1 : at;

/** The first cell that begins at a position of the text, which is cut there if it is unchanged; −1 if it is changed. */
export function cellAt(draft: Draft, position: number): number {
  splitCells(draft, [{ start: position, end: position }]);
  return positionsOf(draft).indexOf(position);
}

/** Applies sorted, disjoint changes to the text of `draftText`; a second change to one cell is ignored. */
export function applyChanges(draft: Draft, rule: string, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const last = draftText(draft).length - 1;
  // What is added at the end is added to the last character.
  splitCells(
    draft,
    changes.map(({ start, end }) => ({ start: Math.min(start, last), end })),
  );
  const old = draft.texts.slice();
  const positions = positionsOf(draft);
  let cell = 0;
  let written = -1;
  for (const { start, end, replacement, confidence = 1 } of changes) {
    while (cell < old.length - 1 && positions[cell + 1]! <= start) cell++;
    let rest: string | undefined = replacement;
    for (let at = cell; at < old.length && (positions[at]! < end || rest !== undefined); at++) {
      const text = old[at]!;
      if (text === '' && start < end) continue;
      if (at <= written || isKept(draft, draft.starts[at]!)) break;
      const from = Math.max(0, start - positions[at]!);
      const to = Math.min(text.length, Math.max(from, end - positions[at]!));
      draft.texts[at] = text.slice(0, from) + (rest ?? '') + text.slice(to);
      draft.marks.set(at, { rule, confidence: Math.min(confidence, draft.marks.get(at)?.confidence ?? 1) });
      rest = undefined;
      written = at;
    }
  }
}

/** Removes the last characters of the text so far. */
export function removeEnd(draft: Draft, count: number, rule: string): void {
  const { length } = draftText(draft);
  applyChanges(draft, rule, [{ start: length - count, end: length, replacement: '' }]);
}

/** Removes the last character of the line that was added last. */
export function removeLast(draft: Draft, rule: string): void {
  const cell = draft.texts.length - 1;
  const end = draft.ends[cell]!;
  draft.ends[cell] = end - 1;
  draft.texts[cell] = draft.texts[cell]!.slice(0, -1);
  pushCell(draft, { start: end - 1, end, replacement: '', rule });
}

/** True if a person wants this place of the source unchanged. */
export function isKept({ kept }: Draft, place: number): boolean {
  return kept.some(([start, end]) => place >= start && place < end);
}

/** The last characters of the text so far. */
export function endOf({ texts }: Draft, length: number): string {
  let end = '';
  for (let cell = texts.length - 1; cell >= 0 && end.length < length; cell--)
    end = texts[cell]!.slice(-(length - end.length)) + end;
  return end;
}

/** Start of each cell in the draft's text; one entry more than cells. */
export function positionsOf(draft: Draft): Int32Array {
  const positions = new Int32Array(draft.texts.length + 1);
  for (let cell = 0; cell < draft.texts.length; cell++)
    positions[cell + 1] = positions[cell]! + draft.texts[cell]!.length;
  return positions;
}

/** The changed cells as edits, neighbours of one rule in one edit, unless `cut` is between them. */
export function editsOf(draft: Draft, cut = -1): Edit[] {
  const edits: Edit[] = [];
  for (let cell = 0; cell < draft.texts.length; cell++) {
    const mark = draft.marks.get(cell);
    if (!mark) continue;
    const { rule, confidence } = mark;
    const text = draft.texts[cell]!;
    const start = draft.starts[cell]!;
    const end = draft.ends[cell]!;
    if (text === draft.source.slice(start, end)) continue;
    const last = edits.at(-1);
    if (last && last.end === start && last.rule === rule && cell !== cut) {
      last.end = end;
      last.replacement += text;
      last.confidence = Math.min(last.confidence, confidence);
    } else edits.push({ start, end, replacement: text, rule, confidence });
  }
  return edits;
}

/** The ranges of the source that cells `from` to `to` cover, as few as possible. */
export function rangesOf(draft: Draft, from = 0, to = draft.starts.length): Range[] {
  const ranges: [number, number][] = [];
  for (let cell = from; cell < to; cell++) {
    const last = ranges.at(-1);
    if (last && last[1] === draft.starts[cell]) last[1] = draft.ends[cell]!;
    else ranges.push([draft.starts[cell]!, draft.ends[cell]!]);
  }
  return ranges;
}

/** The source offset of a position in the draft's text. */
export function originOf(draft: Draft, position: number): number {
  let at = 0;
  for (let cell = 0; cell < draft.texts.length; cell++) {
    const length = draft.texts[cell]!.length;
    if (position < at + length) return Math.min(draft.starts[cell]! + position - at, draft.ends[cell]! - 1);
    at += length;
  }
  return draft.ends.at(-1) ?? 0;
}
