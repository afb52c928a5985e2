const softHyphen = '\u00ad';

/**
 * 断词: puts a hyphen where a line of a flow breaks at a soft one, and takes all soft hyphens out of the text. On paper
 * the browser would write its own hyphens into the text, and a word would not be found that is broken. Ours are for the
 * eye alone; a `<wbr>` keeps the break.
 */
export function settleHyphens(root: Element): void {
  const nodes: { node: Text; breaks: number[] }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    if (node.data.includes(softHyphen)) nodes.push({ node, breaks: breaksOf(node) });
  for (const { node, breaks } of nodes) settle(node, breaks);
}

/** The soft hyphens at which a line breaks. */
function breaksOf(node: Text): number[] {
  const range = document.createRange();
  const boxOf = (at: number) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // Behind a soft hyphen a line's first character has an empty box too, at the end of the line before.
    return [...range.getClientRects()].findLast(({ width }) => width > 0);
  };
  const breaks: number[] = [];
  for (let at = node.data.indexOf(softHyphen); at >= 0; at = node.data.indexOf(softHyphen, at + 1)) {
    const [before, after] = [boxOf(at - 1), boxOf(at + 1)];
    // In the next line, or column, the word goes on further left.
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
