import { goesOn } from './measure/continues.js';
import { isHanging, levelFiller } from './measure/indents.js';
import type { Line } from './measure/lines.js';
import type { Decided } from './notation/index.js';
import { findSpeakers } from './structure/speakers.js';

/**
 * Where the text goes on or begins anew for certain, before the lines with these starts: a person says so, a set piece
 * is over, someone begins to speak, or a number or an address is whole only so.
 */
export function bordersOf(
  story: readonly Line[],
  isSet: Uint8Array,
  { joins, breaks }: Decided,
): Map<number, 'join' | 'break'> {
  const borders = new Map<number, 'join' | 'break'>();
  const isSpeech = findSpeakers(story);
  const fillsLevel = levelFiller(story);
  story.forEach((line, index) => {
    const { start, text } = line;
    const before = story[index - 1];
    if (breaks.has(start)) borders.set(start, 'break');
    else if (joins.has(start)) borders.set(start, 'join');
    else if (!before || isSet[index]) return;
    else if (isSet[index - 1]) borders.set(start, 'break');
    else if ((before.outdent ?? 0) !== (line.outdent ?? 0)) borders.set(start, 'break');
    else if (goesOn(before.text, text) || isHanging(before, line) || fillsLevel(before, line))
      borders.set(start, 'join');
    else if (isSpeech(line)) borders.set(start, 'break');
  });
  return borders;
}
