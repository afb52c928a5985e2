import { firstAtOrAfter, type Range } from '../../article/ledger.js';
import { element } from '../controls/element.browser.js';
import { newRenewal } from '../controls/renew-children.browser.js';
import type { Notebook } from '../decide/notebook.js';
import type { Proof, ProofStory } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { type PieceActs, pieceView } from './proof-piece.browser.js';

/** 校改 on the text, or 重排 beside the printed lines. */
export type View = 'edits' | 'setAgain';

type StoryNote = Notebook['stories'][number];
/** Notes the state of a story; undefined takes it back. */
type SetState = (story: string, state: StoryNote['state'] | undefined) => void;

interface StoryContext {
  proof: Proof;
  view: View;
  acts: PieceActs;
  setState: SetState;
}

/** The title of a story, or its first words. */
export const titleOfStory = ({ pieces }: ProofStory): string =>
  pieces.find(({ part }) => part === 'headline')?.text ?? pieces[0]?.text.slice(0, 16) ?? '';

/** True if a story has a place of the source. */
export const holds = ({ pieces }: ProofStory, at: number): boolean =>
  pieces.some(({ ranges }) => ranges.some(([start, end]) => at >= start && at < end));

/** The stories of a proof; a new state rebuilds only those that it changes. */
export function newStories(root: HTMLElement, acts: PieceActs, setState: SetState) {
  let states: StoryNote[] = [];
  const showStates = () => {
    for (const select of root.querySelectorAll<HTMLSelectElement>('.story-state')) {
      const note = states.find(({ story }) => story === select.dataset.story);
      select.value = note?.state ?? '';
      select.title = note ? [note.by, note.at.slice(0, 10)].filter(Boolean).join(' · ') : '';
    }
  };
  let context: StoryContext | undefined;
  const renew = newRenewal<ProofStory>((story, at) => storyView(story, at, context!));
  return {
    show(proof: Proof, view: View): void {
      context = { proof, view, acts, setState };
      renew(root, withFurniture(proof), (story) => `${view} ${keyOf(story, proof)}`);
      showStates();
    },
    /** Shows how far each story has come. */
    states(now: StoryNote[]): void {
      states = now;
      showStates();
    },
    empty: (instead: HTMLElement): void => {
      renew(root, [], () => '');
      root.append(instead);
    },
  };
}

/** Shows furniture after the stories: it may be text after all. */
function withFurniture({ stories, furniture }: Proof): ProofStory[] {
  if (furniture.length === 0) return stories;
  return [...stories, { pieces: furniture, lines: [], same: 0 }];
}

/** Key of everything that a story shows: its pieces, with their parts of the source and its edits. */
function keyOf(story: ProofStory, { source, edits }: Proof): string {
  const ranges = story.pieces.flatMap((piece) => piece.ranges);
  const inside = ([start, end]: Range) => {
    const from = firstAtOrAfter(edits, start);
    let to = from;
    while (to < edits.length && edits[to]!.start < end) to++;
    return edits.slice(from, to);
  };
  return JSON.stringify([story, ranges.map((range) => [source.slice(...range), inside(range)])]);
}

/** A story on the proof: a row for each piece, the printed lines beside their restored text. */
export function storyView(story: ProofStory, index: number, context: StoryContext): HTMLElement {
  const { proof, view, acts, setState } = context;
  const isFurniture = story.pieces[0]?.part === 'furniture';
  const title = isFurniture ? say('furnitureColumn') : titleOfStory(story);
  const rows =
    view === 'edits'
      ? story.pieces.map((piece, at) => pieceView(piece, { proof, next: story.pieces[at + 1], acts }))
      : [againView(story, proof)];
  return element(
    'article',
    { class: isFurniture ? 'story-proof is-furniture' : 'story-proof', 'aria-label': title },
    element(
      'header',
      { class: 'story-head' },
      element('h2', {}, `${index + 1}　${title}`),
      ...(isFurniture ? [] : [storyTools(index, acts), stateChoice(title, setState)]),
    ),
    ...rows,
  );
}

/** Moves a story among the others, or joins it to the one above. */
function storyTools(index: number, acts: PieceActs): HTMLElement {
  const tool = (label: string, press: () => void) =>
    element('button', { type: 'button', onclick: press }, label);
  return element(
    'div',
    { class: 'story-tools', role: 'group', 'aria-label': say('story') },
    ...(index > 0
      ? [
          tool(say('mergeStory'), () => acts.mergeStory(index)),
          tool(say('storyUp'), () => acts.moveStory(index, -1)),
        ]
      : []),
    tool(say('storyDown'), () => acts.moveStory(index, 1)),
  );
}

/** 已读, 已改, 已定: how far a story has come. */
function stateChoice(story: string, setState: SetState): HTMLElement {
  const select = element(
    'select',
    {
      class: 'story-state',
      'aria-label': `${say('storyState')}: ${story}`,
      'data-story': story,
      onchange: () =>
        setState(
          story,
          storyStates.find((state) => state === select.value),
        ),
    },
    element('option', { value: '' }, say('state_unread')),
    ...storyStates.map((state) => element('option', { value: state }, say(`state_${state}`))),
  );
  return select;
}

const storyStates = ['read', 'corrected', 'validated'] as const;

/** The piece of a place in the source. */
export function pieceAt(root: HTMLElement, offset: number): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('.piece')].find((piece) =>
    (piece.dataset.ranges ?? '').split(' ').some((range) => {
      const [start, end] = range.split('-').map(Number);
      return offset >= start! && offset < end!;
    }),
  );
}

/** 重排: printed lines beside the lines of the restored text in the inferred measure. */
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
