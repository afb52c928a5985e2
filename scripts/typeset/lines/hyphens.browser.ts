import { textRange } from '../cuts/text-range.browser.js';

const softHyphen = '\u00ad';

/**
 * 断词: puts a hyphen where a line of a flow breaks at a soft one, and removes all soft hyphens from the text. In print
 * the browser would write its own hyphens into the text, and broken words could not be found by searching. Ours are
 * only visual; a `<wbr>` keeps the break.
 */
export function settleHyphens(root: Element): void {
  const texts = textsOf(root);
  const found = texts.flatMap((node, index) =>
    node.data.includes(softHyphen) ? [{ node, breaks: breaksOf(texts, index) }] : [],
  );
  for (const { node, breaks } of found) settle(node, breaks);
}

/**
 * Removes the soft hyphens inside lines that we have set, which are most of the text and have no break inside. Done
 * before the flow is laid out, it saves a second layout of all of it.
 */
export function clearHyphens(root: Element): void {
  for (const node of textsOf(root))
    if (node.data.includes(softHyphen) && node.parentElement?.closest('.keep')) settle(node, []);
}

function textsOf(root: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    if (node.length > 0) texts.push(node);
  return texts;
}

/** The soft hyphens of a text node at which a line breaks. The text beside one may be in another node. */
function breaksOf(texts: readonly Text[], index: number): number[] {
  const node = texts[index]!;
  // Lines that we have set, which are most of the text, have no break inside.
  if (node.parentElement?.closest('.keep')) return [];
  const boxOf = (at: number) => {
    const other = at < 0 ? texts[index - 1] : at < node.length ? node : texts[index + 1];
    if (!other) return undefined;
    const own = at < 0 ? other.length - 1 : other === node ? at : 0;
    textRange.setStart(other, own);
    textRange.setEnd(other, own + 1);
    // After a soft hyphen, a line's first character also has an empty box, at the end of the line before.
    return [...textRange.getClientRects()].findLast(({ width }) => width > 0);
  };
  const breaks: number[] = [];
  for (let at = node.data.indexOf(softHyphen); at >= 0; at = node.data.indexOf(softHyphen, at + 1)) {
    const [before, after] = [boxOf(at - 1), boxOf(at + 1)];
    // In the next line, or column, the word continues further left.
    if (before && after && after.left < before.left) breaks.push(at);
    else if (before && after && after.top < before.top - before.height) breaks.push(at);
  }
  return breaks;
}

function settle(node: Text, breaks: readonly number[]): void {
  let start = 0;
  const pieces: Node[] = [];
  const add = (end: number) => {
    const text = node.data.slice(start, end).replaceAll(softHyphen, '');
    if (text) pieces.push(document.createTextNode(text));
    start = end;
  };
  for (const at of breaks) {
    add(at);
    const hyphen = document.createElement('span');
    hyphen.setAttribute('aria-hidden', 'true');
    hyphen.textContent = '\u2010';
    pieces.push(hyphen, document.createElement('wbr'));
  }
  add(node.length);
  node.replaceWith(...pieces);
}
