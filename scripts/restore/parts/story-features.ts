import { visibleLength } from '../../text/visible.js';
import { featureNumbers, sharedNumbers } from '../numbers/parts.js';
import { binsOf } from './bins.js';
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

/** Names of these features for a line that may be a title. */
const displayNames: Record<string, string> = Object.fromEntries(
  [
    'words before',
    'words after',
    'words next',
    'words rather before',
    'words rather after',
    'words on both sides',
    'words nowhere',
    'title above speaks of what is before',
  ].map((name) => [name, `display: ${name}`]),
);

/** The places of the line's words: before it or behind. A line that may be a title is weighed apart from text. */
export function addShared(view: View, line: number, add: Add): void {
  const { shared, gaps } = view;
  const isDisplay = gaps.heading[line]! >= displayShare;
  const own: Add = isDisplay ? (name, amount) => add(displayNames[name] ?? name, amount) : add;
  const [before, after, next] = [shared.before[line]!, shared.after[line]!, shared.next[line]!];
  own('words before', before);
  own('words after', after);
  own('words next', next);
  own(
    before - after > rather
      ? 'words rather before'
      : after - before > rather
        ? 'words rather after'
        : 'words on both sides',
  );
  if (before < few && after < few) own('words nowhere');
  if (isDisplay) {
    addAcross(view, line, add);
    add(textBeforeBin(view.textBefore[line]!));
    add(textBehindBin(view.textBehind[line]!));
  }
  if (!isDisplay) add('alike', Math.min(1, shared.alike[line]! * timesAlike));
  addTitleAbove(view, line, own);
  if (line > 0 && gaps.join[line - 1]! < surelyGoesOn) addTitleBehind(view, line, add);
}

/** Under a crosshead the story goes on, under a title another begins. */
function addAcross({ across }: View, line: number, add: Add): void {
  const share = across[line]!;
  if (share < 0) add('nothing across');
  else add('alike across', Math.min(1, share * timesAlike));
  if (share >= 0 && share < unlike) add('unlike across');
}

/** A line after a title: does the title share words with the text above it? */
function addTitleAbove({ shared, gaps }: View, line: number, add: Add): void {
  let sum = 0;
  for (let at = line - 1; at >= 0 && at >= line - lookBack && gaps.join[at]! < sharedNumbers.goesOn; at--) {
    if (gaps.heading[at]! < leastAlone) break;
    sum += shared.before[at]! - shared.after[at]!;
  }
  if (sum !== 0) add('title above speaks of what is before', Math.max(-1, Math.min(1, sum)));
}

/** A paragraph before a title that stands after its story: whether the title speaks of it, or of what is before. */
function addTitleBehind({ titles }: View, line: number, add: Add): void {
  const [here, before] = [Math.min(1, titles.here[line]!), titles.before[line]!];
  if (before < 0) {
    add('no title behind');
    return;
  }
  add('title behind speaks of this', here);
  add('title behind speaks of what is before', before);
  if (here > sharedNumbers.here && before < few) add('title behind speaks of this first');
  else if (here < few && before > spoken) add('title behind has spoken');
  else if (here < few && before < few) add('title behind speaks of what follows');
}

/** Lines of one headline have about the same length, and are about one story. */
export function addLikeness({ page, gaps, shared }: View, line: number, add: Add): void {
  if (gaps.heading[line]! < hardlyAlone || gaps.heading[line - 1]! < hardlyAlone) return;
  const own = visibleLength(page.lines[line]!.text);
  const before = visibleLength(page.lines[line - 1]!.text);
  add(
    Math.abs(own - before) <= sameLength
      ? 'as long as before'
      : own < before
        ? 'shorter than before'
        : 'longer than before',
  );
  const side = shared.before[line]! - shared.after[line]!;
  const sideBefore = shared.before[line - 1]! - shared.after[line - 1]!;
  if (Math.abs(side) < leastSide || Math.abs(sideBefore) < leastSide) return;
  add(
    side > 0 === sideBefore > 0 ? 'of the story of the line before' : 'of another story than the line before',
  );
}
