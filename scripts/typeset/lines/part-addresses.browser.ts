import { addressPieces } from '../../text/addresses.js';

/**
 * 网址: lets a browser break addresses where a line may end, in text that it sets by itself: cells, notes, lines with
 * pictures or readings. The `<wbr>`s add no text.
 */
export function partAddresses(addresses: Iterable<Element>): void {
  for (const address of addresses) {
    const [text, ...others] = [...address.childNodes].filter((node) => node instanceof Text);
    if (!text || others.length > 0) continue;
    address.classList.add('parted');
    const pieces = addressPieces(text.data);
    text.replaceWith(...pieces.flatMap((piece, at) => (at > 0 ? [lineEnd(), piece] : [piece])));
  }
}

/** As dear in a title as a break within a phrase. */
function lineEnd(): HTMLElement {
  const mark = document.createElement('wbr');
  mark.setAttribute('data-cost', '60');
  return mark;
}
