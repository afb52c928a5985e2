import { buttonGroup } from '../controls/controls.browser.js';
import { type EditorPlace, fileLink } from '../controls/editor-link.browser.js';
import { element } from '../controls/element.browser.js';
import type { Grip } from '../controls/grip.browser.js';
import type { Shown } from '../controls/shown.browser.js';
import { type Choice, readNotebook, readProof } from '../controls/talk.browser.js';
import type { Notebook } from '../decide/notebook.js';
import { newDoubtList, type Progress } from '../doubts/doubt-list.browser.js';
import { editionDoubts } from '../doubts/edition-doubts.browser.js';
import { proposalDoubts } from '../doubts/proposal-doubts.browser.js';
import { restorationDoubts } from '../doubts/restoration-doubts.browser.js';
import type { Proof } from '../layout/proof.js';
import type { BookState } from '../layout/show-book.js';
import type { Trouble } from '../layout/trouble.js';
import { newPagePicture } from '../picture/page-picture.browser.js';
import { say } from '../words/say.browser.js';
import { isAbout, tellAlsoChanged } from './also-changed.browser.js';
import { newDecisions } from './decisions.browser.js';
import { markDetail } from './mark-detail.browser.js';
import { newProofFloor } from './proof-floor.browser.js';
import { titleOfStory, type View } from './proof-story.browser.js';

interface ProofTold {
  /** Shows words of the manuscript on the pages. */
  showOnPages: (words: string) => void;
  /** The folder of the files, and the editor that opens them. */
  where: () => EditorPlace;
}

