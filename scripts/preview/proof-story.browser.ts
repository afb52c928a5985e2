import { element } from './element.browser.js';
import type { Proof, ProofStory } from './proof.js';
import { type PieceActs, pieceView } from './proof-piece.browser.js';
import { say } from './say.browser.js';

interface StoryContext {
  proof: Proof;
  view: 'edits' | 'setAgain';
  acts: PieceActs;
}

/** A story on the proof: a row a piece, the printed lines beside what was made of them. */
export function storyView(story: ProofStory, index: number, context: StoryContext): HTMLElement {
  const { proof, view, acts } = context;
  const isFurniture = story.pieces[0]?.part === 'furniture';
  const title = isFurniture
    ? say('furnitureColumn')
    : (story.pieces.find(({ part }) => part === 'headline')?.text ??
      story.pieces[0]?.text.slice(0, 16) ??
      '');
  const rows =
    view === 'edits'
      ? story.pieces.map((piece, at) => pieceView(piece, { proof, next: story.pieces[at + 1], acts }))
      : [againView(story, proof)];
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

/** 复排: printed lines beside the lines that the restored text makes in the inferred measure. */
function againView({ lines }: ProofStory, proof: Proof): HTMLElement {
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
