import { goesOn } from './measure/continues.js';
import { punctuationOf } from './measure/evidence.js';
import { isHanging, levelFiller } from './measure/indents.js';
import type { Line } from './measure/lines.js';
import type { Decided } from './notation/index.js';
import { isDropCap } from './structure/drop-caps.js';
import { medianOf } from './structure/page-view.js';
import { findSpeakers } from './structure/speakers.js';

/**
 * Borders before the lines with these starts at which the text certainly goes on or begins anew: a person says so, a
 * set piece is over, someone begins to speak, a large first character stands alone, or a number or an address is whole
 * only so.
 */
export function bordersOf(
  story: readonly Line[],
  isSet: Uint8Array,
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
    else if (isSet[index - 1]) borders.set(start, 'break');
    else if ((before.outdent ?? 0) !== (line.outdent ?? 0)) borders.set(start, 'break');
    else if (goesOn(before.text, text) || isHanging(before, line) || fillsLevel(before, line))
      borders.set(start, 'join');
    else if (isSpeech(line)) borders.set(start, 'break');
  });
  return borders;
}
