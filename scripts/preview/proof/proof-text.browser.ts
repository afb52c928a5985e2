import { type Edit, firstAtOrAfter } from '../../article/ledger.js';
import { element } from '../controls/element.browser.js';
import { visible } from '../controls/visible.browser.js';
import type { Proof, ProofPiece } from '../layout/proof.js';
import { say } from '../words/say.browser.js';

/** A stretch of a piece's text: either unchanged source, or the effect of an edit. */
type Stretch = { at: number; text: string } | { edit: Edit; text: string };

function stretchesOf({ ranges }: ProofPiece, { source, edits }: Proof): Stretch[] {
  return ranges.flatMap(([start, end]) => {
    const stretches: Stretch[] = [];
    let at = start;
    const plainTo = (to: number) => {
      if (at < to) stretches.push({ at, text: source.slice(at, to) });
    };
    for (let index = firstAtOrAfter(edits, start); index < edits.length; index++) {
      const edit = edits[index]!;
      if (edit.start >= end) break;
      plainTo(edit.start);
      stretches.push({ edit, text: edit.replacement });
      at = edit.end;
    }
    plainTo(end);
    return stretches;
  });
}

/** A piece's restored text. */
export function textOfPiece(piece: ProofPiece, proof: Proof): { text: string; hasMarks: boolean } {
  // Written by a person: the source lacks it.
  if (piece.ranges.length === 0) return { text: piece.text, hasMarks: false };
  const stretches = stretchesOf(piece, proof);
  return {
    text: stretches.map(({ text }) => text).join(''),
    hasMarks: stretches.some((one) => 'edit' in one),
  };
}

/** A stretch as an element. The effect of an edit is a button that shows the place and leads to the reason. */
export function restoredText(piece: ProofPiece, proof: Proof): HTMLElement {
  const root = element('p', { class: 'restored-text', lang: 'zh' });
  if (piece.ranges.length === 0) root.append(piece.text);
  for (const one of stretchesOf(piece, proof))
    root.append('edit' in one ? markOf(one.edit, proof.source) : stretch(one.at, one.text));
  return root;
}

/** Text that is unchanged from the source; `data-at` is its offset there. */
function stretch(at: number, text: string): HTMLElement {
  return element('span', { 'data-at': String(at) }, text);
}

/** The effect of an edit, for a screen reader. */
function markName(kind: 'join' | 'cut' | 'change', before: string, after: string): string {
  if (kind === 'join') return say('markJoined');
  if (kind === 'cut') return say('markRemoved').replace('{text}', () => visible(before));
  if (before.trim() === '') return say('markAdded').replace('{text}', () => visible(after));
  return say('markChanged')
    .replace('{before}', () => visible(before))
    .replace('{after}', () => visible(after));
}

function markOf({ rule, replacement, start, end }: Edit, source: string): HTMLElement {
  const kind = rule === 'rejoin' ? 'join' : replacement.trim() === '' ? 'cut' : 'change';
  return element(
    'button',
    {
      type: 'button',
      class: `mark mark-${kind}`,
      tabindex: '-1',
      'data-start': String(start),
      'data-end': String(end),
      'aria-label': markName(kind, source.slice(start, end), replacement),
    },
    replacement,
  );
}

/** A printed line of a piece: its range in the source, and its number there. */
export interface SourceLine {
  start: number;
  end: number;
  number: number;
}

export function linesOf({ ranges, lines }: ProofPiece, source: string): SourceLine[] {
  return ranges.flatMap(([from, to], index) => {
    let number = lines[index]!;
    let start = from;
    return source
      .slice(from, to)
      .split('\n')
      .flatMap((line) => {
        const end = start + line.length;
        const made = line.trim() ? [{ start, end, number }] : [];
        start = end + 1;
        number++;
        return made;
      });
  });
}

/** The printed lines of a piece, with their numbers; with a control at the end of each to split it from the next. */
export function sourceLines(
  lines: readonly SourceLine[],
  source: string,
  split: (at: number) => void,
): HTMLElement {
  return element(
    'ol',
    { class: 'source-lines', lang: 'zh' },
    ...lines.map(({ start, end, number }, index) => {
      const next = lines[index + 1];
      const label = say('splitAfterLine').replace('{line}', String(number));
      return element(
        'li',
        {},
        element('span', { class: 'line-number' }, String(number)),
        element('span', {}, source.slice(start, end).replace(/\r$/, '')),
        next &&
          element(
            'button',
            {
              type: 'button',
              class: 'line-edge',
              tabindex: '-1',
              title: label,
              'aria-label': label,
              onclick: () => split(next.start),
            },
            '¶',
          ),
      );
    }),
  );
}

/** The restored text of a stretch of the source; an edit that crosses its border counts whole. */
export function restoredIn({ source, edits }: Proof, [start, end]: readonly [number, number]): string {
  let text = '';
  let at = start;
  for (const edit of edits) {
    if (edit.end <= start || edit.start >= end) continue;
    text += source.slice(at, Math.max(at, edit.start)) + edit.replacement;
    at = edit.end;
  }
  return text + source.slice(at, Math.max(at, end));
}
