import { iconButton } from './controls.browser.js';
import type { Change } from './decision.js';
import { element } from './element.browser.js';
import type { Decision } from './proof.js';
import { say } from './say.browser.js';
import { addressOf, send } from './talk.browser.js';
import type { Trouble } from './trouble.js';

interface Answer {
  done?: Change;
  error?: Trouble;
}

/** Sends decisions, says what was written, and takes them back. */
export function newDecisions(issue: () => string) {
  const past: Change[] = [];
  const status = element('span', { role: 'status' });
  const undoButton = iconButton('undo', say('undo'), () => void undo());
  undoButton.disabled = true;
  const tell = (text: string) => {
    status.textContent = text;
    undoButton.disabled = past.length === 0;
  };
  const ask = async (path: string, body: unknown): Promise<Answer> => {
    try {
      return await send<Answer>(addressOf(path, { issue: issue() }), JSON.stringify(body));
    } catch {
      return { error: { reason: say('lost') } };
    }
  };
  const undo = async () => {
    const last = past.pop();
    if (!last) return;
    const { error } = await ask('/undo', last);
    tell(error ? error.reason : say('undone'));
  };
  return {
    root: element('div', { class: 'decisions' }, undoButton, status),
    undo,
    async decide(decision: Decision, seen: string) {
      const { done, error } = await ask('/decide', { ...decision, seen });
      if (done && done.add.length + done.remove.length > 0) past.push(done);
      tell(error ? [error.reason, error.note].filter(Boolean).join(' ') : sayWritten(done!));
    },
  };
}

function sayWritten({ file, add }: Change): string {
  const name = file === 'names' ? 'names.txt' : 'overrides.yaml';
  const [entry] = add;
  const words =
    typeof entry === 'string' ? entry : entry ? `${entry.list}: ${JSON.stringify(entry.value)}` : '';
  return `${say('written')} ${name}${words ? ` — ${words}` : ''}`;
}
