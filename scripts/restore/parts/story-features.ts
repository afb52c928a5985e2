import { visibleLength } from '../../text/visible.js';
import { sharedNumbers } from '../numbers/parts.js';
import type { Add, View } from './view.js';

const {
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
} = sharedNumbers;

/** Where the line's words stand: before it or behind. */
export function addShared(view: View, line: number, add: Add): void {
  const { shared, gaps } = view;
  const [before, after, next] = [shared.before[line]!, shared.after[line]!, shared.next[line]!];
  add('words before', before);
  add('words after', after);
  add('words next', next);
  add(
    before - after > rather
      ? 'words rather before'
      : after - before > rather
        ? 'words rather after'
        : 'words on both sides',
  );
  if (before < few && after < few) add('words nowhere');
  add('alike', Math.min(1, shared.alike[line]! * timesAlike));
  // A paragraph after a title: does the title share words with the text above it?
  let sum = 0;
  for (let at = line - 1; at >= 0 && at >= line - lookBack && gaps.join[at]! < sharedNumbers.goesOn; at--) {
    if (gaps.heading[at]! < leastAlone) break;
    sum += shared.before[at]! - shared.after[at]!;
  }
  if (sum !== 0) add('title above speaks of what is before', Math.max(-1, Math.min(1, sum)));
  if (line > 0 && gaps.join[line - 1]! < surelyGoesOn) addTitleBehind(view, line, add);
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
