import { iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import type { Shown } from '../controls/shown.browser.js';
import { addressOf, send } from '../controls/talk.browser.js';
import type { Change } from '../decide/decision.js';
import type { Note, Notebook } from '../decide/notebook.js';
import type { Act } from '../doubts/open-doubt.browser.js';
import type { Trouble } from '../layout/trouble.js';
import { say } from '../words/say.browser.js';
import { sayTrouble } from '../words/tell-trouble.browser.js';
import { newHistory } from './history.browser.js';
import { tellChanges } from './tell-change.browser.js';

interface Answer {
  done?: Change[];
  /** The first revision that has it. */
  revision?: number;
  error?: Trouble;
  /** Of several decisions, those that could not be carried out. */
  refused?: Trouble[];
}

/** Report of an answer, and the revision that must be on the screen before it. */
interface Told {
  words: string;
  revision?: number | undefined;
  /** True where the pages show it, not the text: forms of characters in an edition. */
  isOfPages?: boolean;
  isDone: boolean;
}

/** The states on the screen: one of everything, and one of the proof's text, which comes before the pages. */
export interface ShownStates {
  shown: Shown;
  shownText: Shown;
}

interface Seen {
  seen: string;
  /** Keys of the doubts that it settles. */
  doubts?: readonly string[];
  /** Called as soon as the server has answered. */
  answered?: ((isDone: boolean) => void) | undefined;
}

/**
 * Sends decisions, reports them once they are on the screen, and takes them back or carries them out again, whichever
 * tab made them. One after the other: an undo before the answer refers to the pending decision, not to the one before.
 */
export function newDecisions({ shown, shownText }: ShownStates, issueNow: () => string) {
  const status = element('span', { role: 'status' });
  // A new element each time: a screen reader reads the same words again.
  const tell = (words: string) => status.replaceChildren(element('span', {}, words));
  const turn = (act: 'undo' | 'redo', id?: number) =>
    inTurn(async () => {
      const { done, error, revision } = await ask(`/${act}`, issueNow(), { id });
      if (error) return { words: sayTrouble(error), isDone: false };
      return {
        words: `${say(act === 'undo' ? 'undone' : 'redone')} ${tellChanges(done ?? [])}`,
        revision,
        isDone: true,
        isOfPages: isOfPages(done ?? []),
      };
    });
  const undoButton = iconButton('undo', say('undo'), () => void turn('undo'));
  const redoButton = iconButton('redo', say('redo'), () => void turn('redo'));
  const history = newHistory((act, id) => void turn(act, id));
  let last: Promise<Told> = Promise.resolve({ words: '', isDone: true });
  const inTurn = async (act: () => Promise<Told>): Promise<boolean> => {
    last = last.then(act);
    const { words, revision, isDone, isOfPages = false } = await last;
    if (revision !== undefined) await (isOfPages ? shown : shownText).reaches(revision);
    if (words) tell(words);
    return isDone;
  };
  const ask = async (path: string, issue: string, body: unknown): Promise<Answer> => {
    try {
      return await send<Answer>(addressOf(path, { issue }), JSON.stringify(body));
    } catch {
      return { error: { reason: say('lost') } };
    }
  };
  const note = (body: Note) =>
    inTurn(async () => {
      const { error, revision } = await ask('/note', issueNow(), body);
      return { words: error ? sayTrouble(error) : '', revision, isDone: !error };
    });
  return {
    root: element('div', { class: 'decisions' }, undoButton, redoButton, status),
    tell,
    history: history.root,
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    note,
    show({ history: past }: Notebook): void {
      undoButton.disabled = !past.some(({ undone }) => undone === undefined);
      redoButton.disabled = !past.some(({ undone }) => undone !== undefined);
      history.show(past);
    },
    /**
     * `seen` is the fingerprint of the decision's source. Resolves when the decision is on the screen, or refused;
     * true if it was carried out.
     */
    decide(act: Act, { seen, doubts = [], answered }: Seen): Promise<boolean> {
      if (act.kind === 'skip' || act.kind === 'settle') return note(act);
      return inTurn(async () => {
        const {
          done,
          error,
          refused = [],
          revision,
        } = await ask('/decide', issueNow(), { ...act, seen, doubts });
        answered?.(!error);
        if (error) return { words: sayTrouble(error), isDone: false };
        const told = done?.length ? `${say('written')} ${tellChanges(done)}` : say('nothingWritten');
        const [first] = refused;
        const words = first ? `${told}　${refused.length} × ${sayTrouble(first)}` : told;
        return { words, revision, isDone: true, isOfPages: isOfPages(done ?? []) };
      });
    },
  };
}

/** True for changes that only the editions show. */
const isOfPages = (changes: readonly Change[]) =>
  changes.some(
    (change) =>
      change.file === 'names' ||
      (change.file === 'overrides' &&
        [...change.add, ...change.remove].some(({ list }) => list === 'characters')),
  );
