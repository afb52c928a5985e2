import { iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import type { Shown } from '../controls/shown.browser.js';
import { addressOf, send } from '../controls/talk.browser.js';
import type { Change } from '../decide/decision.js';
import type { Decision } from '../layout/proof.js';
import type { Trouble } from '../layout/trouble.js';
import { say } from '../words/say.browser.js';
import { sayTrouble } from '../words/tell-trouble.browser.js';

interface Answer {
  done?: Change;
  /** The first revision that has it. */
  revision?: number;
  error?: Trouble;
}

/** A change that was made, and its issue. */
interface Past {
  issue: string;
  change: Change;
}

const store = 'chongpai-decided';

/**
 * Sends decisions, reports them once they are on the screen, and undoes them. One after the other: an undo before the
 * answer refers to the pending decision, not to the one before.
 */
export function newDecisions(shown: Shown) {
  const past = readPast();
  const status = element('span', { role: 'status' });
  const undoButton = iconButton('undo', say('undo'), () => void undo());
  undoButton.disabled = past.length === 0;
  let last: Promise<Told> = Promise.resolve({ words: '' });
  const inTurn = async (act: () => Promise<Told>): Promise<void> => {
    last = last.then(act);
    const { words, revision } = await last;
    undoButton.disabled = past.length === 0;
    keepPast(past);
    if (revision !== undefined) await shown.reaches(revision);
    if (words) status.textContent = words;
  };
  const ask = async (path: string, issue: string, body: unknown): Promise<Answer> => {
    try {
      return await send<Answer>(addressOf(path, { issue }), JSON.stringify(body));
    } catch {
      return { error: { reason: say('lost') } };
    }
  };
  const undo = () =>
    inTurn(async () => {
      const made = past.pop();
      if (!made) return { words: '' };
      const { error, revision } = await ask('/undo', made.issue, made.change);
      // A failed undo can be tried again.
      if (error) past.push(made);
      return { words: error ? sayTrouble(error) : say('undone'), revision };
    });
  return {
    root: element('div', { class: 'decisions' }, undoButton, status),
    undo,
    /** `seen` is the fingerprint of the decision's source. Resolves when the decision is on the screen, or refused. */
    decide: (decision: Decision, { issue, seen }: { issue: string; seen: string }) =>
      inTurn(async () => {
        const { done, error, revision } = await ask('/decide', issue, { ...decision, seen });
        if (done && done.add.length + done.remove.length > 0) past.push({ issue, change: done });
        return { words: error ? sayTrouble(error) : sayWritten(done!), revision };
      }),
  };
}

/** Report of an answer, and the revision that must be on the screen before it. */
interface Told {
  words: string;
  revision?: number | undefined;
}

/** Changes kept as long as this tab: it reloads when the preview restarts, or with another language. */
function readPast(): Past[] {
  try {
    return JSON.parse(sessionStorage.getItem(store) ?? '[]');
  } catch {
    return [];
  }
}

function keepPast(past: readonly Past[]): void {
  try {
    sessionStorage.setItem(store, JSON.stringify(past));
  } catch {
    // A browser without storage: decisions can be undone until the page is left.
  }
}

function sayWritten({ file, add }: Change): string {
  const name = file === 'names' ? 'names.txt' : 'overrides.yaml';
  const [entry] = add;
  const words =
    typeof entry === 'string' ? entry : entry ? `${entry.list}: ${JSON.stringify(entry.value)}` : '';
  return `${say('written')} ${name}${words ? ` — ${words}` : ''}`;
}
