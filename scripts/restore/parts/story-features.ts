import { visibleLength } from '../../text/visible.js';
import { featureNumbers, sharedNumbers } from '../numbers/parts.js';
import { binsOf } from './bins.js';
import { type Feature, feature } from './feature.js';
import type { Add, View } from './view.js';

const {
  displayShare,
  few,
  hardlyAlone,
  leastAlone,
  leastSide,
  lookBack,
  rather,
  sameLength,
  spoken,
  surelyGoesOn,
  timesAlike,
  unlike,
} = sharedNumbers;

const textBeforeBin = binsOf('text before', featureNumbers.textBounds);
const textBehindBin = binsOf('text behind', featureNumbers.textBounds);

/** A feature of lines of text, and the same of lines that may be titles. */
interface Pair {
  text: Feature;
  display: Feature;
}
type AddPair = (pair: Pair, amount?: number) => void;
const pair = (name: string): Pair => ({ text: feature(name), display: feature(`display: ${name}`) });

const wordsBefore = pair('words before');
const wordsAfter = pair('words after');
const wordsNext = pair('words next');
const ratherBefore = pair('words rather before');
const ratherAfter = pair('words rather after');
const onBothSides = pair('words on both sides');
const nowhere = pair('words nowhere');
const titleAbove = pair('title above speaks of what is before');
const alike = feature('alike');
const nothingAcross = feature('nothing across');
const alikeAcross = feature('alike across');
const unlikeAcross = feature('unlike across');
const noTitleBehind = feature('no title behind');
const behindThis = feature('title behind speaks of this');
const behindBefore = feature('title behind speaks of what is before');
const behindThisFirst = feature('title behind speaks of this first');
const behindSpoken = feature('title behind has spoken');
const behindFollows = feature('title behind speaks of what follows');
const asLong = feature('as long as before');
const shorter = feature('shorter than before');
const longer = feature('longer than before');
const sameStory = feature('of the story of the line before');
const otherStory = feature('of another story than the line before');

/** The places of the line's words: before it or behind. A line that may be a title is weighed apart from text. */
export function addShared(view: View, line: number, add: Add): void {
  const { shared, gaps } = view;
  const isDisplay = gaps.heading[line]! >= displayShare;
  const own: AddPair = ({ text, display }, amount) => add(isDisplay ? display : text, amount);
  const [before, after, next] = [shared.before[line]!, shared.after[line]!, shared.next[line]!];
  own(wordsBefore, before);
  own(wordsAfter, after);
  own(wordsNext, next);
  own(before - after > rather ? ratherBefore : after - before > rather ? ratherAfter : onBothSides);
  if (before < few && after < few) own(nowhere);
  if (isDisplay) {
    addAcross(view, line, add);
    add(textBeforeBin(view.textBefore[line]!));
    add(textBehindBin(view.textBehind[line]!));
  }
  if (!isDisplay) add(alike, Math.min(1, shared.alike[line]! * timesAlike));
  addTitleAbove(view, line, own);
  if (line > 0 && gaps.join[line - 1]! < surelyGoesOn) addTitleBehind(view, line, add);
}

/** Under a crosshead the story goes on, under a title another begins. */
function addAcross({ across }: View, line: number, add: Add): void {
  const share = across[line]!;
  if (share < 0) add(nothingAcross);
  else add(alikeAcross, Math.min(1, share * timesAlike));
  if (share >= 0 && share < unlike) add(unlikeAcross);
}

/** A line after a title: does the title share words with the text above it? */
function addTitleAbove({ shared, gaps }: View, line: number, add: AddPair): void {
  let sum = 0;
  for (let at = line - 1; at >= 0 && at >= line - lookBack && gaps.join[at]! < sharedNumbers.goesOn; at--) {
    if (gaps.heading[at]! < leastAlone) break;
    sum += shared.before[at]! - shared.after[at]!;
  }
  if (sum !== 0) add(titleAbove, Math.max(-1, Math.min(1, sum)));
}

/** A paragraph before a title that stands after its story: whether the title speaks of it, or of what is before. */
function addTitleBehind({ titles }: View, line: number, add: Add): void {
  const [here, before] = [Math.min(1, titles.here[line]!), titles.before[line]!];
  if (before < 0) {
    add(noTitleBehind);
    return;
  }
  add(behindThis, here);
  add(behindBefore, before);
  if (here > sharedNumbers.here && before < few) add(behindThisFirst);
  else if (here < few && before > spoken) add(behindSpoken);
  else if (here < few && before < few) add(behindFollows);
}

/** Lines of one headline have about the same length, and are about one story. */
export function addLikeness({ page, gaps, shared }: View, line: number, add: Add): void {
  if (gaps.heading[line]! < hardlyAlone || gaps.heading[line - 1]! < hardlyAlone) return;
  const own = visibleLength(page.lines[line]!.text);
  const before = visibleLength(page.lines[line - 1]!.text);
  add(Math.abs(own - before) <= sameLength ? asLong : own < before ? shorter : longer);
  const side = shared.before[line]! - shared.after[line]!;
  const sideBefore = shared.before[line - 1]! - shared.after[line - 1]!;
  if (Math.abs(side) < leastSide || Math.abs(sideBefore) < leastSide) return;
  add(side > 0 === sideBefore > 0 ? sameStory : otherStory);
}
