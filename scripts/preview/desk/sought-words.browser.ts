/** Words of a page around a character, to be found in the manuscript. */
export interface SoughtWords {
  text: string;
  /** Offset of the character in the words. */
  at: number;
}

/** Number of characters on each side by which a place is found again. */
const beside = 6;

/** The words around a double click on a page; undefined where there is no text. */
export function soughtAt(document: Document): SoughtWords | undefined {
  const chosen = document.getSelection();
  const node = chosen?.anchorNode;
  if (!(node instanceof document.defaultView!.Text)) return undefined;
  const block = node.parentElement?.closest('p, h1, h2, h3, li, td, figcaption') ?? node.parentElement!;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, Math.min(chosen!.anchorOffset, chosen!.focusOffset));
  const text = (block.textContent ?? '').replace(/[\u00ad\u200b]/g, '');
  const at = before.toString().replace(/[\u00ad\u200b]/g, '').length;
  const from = Math.max(0, at - beside);
  return { text: text.slice(from, at + beside), at: at - from };
}
