import { element } from '../controls/element.browser.js';
import { partName } from '../forms/role-choice.browser.js';
import type { Decision, Proof, ProofPiece } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { giveContent } from './piece-content.browser.js';
import { linesOf, restoredText, sourceLines, textOfPiece } from './proof-text.browser.js';

/** The actions on the current piece; the keys do the same. */
export interface PieceActs {
  decide: (decision: Decision) => void;
  split: () => void;
  join: () => void;
  joinPrevious: () => void;
  correct: (draft?: string) => void;
  draft: () => string | undefined;
  role: () => void;
  cut: () => void;
  move: (by: 1 | -1) => void;
  add: () => void;
  mergeStory: (index: number) => void;
  moveStory: (index: number, by: 1 | -1) => void;
  /** Makes the text a field, with a stretch selected. */
  edit: (chosen?: readonly [from: number, to: number]) => void;
  /** A field for a note to a colleague. */
  remark: () => void;
  /** The place in the manuscript, as a link into an editor where a person has chosen one. */
  place: (file: string, line: number | undefined) => HTMLElement;
}

interface PieceContext {
  proof: Proof;
  next: ProofPiece | undefined;
  acts: PieceActs;
}

/** A piece on the proof: its printed lines, and their restored text. */
export function pieceView(piece: ProofPiece, { proof, next, acts }: PieceContext): HTMLElement {
  const [first] = piece.ranges;
  const following = next?.ranges[0];
  const isMoved = first !== undefined && following !== undefined && first[0] > following[0];
  const isJoinable = first !== undefined && following !== undefined && !isMoved;
  const lines = linesOf(piece, proof.source);
  const root = element('div', {
    role: 'group',
    class: ['piece', `part-${piece.part}`, piece.isOwn && 'is-own', piece.isRemoved && 'is-removed']
      .filter(Boolean)
      .join(' '),
    tabindex: '0',
    // Words that were added have no place in the source.
    'data-start': String(first?.[0] ?? -1),
    'data-ranges': piece.ranges.map((range) => range.join('-')).join(' '),
    'data-lines': lines
      .slice(1)
      .map(({ start }) => start)
      .join(' '),
    'data-next': isJoinable ? String(following[0]) : undefined,
    'data-part': piece.part,
    'data-entry': piece.entry === undefined ? undefined : String(piece.entry),
    'data-file': piece.file,
    'data-line': piece.line === undefined ? undefined : String(piece.line),
    'data-block': piece.block,
    'aria-label': partName(piece.part),
  });
  root.style.setProperty('--lines', String(Math.max(1, lines.length)));
  giveContent(root, {
    ...textOfPiece(piece, proof),
    make: () => [
      sourceLines(lines, proof.source, (at) => acts.decide({ kind: 'break', at })),
      element(
        'div',
        { class: 'restored' },
        pieceHead(piece, acts, isMoved),
        restoredText(piece, proof),
        pieceTools(acts, isJoinable),
      ),
    ],
  });
  return root;
}

function pieceHead(piece: ProofPiece, acts: PieceActs, isMoved: boolean): HTMLElement {
  const name = partName(piece.part);
  return element(
    'div',
    { class: 'piece-head' },
    element(
      'button',
      {
        type: 'button',
        class: 'role',
        draggable: 'true',
        tabindex: '-1',
        'aria-label': `${say('role')}: ${name}`,
        onclick: acts.role,
      },
      name,
    ),
    isMoved ? element('span', { class: 'moved' }, say('moved')) : undefined,
    ownNote(piece),
    piece.file === undefined ? undefined : acts.place(piece.file, piece.line),
  );
}

function pieceTools(acts: PieceActs, isJoinable: boolean): HTMLElement {
  const tool = (label: string, key: string, press: () => void) =>
    element(
      'button',
      { type: 'button', tabindex: '-1', onclick: press },
      label,
      element('kbd', { 'aria-hidden': 'true' }, key),
    );
  return element(
    'div',
    { class: 'piece-tools' },
    tool(say('splitHere'), 's', acts.split),
    isJoinable ? tool(say('joinNext'), 'm', acts.join) : undefined,
    tool(say('correct'), 'c', () => acts.correct()),
    tool(say('editText'), 'Enter', () => acts.edit()),
    tool(say('addHere'), 'o', acts.add),
    tool(say('cutHere'), 'x', acts.cut),
    tool(say('remark'), 't', acts.remark),
  );
}

/** A word about a piece that is not as the machine has it. */
function ownNote({ isOwn, isRemoved }: ProofPiece): HTMLElement | undefined {
  if (!isOwn && !isRemoved) return undefined;
  return element('span', { class: 'own' }, say(isRemoved ? 'takenOut' : 'changedInManuscript'));
}
