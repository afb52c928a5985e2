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
 * Draft 稿样: the text of one block while rules work on it. It is a row of cells, one for each character of the
 * source (one for all the white space at a line's end); a rule sees their text and rewrites cells, so every state
 * can be written down as edits of the source.
 */
export interface Draft {
  source: string;
  starts: number[];
  ends: number[];
  texts: string[];
  /** The last rule and the least confidence of changed cells. */
  marks: Map<number, Mark>;
  /** Ranges of the source that a person wants unchanged. */
  kept: readonly Range[];
}

export function newDraft(source: string, kept: readonly Range[] = []): Draft {
  return { source, starts: [], ends: [], texts: [], marks: new Map(), kept };
}

interface Mark {
  rule: string;
  confidence: number;
}

/** A constant table, filled on demand: texts have few different characters, each many times. */
const characters: string[] = [];

function characterAt(source: string, start: number, end: number): string {
  if (end - start > 1) return source.slice(start, end);
  const code = source.charCodeAt(start);
  characters[code] ??= source[start]!;
  return characters[code]!;
}

/** Adds the source's characters from `start` to `end` as they are. */
export function pushSource(draft: Draft, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const size = draft.source.codePointAt(at)! > 0xffff ? 2 : 1;
    const stop = Math.min(at + size, end);
    draft.starts.push(at);
    draft.ends.push(stop);
    draft.texts.push(characterAt(draft.source, at, stop));
    at = stop;
  }
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

/** Applies sorted, disjoint changes to the text of `draftText`; a second change to one cell is ignored. */
export function applyChanges(draft: Draft, rule: string, changes: readonly Change[]): void {
  if (changes.length === 0) return;
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

/** True if a person wants this place of the source unchanged. */
export function isKept({ kept }: Draft, place: number): boolean {
  return kept.some(([start, end]) => place >= start && place < end);
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
  for (const [cell, { rule, confidence }] of [...draft.marks].sort(([a], [b]) => a - b)) {
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
