import { breakKind, isQuoteBreak } from '../text/line-break.js';
import { breakLines, type Line, type Measured } from './break-lines.browser.js';
import { type MarkStyle, measureParagraphs } from './measure-text.browser.js';
import { collectParagraphs, type Paragraph } from './paragraphs.browser.js';

/** Class names of the spans, their rules are in split.css; `wbr` is that element, and its range is empty. */
type Mark = 'halt' | 'hang' | 'keep' | 'tight' | 'wbr';

/** A range of a paragraph's text that gets a span. Disjoint, but for `halt` and `hang`, which may lie in a `keep`. */
interface MarkedRange {
  start: number;
  end: number;
  mark: Mark;
}

/**
 * 排行: sets the justified paragraphs of a flow line by line. The breaks are ours, the browser spreads the slack.
 * It is told by spans alone, which add no text: `halt` takes the blank half from a mark, `hang` all of its width,
 * `keep` holds characters together that would still fit on the line before.
 */
export function setLines(root: HTMLElement): void {
  const paragraphs = collectParagraphs(root);
  const texts = measureParagraphs(root, paragraphs, markStyleOf(root));
  let rest = paragraphs.map((paragraph, index) => ({ paragraph, text: texts[index]! }));
  // Where the browser came to other lines than we did, lines with a little air may do; or its own.
  for (const air of [0, 0.1, 0.25]) rest = setAll(rest, air);
}

interface Task {
  paragraph: Paragraph;
  text: Measured;
}

/** @returns the paragraphs that came out otherwise; they are as before. */
function setAll(tasks: readonly Task[], air: number): Task[] {
  const done: (Task & { lines: number; spans: Map<Text, Node[]> })[] = [];
  for (const { paragraph, text } of tasks) {
    const lines = breakLines(text, { ...paragraph, measure: paragraph.measure - air });
    if (!lines) continue;
    const spans = apply(paragraph, marksOf(lines, text, { characters: paragraph.text, air }));
    if (spans.size === 0) continue;
    paragraph.block.style.marginInlineEnd = `${-rounding}px`;
    done.push({ paragraph, text, lines: lines.length, spans });
  }
  const strange = done.filter(({ paragraph, lines }) => Math.abs(lineCount(paragraph) - lines) > 0.1);
  for (const { paragraph, spans } of strange) {
    paragraph.block.style.marginInlineEnd = '';
    for (const [node, made] of spans) putBack(node, made);
  }
  return strange;
}

/** Lines that a paragraph takes now. */
function lineCount({ block }: Paragraph): number {
  const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(block);
  const size = [...block.getClientRects()].reduce((sum, { height }) => sum + height, 0);
  return (
    (size - Number.parseFloat(paddingBlockStart) - Number.parseFloat(paddingBlockEnd)) /
    Number.parseFloat(lineHeight)
  );
}

function putBack(node: Text, made: readonly Node[]): void {
  (made[0] as ChildNode).before(node);
  for (const one of made) (one as ChildNode).remove();
}

function markStyleOf(root: HTMLElement): MarkStyle {
  const style = getComputedStyle(root);
  const choice = (name: string) => style.getPropertyValue(name).trim();
  return {
    isKaiming: choice('--marks') === 'kaiming',
    isHanging: choice('--hanging') === 'allow',
    isCentred: /^zh-Hant/i.test(root.closest('[lang]')?.getAttribute('lang') ?? ''),
  };
}

/** Room for what the browser rounds up: 1/64 px a span. A seventh of a point is not seen. */
const rounding = 0.2;
/** A line must not fit by a hair. */
const margin = 0.02;

function marksOf(
  lines: readonly Line[],
  text: Measured,
  { characters, air }: { characters: string; air: number },
): MarkedRange[] {
  const marks: MarkedRange[] = [];
  lines.forEach((line, index) => {
    const { start, end, compressed } = line;
    if (index > 0) {
      // Behind a <wbr> a browser does not trim what opens a line.
      const isForced = isQuoteBreak(characters, start);
      if (isForced) marks.push({ start, end: start, mark: 'wbr' });
      const kept = keepUntil(text, start, lines[index - 1]!.slack + air);
      const isKept = kept > start + 1;
      // Before a span a browser leaves the space between Chinese and Latin at the line's end.
      if (isKept && text.joints[start]! > 0) marks.push({ start: start - 1, end: start, mark: 'tight' });
      if (isKept) marks.push({ start, end: Math.min(kept, end), mark: 'keep' });
      if (isForced && text.startBlank[start]) marks.push({ start, end: start + 1, mark: 'halt' });
    }
    const halved = new Set(compressed);
    for (let at = start; at < end; at++) if (text.isHalved[at]) halved.add(at);
    for (const at of [...halved].sort((one, other) => one - other))
      marks.push({ start: at, end: at + 1, mark: 'halt' });
    const last = end - 1;
    const blank = text.endBlank[last]!;
    const isNeeded = index < lines.length - 1 || line.slack < blank;
    if (blank > 0 && isNeeded)
      marks.push({ start: last, end, mark: blank > text.widths[last]! * 0.6 ? 'hang' : 'halt' });
  });
  return marks;
}

/** Where the characters from `start` on are too wide to fit into what is left of the line before. */
function keepUntil(text: Measured, start: number, slack: number): number {
  let width = -text.startBlank[start]!;
  for (let at = start; at < text.widths.length; at++) {
    width += text.widths[at]! + (at > start ? text.joints[at]! : 0);
    if (width - text.endBlank[at]! <= slack + margin) continue;
    // A span that ended inside of —— or of a word would part its glyphs.
    let end = at + 1;
    while (end < text.widths.length && text.breaks[end] === breakKind.never) end++;
    return end;
  }
  return text.widths.length;
}

/** Wraps the ranges, text node by text node. */
function apply({ runs }: Paragraph, marks: readonly MarkedRange[]): Map<Text, Node[]> {
  const made = new Map<Text, Node[]>();
  for (const { node, start } of runs) {
    const end = start + node.length;
    const own = marks
      .filter((mark) => mark.start < end && (mark.end > start || mark.start === start))
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, end) - start,
      }));
    if (own.length === 0) continue;
    const nodes = wrap(node.data, { from: 0, to: node.length }, own);
    made.set(node, nodes);
    node.replaceWith(...nodes);
  }
  return made;
}

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
  for (const mark of marks) {
    if (mark.start < at) continue; // inside of the last one
    add(mark.start);
    if (mark.mark === 'wbr') {
      nodes.push(document.createElement('wbr'));
      continue;
    }
    const span = document.createElement('span');
    span.className = mark.mark;
    const inner = mark.mark === 'keep' ? marks.filter((one) => one !== mark && one.start >= mark.start) : [];
    span.append(
      ...wrap(
        text,
        { from: mark.start, to: mark.end },
        inner.filter((one) => one.end <= mark.end && one.mark !== 'keep'),
      ),
    );
    nodes.push(span);
    at = mark.end;
  }
  add(to);
  return nodes;
}
