import { element } from '../controls/element.browser.js';
import type { Decision, Proof, ProofPiece } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { linesOf, restoredText, sourceLines } from './proof-text.browser.js';
import { partName } from './role-choice.browser.js';

/** The actions on the current piece; the keys do the same. */
export interface PieceActs {
  decide: (decision: Decision) => void;
  split: () => void;
  join: () => void;
  joinPrevious: () => void;
  correct: (draft?: string) => void;
  draft: () => string | undefined;
  role: () => void;
}

interface PieceContext {
  proof: Proof;
  next: ProofPiece | undefined;
  acts: PieceActs;
}

/** A piece on the proof: its printed lines, and their restored text. */
export function pieceView(piece: ProofPiece, { proof, next, acts }: PieceContext): HTMLElement {
  const [first] = piece.ranges;
  const isMoved = next !== undefined && (first?.[0] ?? 0) > (next.ranges[0]?.[0] ?? 0);
  const lines = linesOf(piece, proof.source);
  const name = partName(piece.part);
  const tool = (label: string, key: string, press: () => void) =>
    element(
      'button',
      { type: 'button', tabindex: '-1', onclick: press },
      label,
      element('kbd', { 'aria-hidden': 'true' }, key),
    );
  return element(
    'div',
    {
      role: 'group',
      class: `piece part-${piece.part}`,
      tabindex: '0',
      'data-start': String(first?.[0] ?? 0),
      'data-ranges': piece.ranges.map((range) => range.join('-')).join(' '),
      'data-lines': lines
        .slice(1)
        .map(({ start }) => start)
        .join(' '),
      'data-next': next && !isMoved ? String(next.ranges[0]?.[0]) : undefined,
      'data-part': piece.part,
      'aria-label': name,
    },
    sourceLines(lines, proof.source, (at) => acts.decide({ kind: 'break', at })),
    element(
      'div',
      { class: 'restored' },
      element(
        'div',
        { class: 'piece-head' },
        element(
          'button',
          {
            type: 'button',
            class: 'role',
            tabindex: '-1',
            'aria-label': `${say('role')}: ${name}`,
            onclick: acts.role,
          },
          name,
        ),
        isMoved ? element('span', { class: 'moved' }, say('moved')) : undefined,
      ),
      restoredText(piece, proof),
      element(
        'div',
        { class: 'piece-tools' },
        tool(say('splitHere'), 's', acts.split),
        next && !isMoved ? tool(say('joinNext'), 'm', acts.join) : undefined,
        tool(say('correct'), 'c', () => acts.correct()),
      ),
    ),
  );
}
