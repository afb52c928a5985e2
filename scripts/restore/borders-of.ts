import { isHan } from '../text/characters.js';
import { opensWithDateline } from '../text/press/datelines.js';
import { endsUnfinished } from '../text/press/half-sentences.js';
import { isItemStart } from '../text/press/items.js';
import { goesOn } from './measure/continues.js';
import { punctuationOf } from './measure/evidence.js';
import { isHanging, levelFiller } from './measure/indents.js';
import type { Line } from './measure/lines.js';
import type { Decided } from './notation/index.js';
import { isDropCap } from './structure/drop-caps.js';
import { medianOf } from './structure/furniture/page-view.js';
import { findSpeakers } from './structure/speakers.js';

/**
 * Borders before the lines with these starts at which the text certainly goes on or begins anew: a person says so, a
 * set piece is over, someone begins to speak, a large first character stands alone, or a number or an address is whole
 * only so.
 */
export function bordersOf(
  story: readonly Line[],
  { isSet, heads }: { isSet: Uint8Array; heads: ReadonlyMap<number, unknown> },
  { joins, breaks }: Decided,
): Map<number, 'join' | 'break'> {
  const borders = new Map<number, 'join' | 'break'>();
  const isSpeech = findSpeakers(story);
  const fillsLevel = levelFiller(story);
  const usual = punctuationOf(story) === 'modern' ? medianOf(story.map(({ text }) => text.length)) : 0;
  story.forEach((line, index) => {
    const { start, text } = line;
    const before = story[index - 1];
    if (breaks.has(start)) borders.set(start, 'break');
    else if (joins.has(start)) borders.set(start, 'join');
    else if (isSet[index]) return;
    else if (usual > 0 && isDropCap(story, index, usual)) borders.set(start, 'break');
    else if (!before) return;
    else if (usual > 0 && isDropCap(story, index - 1, usual)) borders.set(start, 'join');
    else if (isSet[index - 1] || heads.has(start)) borders.set(start, 'break');
    else if ((before.outdent ?? 0) !== (line.outdent ?? 0)) borders.set(start, 'break');
    else if (
      goesOn(before.text, text) ||
      (usual > 0 && endsUnfinished(before.text) && isPlain(text)) ||
      isHanging(before, line) ||
      fillsLevel(before, line)
    )
      borders.set(start, 'join');
    else if (isSpeech(line)) borders.set(start, 'break');
  });
  return borders;
}

/** True for a line that may go on from another: it begins with a word, and neither as an item nor as a story. */
const isPlain = (text: string) => isHan(text[0]!) && !isItemStart(text) && !opensWithDateline(text);
