import { textRange } from '../cuts/text-range.browser.js';

/** The boxes of a block: of its lines if it goes on in another column, where its own box fills the column to the end. */
export function textBoxes(block: Element): readonly DOMRect[] {
  const boxes = [...block.getClientRects()];
  if (boxes.length < 2) return boxes;
  textRange.selectNodeContents(block);
  return [...textRange.getClientRects()];
}

/** A line of a block: its last box, and the text that it begins with. */
export interface TextLine {
  box: DOMRect;
  text: Text;
  /** The first box of the line in that text. */
  first: DOMRect;
}

/** The lines of a block; readings stand above them. */
export function linesOf(block: Element, line: number): TextLine[] {
  const lines: TextLine[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement!.closest('rt, [aria-hidden]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    textRange.selectNodeContents(text);
    for (const box of textRange.getClientRects()) {
      if (box.width === 0) continue;
      const last = lines.at(-1);
      if (last && isBeside(last.box, box, line)) last.box = box;
      else lines.push({ box, text, first: box });
    }
  }
  return lines;
}

/** True for boxes of one line; another column may go on at the same height. */
const isBeside = (one: DOMRect, next: DOMRect, line: number) =>
  Math.abs(one.bottom - next.bottom) < line / 2 && Math.abs(next.left - one.right) < 4 * line;

/** The place in its text where a line begins. */
export function startOf({ text, first }: TextLine): number {
  for (let at = 0; at < text.length; at++) {
    textRange.setStart(text, at);
    textRange.setEnd(text, at + 1);
    const box = [...textRange.getClientRects()].at(-1);
    if (box && box.width > 0 && Math.abs(box.top - first.top) < 1 && box.left < first.left + 1) return at;
  }
  return 0;
}