/** 校样: source and restored text side by side, with the doubts beside them. */
export function newProofDesk(grip: Grip, shown: Shown, { showOnPages, where }: ProofTold) {
  let proof: Proof | undefined;
  /** The issue on show, which is not always the latest choice; and its proof as received. */
  let [issue, text] = ['', ''];
  let view: View = 'edits';
  const detail = element('section', { class: 'mark-detail', 'aria-live': 'polite' });
  const decisions = newDecisions(shown, () => issue);
  /** The proof before a decision, and the place that it is about: to tell what else it changes. */
  let judged: { before: Proof; isAbout: (at: number) => boolean } | undefined;
  const floor = newProofFloor({
    decide: (decision, source, answered) => {
      judged = { before: source, isAbout: isAbout(decision) };
      void decisions.decide(decision, { seen: source.fingerprint, answered });
    },
    note: decisions.note,
    showOnPages,
    place: (file, line) => pieceLink(file, line),
    grip,
    mark: (edit, { source }) => detail.replaceChildren(...markDetail(edit, source, floor.split)),
  });
  const pieceLink = (file: string, line: number | undefined): HTMLElement => {
    const words = line === undefined ? file : `${file}:${line}`;
    return element(
      'span',
      { class: 'piece-place', 'data-file': file, 'data-line': line === undefined ? undefined : String(line) },
      fileLink(`manuscript/${issue}/${file}`, line, where(), words),
    );
  };
  const doubts = newDoubtList({
    decide: async (act, places) => {
      const keys = places.map(({ key }) => key);
      await decisions.decide(act, { seen: proof?.fingerprint ?? '', doubts: keys });
    },
    reach: ({ range, words }) => {
      if (range) floor.reach(...range);
      else if (words) floor.reachWords(words);
    },
    storyOf: (place) => floor.storyOf(place),
  });
  const picture = newPagePicture((at) => floor.reach(at));
  const follow = () => requestAnimationFrame(() => picture.follow(floor.at()));
  const views = buttonGroup<View>(say('proof'), {
    options: [
      ['edits', say('edits')],
      ['setAgain', say('setAgain')],
    ],
    value: view,
    choose: (chosen) => {
      view = chosen;
      views.select(view);
      if (proof) void floor.show(proof, view);
    },
  });
  const keys: Record<string, () => void> = {
    ...floor.keys,
    n: () => doubts.inOrder(() => doubts.step(1)),
    p: () => doubts.inOrder(() => doubts.step(-1)),
    a: () => doubts.inOrder(doubts.accept),
    l: () => doubts.inOrder(doubts.leave),
    e: doubts.enter,
    A: () => doubts.inOrder(doubts.acceptVisible),
    u: () => void decisions.undo(),
    U: () => void decisions.redo(),
  };
  for (let digit = 1; digit <= 9; digit++) keys[digit] = () => doubts.inOrder(() => doubts.choose(digit - 1));
  const scroll = element(
    'div',
    { class: 'side-scroll', tabindex: '-1' },
    picture.root,
    detail,
    doubts.root,
    floor.remarks.panel,
    decisions.history,
    element(
      'details',
      { class: 'keys-panel' },
      element('summary', {}, say('keys')),
      element('p', { class: 'keys' }, say('keysProof')),
    ),
  );
  const side = element(
    'aside',
    { class: 'proof-side', 'aria-label': say('doubts') },
    scroll,
    doubts.acceptAll,
  );
  new ResizeObserver(() => floor.resized()).observe(floor.root);
  for (const event of ['pointerup', 'keyup', 'focusin']) document.addEventListener(event, follow);
  return {
    root: element(
      'div',
      { class: 'proof-desk' },
      element('div', { class: 'desk-head' }, views, decisions.root),
      floor.find,
      element('div', { class: 'proof-floor' }, floor.root, side),
    ),
    /** Returns the reason if there is no proof: the last good one stays. */
    async show({ open }: BookState, of: Choice): Promise<Trouble | undefined> {
      const [next, { notebook, error }] = await Promise.all([readProof(of.issue), readNotebook(of.issue)]);
      await grip.released();
      if (next.error && issue === of.issue) return next.error;
      if (next.text !== text || issue !== of.issue) {
        [issue, text, proof] = [of.issue, next.text, next.proof ?? undefined];
        if (proof) await floor.show(proof, view);
        if (proof && judged) {
          const told = tellAlsoChanged(
            floor.root,
            { ...judged, after: proof },
            { reach: floor.reach, undo: () => void decisions.undo() },
          );
          if (told.length > 0) detail.replaceChildren(...told);
          judged = undefined;
        } else if (!proof) floor.empty(next.error ? '' : say('noSource'));
        picture.show(proof, issue);
      }
      if (notebook) decisions.show(notebook);
      const told = notebook ?? emptyNotebook;
      floor.states(told.stories);
      floor.remarks.show(told.remarks);
      const titles = proof?.stories.map(titleOfStory) ?? [];
      const own = proof ? [...proposalDoubts(proof), ...restorationDoubts(proof)] : [];
      doubts.show([...own, ...editionDoubts(open, of.edition)], {
        progress: progressOf(told, titles.length),
        stories: titles,
      });
      return next.error ?? error;
    },
    /** Renews the links for the editor that was just chosen. */
    renewPlaces(): void {
      for (const standing of floor.root.querySelectorAll<HTMLElement>('.piece-place')) {
        const { file = '', line } = standing.dataset;
        standing.replaceWith(pieceLink(file, line === undefined ? undefined : Number(line)));
      }
    },
    /** Goes to words of a page, in whatever script they are there. */
    reachWords: floor.reachFolded,
    key(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      // Enter presses the button that has the focus.
      if (key === 'Enter' && (event.target as Element).closest?.('button, a, summary')) return;
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'z')
        return void (shiftKey ? decisions.redo() : decisions.undo());
      if ((ctrlKey || metaKey) && key === 'y') {
        event.preventDefault();
        return void decisions.redo();
      }
      if ((ctrlKey || metaKey) && key === 'f') {
        event.preventDefault();
        return keys['/']!();
      }
      const isMove = altKey && (key === 'ArrowUp' || key === 'ArrowDown');
      const isWord = (ctrlKey || altKey) && (key === 'ArrowLeft' || key === 'ArrowRight');
      const word = isMove ? 'Move ' : isWord ? 'Word ' : '';
      if ((ctrlKey || metaKey || altKey) && !word) return;
      const act = keys[`${word}${shiftKey && /^(?:Arrow|Home|End)/.test(key) ? 'Shift ' : ''}${key}`];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
}

const emptyNotebook: Notebook = { history: [], skipped: [], settled: [], stories: [], remarks: [] };

/** A person's progress with an issue. */
function progressOf({ history, skipped, settled, stories }: Notebook, all: number): Progress {
  const decided = history.filter(({ undone }) => undone === undefined).flatMap(({ doubts = [] }) => doubts);
  return {
    skipped: new Set(skipped),
    settled: new Set(settled),
    done: new Set([...decided, ...settled]).size,
    stories: `${Math.min(stories.length, all)} / ${all}`,
  };
}
