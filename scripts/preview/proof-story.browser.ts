import { roles } from '../article/article.js';
import { element } from './element.browser.js';
import type { Decision, Proof, ProofPiece, ProofStory } from './proof.js';
import { restoredText, sourceLines } from './proof-text.browser.js';
import { say } from './say.browser.js';
import type { Word } from './words.js';

/** What a piece may be said to be. */
const parts = ['headline', 'kicker', 'deck', 'byline', 'furniture', ...roles] as const;

interface StoryContext {
  proof: Proof;
  view: 'edits' | 'setAgain';
  decide: (decision: Decision | undefined) => void;
}

/** A story on the proof: a row a piece, the printed lines beside what was made of them. */
export function storyView(story: ProofStory, index: number, context: StoryContext): HTMLElement {
  const isFurniture = story.pieces[0]?.part === 'furniture';
  const title = isFurniture
    ? say('furnitureColumn')
    : (story.pieces.find(({ part }) => part === 'headline')?.text ??
      story.pieces[0]?.text.slice(0, 16) ??
      '');
  const rows =
    context.view === 'edits'
      ? story.pieces.map((piece, at) => pieceView(piece, story.pieces[at + 1], context))
      : [againView(story, context)];
  return element(
    'article',
    { class: 'story-proof', 'aria-label': title },
    element('h2', {}, `${index + 1}　${title}`),
    ...rows,
  );
}

/** The piece that a place of the source stands in. */
export function pieceAt(root: HTMLElement, offset: number): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('.piece')].find((piece) =>
    (piece.dataset.ranges ?? '').split(' ').some((range) => {
      const [start, end] = range.split('-').map(Number);
      return offset >= start! && offset < end!;
    }),
  );
}

function pieceView(
  piece: ProofPiece,
  next: ProofPiece | undefined,
  { proof, decide }: StoryContext,
): HTMLElement {
  const [first] = piece.ranges;
  const isMoved = next !== undefined && (first?.[0] ?? 0) > (next.ranges[0]?.[0] ?? 0);
  const role = element(
    'select',
    {
      'aria-label': say('role'),
      onchange: () => decide({ kind: 'role', ranges: piece.ranges, role: role.value }),
    },
    ...parts.map((part) =>
      element('option', { value: part, selected: part === piece.part }, say(`part_${part}` as Word)),
    ),
  );
  const text = restoredText(piece, proof);
  text.addEventListener('click', (event) => offerSplit(event, text, decide));
  const border = next?.ranges[0]?.[0];
  return element(
    'div',
    {
      role: 'group',
      class: `piece part-${piece.part}`,
      tabindex: '0',
      'data-start': String(first?.[0] ?? 0),
      'data-ranges': piece.ranges.map((range) => range.join('-')).join(' '),
      'aria-label': say(`part_${piece.part}` as Word),
    },
    sourceLines(piece, proof.source),
    element(
      'div',
      { class: 'restored' },
      element(
        'div',
        { class: 'piece-head' },
        role,
        isMoved ? element('span', { class: 'moved' }, say('moved')) : undefined,
      ),
      text,
      border !== undefined && !isMoved
        ? element(
            'button',
            {
              type: 'button',
              class: 'join-next',
              tabindex: '-1',
              onclick: () => decide({ kind: 'join', at: border }),
            },
            say('joinNext'),
          )
        : undefined,
    ),
  );
}

/** A click between two characters offers to split the paragraph there. */
function offerSplit(event: MouseEvent, text: HTMLElement, decide: StoryContext['decide']): void {
  text.querySelector('.split-here')?.remove();
  const target = event.target as Element;
  const at = target.closest<HTMLElement>('[data-at]')?.dataset.at;
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  if (at === undefined || !caret || !(caret.offsetNode instanceof Text) || !target.contains(caret.offsetNode))
    return;
  const offset = Number(at) + caret.offset;
  const button = element(
    'button',
    { type: 'button', class: 'split-here', onclick: () => decide({ kind: 'break', at: offset }) },
    `¶ ${say('splitHere')}`,
  );
  const rest = caret.offsetNode.splitText(caret.offset);
  const after = element('span', { 'data-at': String(offset) }, rest);
  target.after(button, after);
}

/** 复排: printed lines beside the lines that the restored text makes in the inferred measure. */
function againView({ lines }: ProofStory, { proof }: StoryContext): HTMLElement {
  const same = lines.filter(({ isSame }) => isSame).length;
  return element(
    'div',
    { class: 'again' },
    element('p', { class: 'again-count' }, `${same} / ${lines.length} ${say('sameLines')}`),
    element(
      'div',
      { class: 'again-lines', lang: 'zh' },
      ...lines.map(({ start, end, again, isSame }) =>
        element(
          'div',
          { class: isSame ? 'again-line' : 'again-line differs' },
          element('span', {}, proof.source.slice(start, end).trim()),
          element('span', {}, again),
        ),
      ),
    ),
  );
}
