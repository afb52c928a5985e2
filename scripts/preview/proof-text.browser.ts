import { type Edit, firstAtOrAfter, type Range } from '../article/ledger.js';
import { element } from './element.browser.js';
import type { Proof, ProofPiece } from './proof.js';

/** White space that a person must see to judge an edit. */
export const visible = (text: string) =>
  text
    .replace(/\r?\n/g, '↵')
    .replace(/[ \u00a0]/g, '␣')
    .replace(/\u3000/g, '□');

/** A piece's restored text. What an edit made is a button: its place, and the way to its reason. */
export function restoredText(piece: ProofPiece, { source, edits }: Proof): HTMLElement {
  const root = element('p', { class: 'restored-text', lang: 'zh' });
  for (const range of piece.ranges) root.append(...rangeNodes(range, source, edits));
  return root;
}

function rangeNodes([start, end]: Range, source: string, edits: readonly Edit[]): Node[] {
  const nodes: Node[] = [];
  let at = start;
  for (let index = firstAtOrAfter(edits, start); index < edits.length; index++) {
    const edit = edits[index]!;
    if (edit.start >= end) break;
    if (edit.start > at) nodes.push(stretch(source, at, edit.start));
    nodes.push(markOf(edit, index));
    at = edit.end;
  }
  if (at < end) nodes.push(stretch(source, at, end));
  return nodes;
}

/** Text that is as in the source; `data-at` is where it stands there. */
function stretch(source: string, from: number, to: number): HTMLElement {
  return element('span', { 'data-at': String(from) }, source.slice(from, to));
}

function markOf({ rule, replacement }: Edit, index: number): HTMLElement {
  const kind = rule === 'rejoin' ? 'join' : replacement.trim() === '' ? 'cut' : 'change';
  return element(
    'button',
    {
      type: 'button',
      class: `mark mark-${kind}`,
      tabindex: '-1',
      'data-edit': String(index),
      'aria-label': rule,
    },
    replacement,
  );
}

/** The printed lines of a piece, with their numbers in the source. */
export function sourceLines({ ranges }: Pick<ProofPiece, 'ranges'>, source: string): HTMLElement {
  const list = element('ol', { class: 'source-lines', lang: 'zh' });
  for (const [start, end] of ranges) {
    let number = source.slice(0, start).split('\n').length;
    for (const line of source.slice(start, end).split('\n')) {
      if (line.trim())
        list.append(
          element(
            'li',
            {},
            element('span', { class: 'line-number' }, String(number)),
            line.replace(/\r$/, ''),
          ),
        );
      number++;
    }
  }
  return list;
}
