import { element } from '../controls/element.browser.js';
import { typedCharacters } from '../controls/grow-type.browser.js';
import { addressOf } from '../controls/talk.browser.js';
import type { BookState } from '../layout/show-book.js';
import type { Choices } from './choices.browser.js';

/**
 * Loads type for the manuscript's texts on the desk; the old one stays until the new one is loaded. Lines may then end
 * elsewhere: code that measures places waits for it.
 */
export async function refreshTextType({ issue, desk }: Choices, { characters }: BookState): Promise<void> {
  const address = addressOf('/text.css', { issue, desk, of: characters, more: typedCharacters() });
  const standing = [...document.querySelectorAll<HTMLLinkElement>('link.text-type')];
  if (!characters || standing.at(-1)?.getAttribute('href') === address) return;
  const link = element('link', { class: 'text-type', rel: 'stylesheet', href: address });
  const come = new Promise<void>((resolve) => {
    link.addEventListener('load', () => {
      for (const old of standing) old.remove();
      document.documentElement.dataset.type = 'ready';
      resolve();
    });
    link.addEventListener('error', () => resolve());
  });
  document.head.append(link);
  await come;
  await document.fonts.ready;
}
