import { buttonGroup } from '../controls/controls.browser.js';
import { type EditorPlace, fileLink } from '../controls/editor-link.browser.js';
import { element } from '../controls/element.browser.js';
import type { Grip } from '../controls/grip.browser.js';
import { type Choice, type ProofState, readNotebook, readProof } from '../controls/talk.browser.js';
import { newDoubtList } from '../doubts/doubt-list.browser.js';
import { editionDoubts } from '../doubts/edition-doubts.browser.js';
import { proposalDoubts } from '../doubts/proposal-doubts.browser.js';
import { restorationDoubts } from '../doubts/restoration-doubts.browser.js';
import { newDecisions, type ShownStates } from '../history/decisions.browser.js';
import { emptyNotebook, progressOf } from '../history/progress.browser.js';
import type { Proof } from '../layout/proof.js';
import type { BookState } from '../layout/show-book.js';
import type { Trouble } from '../layout/trouble.js';
import { newPagePicture } from '../picture/page-picture.browser.js';
import { say } from '../words/say.browser.js';
import { isAbout, tellAlsoChanged } from './also-changed.browser.js';
import { markDetail } from './mark-detail.browser.js';
import { newProofFloor } from './proof-floor.browser.js';
import { proofKeys } from './proof-keys.browser.js';
import { titleOfStory, type View } from './proof-story.browser.js';

interface ProofTold {
  /** Shows words of the manuscript on the pages. */
  showOnPages: (words: string) => void;
  /** The folder of the files, and the editor that opens them. */
  where: () => EditorPlace;
}

/** 校样: source and restored text side by side, with the doubts beside them. */
export function newProofDesk(grip: Grip, states: ShownStates, { showOnPages, where }: ProofTold) {
  let proof: Proof | undefined;
  /** The issue on show, which is not always the latest choice; and its proof as received. */
  let [issue, text] = ['', ''];
  let view: View = 'edits';
  const detail = element('section', { class: 'mark-detail', 'aria-live': 'polite' });
  const decisions = newDecisions(states, () => issue);
  /** The proof before a decision, and the place that it is about: to tell what else it changes. */
  let judged: { before: Proof; isAbout: (at: number) => boolean } | undefined;
  const floor = newProofFloor({
    decide: (decision, source, answered) => {
      if (source.isBeginning) {
        answered(false);
        return decisions.tell(say('restoringRest'));
      }
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
  /** Puts a proof on the screen, unless it is there. */
  const take = async (next: ProofState, of: Choice) => {
    if (next.text === text && issue === of.issue) return;
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
  };
  /** Two may be asked for at once: the older one never comes over the newer. */
  let [asked, taken] = [0, 0];
  const renew = async (open: readonly Trouble[], of: Choice): Promise<Trouble | undefined> => {
    const turn = ++asked;
    const [next, { notebook, error }] = await Promise.all([readProof(of.issue), readNotebook(of.issue)]);
    await grip.released();
    if (turn < taken) return undefined;
    taken = turn;
    if (next.error && issue === of.issue) return next.error;
    await take(next, of);
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
    if (next.revision !== undefined) states.shownText.tell(next.revision);
    return next.error ?? error;
  };
  return {
    root: element(
      'div',
      { class: 'proof-desk' },
      element('div', { class: 'desk-head' }, views, decisions.root),
      floor.find,
      element('div', { class: 'proof-floor' }, floor.root, side),
    ),
    /** Returns the reason if there is no proof: the last good one stays. */
    show: ({ open }: BookState, of: Choice): Promise<Trouble | undefined> => renew(open, of),
    /**
     * The same without the pages' questions, which are those of the last state. A long text that must be restored first
     * shows its beginning meanwhile, and calls `waiting`.
     */
    async showText(open: readonly Trouble[], of: Choice, waiting: () => void): Promise<Trouble | undefined> {
      const beginning = proof && issue === of.issue ? undefined : await readProof(of.issue, true);
      if (beginning?.proof) {
        await take(beginning, of);
        waiting();
      }
      return renew(open, of);
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
    key: proofKeys({ floor: floor.keys, doubts, decisions }),
  };
}
