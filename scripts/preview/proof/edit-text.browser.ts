import { diffArrays } from 'diff';
import type { AddedDecision, PlainDecision, SingleDecision } from '../layout/proof.js';
import { fill, textOf } from './piece-content.browser.js';

/** A stretch of a text that becomes other words; offsets are UTF-16 units. */
export interface TextChange {
  from: number;
  to: number;
  words: string;
}

/** Changes closer than this are one: a person sees one correction, and each needs words of its own around it. */
const near = 2;

/** The changes that make one text of another. */
export function changesBetween(before: string, after: string): TextChange[] {
  const changes: TextChange[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays([...before], [...after])) {
    const text = value.join('');
    const last = changes.at(-1);
    if (!added && !removed) {
      at += text.length;
      continue;
    }
    const to = removed ? at + text.length : at;
    if (last && at - last.to <= near) {
      last.words += before.slice(last.to, at) + (added ? text : '');
      last.to = to;
    } else changes.push({ from: at, to, words: added ? text : '' });
    at = to;
  }
  return changes;
}

/**
 * The decision that changes a stretch of a piece's text: a replacement of the source's words, or of the manuscript's
 * where a person has written them.
 */
export function decisionAt(piece: HTMLElement, change: TextChange): PlainDecision | undefined {
  const text = textOf(piece);
  const { file, block } = piece.dataset;
  if (piece.classList.contains('is-own'))
    return file && block
      ? {
          kind: 'own',
          name: file,
          block,
          before: text,
          after: text.slice(0, change.from) + change.words + text.slice(change.to),
        }
      : undefined;
  if (piece.dataset.entry === undefined) return sourceChange(piece, change);
  const words = (text.slice(0, change.from) + change.words + text.slice(change.to)).trim();
  return addedDecision(piece, words === '' ? null : { text: words });
}

/** True for a piece of which only the whole text can be written anew: a person's, not the source's. */
export const isWhole = ({ classList, dataset }: HTMLElement): boolean =>
  classList.contains('is-own') || dataset.entry !== undefined;

/** A decision about a piece that a person has added; undefined for any other. */
export function addedDecision(piece: HTMLElement, now: AddedDecision['now']): AddedDecision | undefined {
  const { dataset, classList } = piece;
  if (dataset.entry === undefined) return undefined;
  const was = classList.contains('is-own') ? {} : { was: textOf(piece) };
  return { kind: 'added', entry: Number(dataset.entry), ...was, now };
}

function sourceChange(piece: HTMLElement, { from, to, words }: TextChange): SingleDecision | undefined {
  fill(piece);
  // Two lines of a poem or a table made one.
  if (words === '' && /^\n+$/.test(textOf(piece).slice(from, to))) {
    const at = sourceAt(piece, to);
    return at === undefined ? undefined : { kind: 'join', at };
  }
  // An insertion takes the character beside it along: a decision is about words of the source.
  const [start, end] = from < to ? [from, to] : from > 0 ? [from - 1, from] : [0, 1];
  let offset = 0;
  let first: number | undefined;
  let last: number | undefined;
  let wanted = '';
  for (const part of piece.querySelectorAll<HTMLElement>('.restored-text [data-at], .restored-text .mark')) {
    const text = part.textContent ?? '';
    const [head, tail] = [offset, offset + text.length];
    offset = tail;
    if (tail <= start || head >= end || text === '') continue;
    const isSource = part.dataset.at !== undefined;
    const at = Number(part.dataset.at);
    if (first === undefined) {
      first = isSource ? at + Math.max(0, start - head) : Number(part.dataset.start);
      wanted += text.slice(isSource ? Math.max(0, start - head) : 0, Math.max(0, from - head)) + words;
    }
    last = isSource ? at + Math.min(text.length, end - head) : Number(part.dataset.end);
    // The result of a machine's edit counts as a whole; the text beside the change stays.
    wanted += text.slice(Math.max(0, to - head), isSource ? Math.max(0, end - head) : undefined);
  }
  if (first === undefined || last === undefined) return undefined;
  return { kind: 'replace', range: [first, last], wanted };
}

/** The place in the source of a character of a piece's text. */
function sourceAt(piece: HTMLElement, offset: number): number | undefined {
  let head = 0;
  for (const part of piece.querySelectorAll<HTMLElement>('.restored-text [data-at], .restored-text .mark')) {
    const length = part.textContent?.length ?? 0;
    if (offset < head + length)
      return part.dataset.at === undefined
        ? Number(part.dataset.start)
        : Number(part.dataset.at) + offset - head;
    head += length;
  }
  return undefined;
}
