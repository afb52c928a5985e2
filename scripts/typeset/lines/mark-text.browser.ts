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
  /** For `spaced`: space added before the first one, in em. */
  before?: number;
}

/** The nodes that marks have made in a paragraph. */
export interface MarkedNodes {
  /** The nodes that have replaced each text node. */
  texts: Map<Text, Node[]>;
  /** Ends of lines before elements, such as characters that have readings. */
  breaks: Element[];
}

/** Wraps the ranges, text node by text node. Adds and removes no text. */
export function markText({ block, runs }: Paragraph, marks: readonly MarkedRange[]): MarkedNodes {
  const sorted = [...marks].sort(inOrder);
  const made: MarkedNodes = { texts: new Map(), breaks: [] };
  let first = 0;
  for (const { node, start, ruby } of runs) {
    const end = start + node.length;
    while (first < sorted.length && sorted[first]!.end < start) first++;
    const own = [...marksIn(sorted, { first, start, end })];
    // A break in an element would leave its empty beginning, and the dot of a stressed letter, in the line before.
    const isBefore = own[0]?.mark === 'wbr' && (ruby !== undefined || own[0].start === 0);
    if (isBefore) made.breaks.push(breakBefore(ruby ?? outermost(node, block)));
    const spans = own.filter(({ mark }, at) => mark !== 'wbr' || !(ruby || (isBefore && at === 0)));
    if (spans.length === 0) continue;
    const nodes = wrap(
      node.data,
      { from: 0, to: node.length },
      spans.map((mark) => ({ ...mark, ...wholeCharacters(node.data, mark) })),
    );
    made.texts.set(node, nodes);
    node.replaceWith(...nodes);
  }
  return made;
}

/** The outer before the inner, and the end of a line before both. */
const inOrder = (one: MarkedRange, other: MarkedRange) =>
  one.start - other.start || Number(other.mark === 'wbr') - Number(one.mark === 'wbr') || other.end - one.end;

/** The marks in a text from one place to another, by places in it. */
function* marksIn(
  sorted: readonly MarkedRange[],
  { first, start, end }: { first: number; start: number; end: number },
): Generator<MarkedRange> {
  for (let at = first; at < sorted.length && sorted[at]!.start < end; at++) {
    const mark = sorted[at]!;
    if (mark.end > start || mark.start === start)
      yield { ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start };
  }
}

/** The largest part of a block that begins with a text. */
function outermost(text: Text, block: Element): ChildNode {
  let at: ChildNode = text;
  while (!at.previousSibling && at.parentElement && at.parentElement !== block) at = at.parentElement;
  return at;
}

function breakBefore(node: ChildNode): Element {
  const mark = document.createElement('wbr');
  node.before(mark);
  return mark;
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
export function unmarkText({ texts, breaks }: MarkedNodes): void {
  for (const mark of breaks) mark.remove();
  for (const [node, nodes] of texts) {
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

function spanOf({ mark, space = 0, before = 0 }: MarkedRange): HTMLElement {
  const span = document.createElement('span');
  const em = inEm(space);
  if (before !== 0) span.style.marginInlineStart = inEm(before);
  if (mark === 'spaced') span.style.letterSpacing = em;
  else span.className = mark;
  if (mark === 'keep' && space !== 0) span.style.wordSpacing = em;
  return span;
}

const inEm = (space: number) => `${Math.round(space * 1000) / 1000}em`;
