import { foldLine } from '../text/fold.js';
import type { Line } from './measure/lines.js';
import { edgeNumbers } from './numbers/structure.js';

const { mostBoxed, shortestTerms } = edgeNumbers;

/** The border before a line, where a box decides it. */
type Border = 'join' | 'break' | undefined;

/** 定報價格, 廣吿刊例: what stands over the terms of a paper, in a box beside its name. */
const termsHead = /^(?:[定订售]报|广[告吿]|告白|刊登广[告吿])(?:价格|价目|刊例|章程|简章|例)表?$/u;

/** 框: borders in and around the boxes of a page: a paper's terms, and a name between the halves of a bracket. */
export function boxBorders(story: readonly Line[]): Border[] {
  const borders = new Array<Border>(story.length).fill(undefined);
  story.forEach(({ text }, from) => {
    if (/^[）)]{2}$/u.test(text)) markName(story, from, borders);
    else if (text.length <= mostBoxed && termsHead.test(foldLine(text))) markTerms(story, from, borders);
  });
  return borders;
}

/** ））| 馬二 | 先生 |（（ beside a vertical title. */
function markName(story: readonly Line[], from: number, borders: Border[]): void {
  for (let to = from + 1; to < story.length && to <= from + mostBoxed; to++) {
    if (!/^[（(]{2}$/u.test(story[to]!.text)) continue;
    mark(borders, from, to + 1);
    return;
  }
}

/** Terms go on from line to line as long as the lines fill their box: the last is shorter. */
function markTerms(story: readonly Line[], head: number, borders: Border[]): void {
  const lengthOf = (line: number) => story[line]?.text.length ?? 0;
  const [first, second] = [lengthOf(head + 1), lengthOf(head + 2)];
  const width = Math.max(first, second);
  if (first < shortestTerms) return;
  let to = second >= first ? head + 3 : head + 2;
  while (to < story.length && lengthOf(to - 1) === width) to++;
  to = Math.min(to, story.length);
  borders[head] = 'break';
  mark(borders, head + 1, to);
}

/** Lines of one block. */
function mark(borders: Border[], from: number, to: number): void {
  borders[from] = 'break';
  borders.fill('join', from + 1, to);
  if (to < borders.length) borders[to] = 'break';
}
