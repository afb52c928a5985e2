import type { Choices } from './choices.browser.js';
import { element } from './element.browser.js';
import type { BookState } from './show-book.js';
import { addressOf } from './talk.browser.js';

/** Fetches type for what the desk shows of the manuscript; the old one stays until the new one has come. */
export function refreshTextType({ issue, desk }: Choices, { characters }: BookState): void {
  const address = addressOf('/text.css', { issue, desk, of: characters });
  const standing = document.querySelector<HTMLLinkElement>('link.text-type');
  if (!characters || standing?.getAttribute('href') === address) return;
  const link = element('link', { class: 'text-type', rel: 'stylesheet', href: address });
  link.addEventListener('load', () => {
    standing?.remove();
    document.documentElement.dataset.type = 'ready';
  });
  document.head.append(link);
}
