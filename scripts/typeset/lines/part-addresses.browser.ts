import { addressPieces } from '../../text/addresses.js';

/** 网址 in cells, notes and titles, to be parted before tables and titles are fitted. */
export function partFixedAddresses(root: Element): void {
  for (const address of root.querySelectorAll(':is(.note, td, th, .at-sense) .address')) part(address);
}

/** 网址 in lines that the browser sets by itself, such as those with pictures or readings. */
export function partAddresses(root: Element, set: ReadonlySet<Element>): void {
  const isSet = (element: Element | null): boolean =>
    element !== null && (set.has(element) || isSet(element.parentElement));
  for (const address of root.querySelectorAll('.address:not(.parted)')) if (!isSet(address)) part(address);
}

/** Lets a browser break an address where a line may end. The `<wbr>`s add no text. */
function part(address: Element): void {
  const [text, ...others] = [...address.childNodes].filter((node) => node instanceof Text);
  if (!text || others.length > 0) return;
  address.classList.add('parted');
  const pieces = addressPieces(text.data);
  text.replaceWith(...pieces.flatMap((piece, at) => (at > 0 ? [lineEnd(), piece] : [piece])));
}

/** As dear in a title as a break within a phrase. */
function lineEnd(): HTMLElement {
  const mark = document.createElement('wbr');
  mark.setAttribute('data-cost', '60');
  return mark;
}
