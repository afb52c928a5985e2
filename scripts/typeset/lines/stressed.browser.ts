import { han } from '../../text/characters.js';

/** Marks the boxes in vertical lines, because their 着重号 is at the right. */
export function turnStress(root: HTMLElement): void {
  const boxes = [...root.querySelectorAll('.stressed')];
  const turned = boxes.map((box) => getComputedStyle(box).writingMode.startsWith('vertical'));
  for (const [index, box] of boxes.entries()) if (turned[index]) box.classList.add('beside');
}

/** On a finished page: moves the dots of letters before which there is white in their box. All is read first. */
export function shiftStress(root: HTMLElement): void {
  const boxes = [...root.querySelectorAll<HTMLElement>('.stressed')];
  const shifts = boxes.map((box) => shiftOf(box, box.classList.contains('beside')));
  for (const [index, box] of boxes.entries())
    if (shifts[index]! > 0) box.style.setProperty('--shift', `${shifts[index]}px`);
}

/** After these the browser puts no white before a letter, but only behind it. */
const opportunity = new RegExp(
  `[\\s${han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]$`,
  'u',
);

/**
 * White that the browser puts before a letter to fill its line, in px: it spreads the slack before and behind Chinese
 * letters, but does not put two pieces between them. So a letter after Latin text or a quotation mark has one on either
 * side, and only the first if it ends the line.
 */
function shiftOf(box: HTMLElement, isVertical: boolean): number {
  const before = neighbour(box, 'previousSibling');
  const text = before?.data.slice(-2) ?? '';
  if (!before || text === '' || opportunity.test(text)) return 0;
  const place = placeOf(box, isVertical);
  const size = Number.parseFloat(getComputedStyle(box).fontSize);
  const onLine = (node: Node | undefined, at: 'first' | 'last') =>
    node !== undefined && Math.abs(placeOf(rangeAt(node, at), isVertical).line - place.line) < size / 2;
  if (!onLine(before, 'last')) return 0;
  const pieces = onLine(neighbour(box, 'nextSibling'), 'first') ? 2 : 1;
  return Math.max(0, place.length - size) / pieces;
}

/** The nearest text before or behind a box in its block. */
function neighbour(box: Element, side: 'previousSibling' | 'nextSibling'): Text | undefined {
  for (let at: Node | null = box; at instanceof Element; at = at.parentNode) {
    if (at !== box && !getComputedStyle(at).display.startsWith('inline')) return undefined;
    for (let next: Node | null = at[side]; next; next = next[side]) {
      const texts = document.createTreeWalker(next, NodeFilter.SHOW_TEXT);
      const found =
        next instanceof Text ? next : side === 'nextSibling' ? texts.nextNode() : texts.lastChild();
      if (found instanceof Text && found.length > 0) return found;
    }
  }
  return undefined;
}

function rangeAt(node: Node, at: 'first' | 'last'): Range {
  const range = document.createRange();
  const length = (node as Text).length;
  range.setStart(node, at === 'first' ? 0 : length - 1);
  range.setEnd(node, at === 'first' ? 1 : length);
  return range;
}

/** The length of a box along its line, and the middle of the line. */
function placeOf(shown: Element | Range, isVertical: boolean): { length: number; line: number } {
  const { width, height, left, top } = shown.getBoundingClientRect();
  return isVertical ? { length: height, line: left + width / 2 } : { length: width, line: top + height / 2 };
}
