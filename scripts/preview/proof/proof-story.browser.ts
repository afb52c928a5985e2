import { firstAtOrAfter, type Range } from '../../article/ledger.js';
import { element } from '../controls/element.browser.js';
import { newRenewal, renewChildren } from '../controls/renew-children.browser.js';
import type { Notebook } from '../decide/notebook.js';
import type { Proof, ProofPiece, ProofStory } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { againView } from './again-view.browser.js';
import { newFilling } from './piece-content.browser.js';
import { type PieceActs, pieceView } from './proof-piece.browser.js';

/** 校改 on the text, or 重排 beside the printed lines. */
export type View = 'edits' | 'setAgain';

type StoryNote = Notebook['stories'][number];
/** Notes the state of a story; undefined takes it back. */
type SetState = (story: string, state: StoryNote['state'] | undefined) => void;

interface StoryContext {
  proof: Proof;
  acts: PieceActs;
}

/** The title of a story, or its first words. */
export const titleOfStory = ({ pieces }: ProofStory): string =>
  pieces.find(({ part }) => part === 'headline')?.text ?? pieces[0]?.text.slice(0, 16) ?? '';

/** True if a story has a place of the source. */
export const holds = ({ pieces }: ProofStory, at: number): boolean =>
  pieces.some(({ ranges }) => ranges.some(([start, end]) => at >= start && at < end));

/** A story on the proof, whose pieces are renewed one by one. */
interface StoryView {
  root: HTMLElement;
  show: (story: ProofStory, context: StoryContext) => void;
}

/** The stories of a proof; a new state rebuilds only the pieces that have changed. */
export function newStories(root: HTMLElement, acts: PieceActs, setState: SetState) {
  let states: StoryNote[] = [];
  const showStates = () => {
    for (const select of root.querySelectorAll<HTMLSelectElement>('.story-state')) {
      const note = states.find(({ story }) => story === select.dataset.story);
      select.value = note?.state ?? '';
      select.title = note ? [note.by, note.at.slice(0, 10)].filter(Boolean).join(' · ') : '';
    }
  };
  const filling = newFilling(root);
  let standing = new Map<string, StoryView>();
  return {
    show(proof: Proof, view: View): void {
      const shown = withFurniture(proof).map((story, index) => {
        const title = isFurniture(story) ? say('furnitureColumn') : titleOfStory(story);
        const key = `${index} ${view} ${isFurniture(story)} ${title}`;
        const made = standing.get(key) ?? newStoryView(story, { index, title, view, acts, setState });
        made.show(story, { proof, acts });
        return [key, made] as const;
      });
      standing = new Map(shown);
      renewChildren(
        root,
        [...standing.values()].map((one) => one.root),
      );
      filling.renew();
      showStates();
    },
    /** Fills the pieces that a jump has brought into sight. */
    seen: filling.seen,
    /** Shows how far each story has come. */
    states(now: StoryNote[]): void {
      states = now;
      showStates();
    },
    empty: (instead: HTMLElement): void => {
      standing = new Map();
      root.replaceChildren(instead);
    },
  };
}

/** Shows furniture after the stories: it may be text after all. */
function withFurniture({ stories, furniture }: Proof): ProofStory[] {
  return furniture.length === 0 ? stories : [...stories, { pieces: furniture }];
}

const isFurniture = ({ pieces }: ProofStory) => pieces[0]?.part === 'furniture';

/** A key of all that a piece shows: its parts of the source, its edits, and the piece that it may be joined to. */
function keyOf(piece: ProofPiece, next: ProofPiece | undefined, { source, edits }: Proof): string {
  const inside = ([start, end]: Range) => {
    const from = firstAtOrAfter(edits, start);
    let to = from;
    while (to < edits.length && edits[to]!.start < end) to++;
    return edits.slice(from, to);
  };
  const parts = piece.ranges.map((range) => [source.slice(...range), inside(range)]);
  return JSON.stringify([piece, next?.ranges[0], parts]);
}

interface StoryHead {
  index: number;
  title: string;
  view: View;
  acts: PieceActs;
  setState: SetState;
}

/** A story on the proof: a row for each piece, the printed lines beside their restored text. */
function newStoryView(first: ProofStory, { index, title, view, acts, setState }: StoryHead): StoryView {
  const isNoStory = isFurniture(first);
  const rows = element('div', { class: 'story-rows' });
  let context: StoryContext;
  let pieces: readonly ProofPiece[] = [];
  const renew = newRenewal<ProofPiece>((piece, at) => pieceView(piece, { ...context, next: pieces[at + 1] }));
  let again = '';
  return {
    root: element(
      'article',
      { class: isNoStory ? 'story-proof is-furniture' : 'story-proof', 'aria-label': title },
      element(
        'header',
        { class: 'story-head' },
        element('h2', isNoStory ? {} : { draggable: 'true' }, `${index + 1}　${title}`),
        ...(isNoStory ? [] : [storyTools(index, acts), stateChoice(title, setState)]),
      ),
      rows,
    ),
    show(story, now) {
      context = now;
      ({ pieces } = story);
      if (view === 'edits')
        return renew(rows, pieces, (piece, at) => keyOf(piece, pieces[at + 1], now.proof));
      const key = JSON.stringify(pieces);
      if (key !== again) rows.replaceChildren(againView(story, now.proof));
      again = key;
    },
  };
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
