import { visibleLength } from '../../text/visible.js';
import type { Add, View } from './view.js';

/** Maximum number of lines before a title or a byline that are examined. */
const lookBack = 6;

/** Where the line's words stand: before it or behind. */
export function addShared(view: View, line: number, add: Add): void {
  const { shared, gaps } = view;
  const [before, after, next] = [shared.before[line]!, shared.after[line]!, shared.next[line]!];
  add('words before', before);
  add('words after', after);
  add('words next', next);
  add(
    before - after > 0.2
      ? 'words rather before'
      : after - before > 0.2
        ? 'words rather after'
        : 'words on both sides',
  );
  if (before < 0.15 && after < 0.15) add('words nowhere');
  add('alike', Math.min(1, shared.alike[line]! * 4));
  // A paragraph after a title: does the title share words with the text above it?
  let sum = 0;
  for (let at = line - 1; at >= 0 && at >= line - lookBack && gaps.join[at]! < 0.5; at--) {
    if (gaps.heading[at]! < 0.3) break;
    sum += shared.before[at]! - shared.after[at]!;
  }
  if (sum !== 0) add('title above speaks of what is before', Math.max(-1, Math.min(1, sum)));
  if (line > 0 && gaps.join[line - 1]! < 0.7) addTitleBehind(view, line, add);
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
  if (here > 0.3 && before < 0.15) add('title behind speaks of this first');
  else if (here < 0.15 && before > 0.4) add('title behind has spoken');
  else if (here < 0.15 && before < 0.15) add('title behind speaks of what follows');
}

/** Lines of one headline have about the same length, and are about one story. */
export function addLikeness({ page, gaps, shared }: View, line: number, add: Add): void {
  if (gaps.heading[line]! < 0.1 || gaps.heading[line - 1]! < 0.1) return;
  const own = visibleLength(page.lines[line]!.text);
  const before = visibleLength(page.lines[line - 1]!.text);
  add(
    Math.abs(own - before) <= 3
      ? 'as long as before'
      : own < before
        ? 'shorter than before'
        : 'longer than before',
  );
  const side = shared.before[line]! - shared.after[line]!;
  const sideBefore = shared.before[line - 1]! - shared.after[line - 1]!;
  if (Math.abs(side) < 0.1 || Math.abs(sideBefore) < 0.1) return;
  add(
    side > 0 === sideBefore > 0 ? 'of the story of the line before' : 'of another story than the line before',
  );
}
