import type { Paragraph } from './paragraphs.browser.js';

/** Class names of the spans, whose rules are in lines.css; `wbr` is the element of that name, with an empty range. */
export type Mark = 'halt' | 'keep' | 'tight' | 'wbr' | 'spaced';

/** A range of a paragraph's text that gets a span. Two ranges are disjoint, or one contains the other. */
export interface MarkedRange {
  start: number;
  end: number;
  mark: Mark;
  /** For `spaced`: space added after each of its characters, in em; for `keep`: added to each of its spaces. */
  space?: number;
}

/** The nodes that have replaced each text node. */
export type MarkedNodes = Map<Text, Node[]>;

/** Wraps the ranges, text node by text node. Adds and removes no text. */
export function markText({ runs }: Pick<Paragraph, 'runs'>, marks: readonly MarkedRange[]): MarkedNodes {
  const sorted = [...marks].sort((one, other) => one.start - other.start || other.end - one.end);
  const made: MarkedNodes = new Map();
  let first = 0;
  for (const { node, start } of runs) {
    const end = start + node.length;
    while (first < sorted.length && sorted[first]!.end < start) first++;
    const own = sorted
      .slice(first)
      .filter((mark) => mark.start < end && (mark.end > start || mark.start === start))
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, end) - start,
      }))
      .map((mark) => ({ ...mark, ...wholeCharacters(node.data, mark) }));
    if (own.length === 0) continue;
    const nodes = wrap(node.data, { from: 0, to: node.length }, own);
    made.set(node, nodes);
    node.replaceWith(...nodes);
  }
  return made;
}

/** The second half of a rare character, or an accent: a span must not begin there. */
const later = /[\udc00-\udfff]|\p{M}/u;

/** Characters that combine emoji to one picture: joiners, skin tones, letters of flags, tags. */
const joining = /[\u200d\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/u;
const graphemes = new Intl.Segmenter('zh');

/** A range without halves of characters or pictures at its ends: the PDF's text would have only the half. */
function wholeCharacters(text: string, { start, end }: MarkedRange): { start: number; end: number } {
  if (start === end) return { start, end };
  let [from, to] = [start, end];
  if (joining.test(text)) {
    const segments = graphemes.segment(text);
    from = segments.containing(from)?.index ?? from;
    const last = segments.containing(to);
    to = last && last.index < to ? last.index + last.segment.length : to;
  }
  while (from > 0 && later.test(text[from]!)) from--;
  while (to < text.length && later.test(text[to]!)) to++;
  return { start: from, end: to };
}

/** Removes the spans. */
export function unmarkText(made: MarkedNodes): void {
  for (const [node, nodes] of made) {
    (nodes[0] as ChildNode).before(node);
    for (const one of nodes) (one as ChildNode).remove();
  }
}

/** @param marks sorted, the outer before the inner. */
function wrap(
  text: string,
  { from, to }: { from: number; to: number },
  marks: readonly MarkedRange[],
): Node[] {
  const nodes: Node[] = [];
  let at = from;
  const add = (end: number) => {
    if (end > at) nodes.push(document.createTextNode(text.slice(at, end)));
    at = end;
  };
  for (const [index, mark] of marks.entries()) {
    if (mark.start < at) continue; // inside the last one
    add(mark.start);
    if (mark.mark === 'wbr') {
      nodes.push(document.createElement('wbr'));
      continue;
    }
    const inner: MarkedRange[] = [];
    for (let next = index + 1; next < marks.length && marks[next]!.start < mark.end; next++)
      if (marks[next]!.end <= mark.end) inner.push(marks[next]!);
    const span = spanOf(mark);
    span.append(...wrap(text, { from: mark.start, to: mark.end }, inner));
    nodes.push(span);
    at = mark.end;
  }
  add(to);
  return nodes;
}

function spanOf({ mark, space = 0 }: MarkedRange): HTMLElement {
  const span = document.createElement('span');
  const em = `${Math.round(space * 1000) / 1000}em`;
  if (mark === 'spaced') span.style.letterSpacing = em;
  else span.className = mark;
  if (mark === 'keep' && space !== 0) span.style.wordSpacing = em;
  return span;
}
