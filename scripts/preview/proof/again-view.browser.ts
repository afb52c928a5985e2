import { element } from '../controls/element.browser.js';
import type { Proof, ProofStory } from '../layout/proof.js';
import { setAgain } from '../layout/set-again.js';
import { say } from '../words/say.browser.js';

/** Titles are set on separate lines. */
const titleParts: readonly string[] = ['kicker', 'headline', 'deck', 'byline'];

/** 重排: printed lines beside the lines of the restored text in the inferred measure. */
export function againView({ pieces }: ProofStory, { source, edits, gaps, measures }: Proof): HTMLElement {
  const measureOf = (offset: number) => measures.find(({ start, end }) => offset >= start && offset < end);
  const lineEnds = gaps.map(({ start }) => start);
  const lines = pieces
    .filter(({ part }) => !titleParts.includes(part))
    .flatMap((piece) => setAgain(piece, { source, edits, lineEnds, measureOf }));
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
          element('span', {}, source.slice(start, end).trim()),
          element('span', {}, again),
        ),
      ),
    ),
  );
}
