import { isHan } from '../../text/characters.js';
import { before } from '../expect/written.js';
import type { Finding } from '../finding.js';
import { isNextColumn } from './lines-of.js';
import { placesInLine } from './lying.js';
import { findingAt, type Paper, type Place } from './paper.js';

const remedy = 'Take back letter-spacing and word-spacing in the style sheet, or print again.';

/** Letters and figures that are written together in words; full-width ones and Ⅳ are set apart as Han are. */
const inWords =
  /(?![\uff00-\uffef\u2160-\u2188])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;

/** Nearly all characters of a book are Han: to ask for that first takes a third of the time. */
const isInWord = (character: string) => !isHan(character) && inWords.test(character);

/** Difference from the gaps of neighbouring letters that makes a space, in em. */
const leastBlank = 0.1;
const mostInWord = 0.16;

/** Two neighbours in a word or at its ends, in one line. */
interface Pair {
  /** Index of the second. */
  at: number;
  /** Distance from the end of the first to the second, in em. */
  gap: number;
  isApart: boolean;
  blanks: number;
}

/** 空格: print separates words of other scripts where the manuscript has a space, and nowhere else; so does code. */
export function checkBlanks(paper: Paper): Finding[] {
  const findings: Finding[] = [];
  for (const pairs of pairsOf(paper)) {
    const inside = pairs.filter(({ isApart }) => !isApart).map(({ gap }) => gap);
    const usual = usualOf(paper, pairs, inside);
    for (const pair of pairs) {
      const problem = problemOf(paper, pair, usual);
      if (problem)
        findings.push(findingAt(paper, Math.max(0, pair.at - 1), { rule: 'blank', problem, remedy }));
    }
  }
  return findings;
}

/** The gap that a leaf's letters have by its sheet, in em. */
function usualOf(paper: Paper, pairs: readonly Pair[], inside: readonly number[]): number {
  if (inside.length > 1) return inside.toSorted((a, b) => a - b)[inside.length >> 1]!;
  // A pair alone (第10版) is compared with the other characters beside it.
  const isWide = inside.length === 1 && inside[0]! > mostInWord;
  return isWide ? leastGap(paper, pairs[0]!.at) : 0;
}

/** Characters on either side that show how far a sheet sets letters apart. */
const reach = 20;

/** The least gap between neighbours around a character in its leaf, in em. */
function leastGap(paper: Paper, around: number): number {
  const { leafAt, gapAt } = paper.written;
  const gaps: number[] = [];
  for (let at = Math.max(1, around - reach); at <= around + reach && at < leafAt.length; at++) {
    if (leafAt[at] !== leafAt[around] || leafAt[at - 1] !== leafAt[around] || gapAt[at] !== before.nothing)
      continue;
    const [last, place] = [paper.placeOf(at - 1), paper.placeOf(at)];
    const gap = (place.x - last.x - last.advance) / place.size;
    if (last.page === place.page && Math.abs(last.y - place.y) < 0.3 * place.size && place.x > last.x)
      gaps.push(gap);
  }
  return Math.max(0, Math.min(...gaps));
}

function problemOf(
  { written }: Paper,
  { at, gap, isApart, blanks }: Pair,
  usual: number,
): string | undefined {
  if (!isApart) return gap - usual > mostInWord || blanks > 0 ? 'has a blank in a word' : undefined;
  const wanted = written.blanks.get(at) ?? 1;
  if (gap - usual < leastBlank || blanks === 0) return 'has lost a blank between words';
  if (wanted > 1 && blanks < wanted) return `has lost ${wanted - blanks} of ${wanted} blanks of code`;
  return undefined;
}

/** The neighbours of each leaf. */
function* pairsOf(paper: Paper): Generator<Pair[]> {
  const { runs, starts, written } = paper;
  let pairs: Pair[] = [];
  let last: Place | undefined;
  let leaf = -1;
  // Spaces at the end of one run come before the next.
  let pending = 0;
  for (const [index, run] of runs.entries()) {
    const placeOf = placesInLine(paper, run);
    for (let at = 0; at < run.characters.length; at++) {
      const character = starts[index]! + at;
      if (written.leafAt[character] !== leaf) {
        yield pairs;
        pairs = [];
        leaf = written.leafAt[character]!;
      }
      const isCode = written.leaves[leaf]!.isCode;
      if (!isCode && !isInWord(run.characters[at]!)) {
        last = undefined;
        continue;
      }
      const place = placeOf(at);
      const isBeside =
        last && last.page === place.page && Math.abs(last.y - place.y) < 0.3 * place.size && place.x > last.x;
      if (last && isBeside && written.gapAt[character] !== before.line && !isNextColumn(paper, last, place)) {
        const gap = (place.x - last.x - last.advance) / place.size;
        pairs.push({
          at: character,
          gap,
          isApart: written.gapAt[character] === before.blank,
          blanks: place.blanks + (at === 0 ? pending : 0),
        });
      }
      last = place;
    }
    pending = run.blanks + (run.characters.length === 0 ? pending : 0);
  }
  yield pairs;
}
