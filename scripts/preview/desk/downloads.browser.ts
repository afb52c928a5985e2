import { element } from '../controls/element.browser.js';
import { icon } from '../controls/icon.browser.js';
import { addressOf } from '../controls/talk.browser.js';
import type { Trouble } from '../layout/trouble.js';
import type { ShownOutput } from '../layout/workshop.js';
import { inLanguage, say } from '../words/say.browser.js';
import { sayTrouble } from '../words/tell-trouble.browser.js';
import type { Choices } from './choices.browser.js';

/** The outputs of the current book, a button each. */
export function newDownloads(choices: Choices) {
  const panel = element('div', { class: 'downloads' });
  let offered = '';
  return {
    panel,
    /** 打印: opens the book's PDF beside the desk, where the browser prints it; false where it is not allowed to. */
    print(): boolean {
      const { issue, edition, theme, language } = choices;
      const address = addressOf('/print', { issue, edition, theme, language });
      return window.open(address, '_blank') !== null;
    },
    offer(outputs: readonly ShownOutput[]) {
      // A button that is pressed, or that shows why there is no file, stays as it is.
      if (JSON.stringify(outputs) === offered) return;
      offered = JSON.stringify(outputs);
      panel.replaceChildren(...outputs.flatMap((output) => newDownload(choices, output)));
    },
  };
}

/** An output in its current state: made on request, with its proof; the reason of a failure is shown here. */
function newDownload(choices: Choices, { id, label, ending }: ShownOutput): HTMLElement[] {
  const status = element('p', { class: 'keys', role: 'status' });
  const fetchFile = async () => {
    status.textContent = say('downloading');
    const { issue, edition, theme } = choices;
    try {
      const answer = await fetch(addressOf('/file', { issue, edition, theme, output: id }));
      if (!answer.ok) {
        const { error } = (await answer.json()) as { error: Trouble };
        status.textContent = sayTrouble(error);
        return;
      }
      const address = URL.createObjectURL(await answer.blob());
      element('a', { href: address, download: `${issue}.${edition}.${ending}` }).click();
      URL.revokeObjectURL(address);
      status.textContent = '';
    } catch {
      status.textContent = say('lost');
    }
  };
  const button = element(
    'button',
    { type: 'button', class: 'button download', onclick: () => void fetchFile() },
    icon('download'),
    inLanguage(label),
  );
  return [button, status];
}
