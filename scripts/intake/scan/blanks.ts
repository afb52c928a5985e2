import type { BoxedLine } from '../boxed.js';
import { emsOf } from '../boxes.js';
import { leastWhite } from '../join-words.js';
import { inkOf } from './ink.js';
import { profile, type Run, runsOf } from './profile.js';
import { cropped, type Raster } from './raster.js';

/** A blank that an engine tells is where the picture has one, within so many em: its places of words are inexact. */
const nearby = 1.6;

/**
 * A recognised line without the blanks that the picture does not have: engines place words so inexactly, above all in
 * vertical lines, that white seems to be between any two.
 *
 * @param line with a box in pixels of the picture
 */
export function withoutFalseBlanks(line: BoxedLine, raster: Raster): BoxedLine {
  const { text, box } = line;
  if (!box || !text.includes('\u3000')) return line;
  const inside = {
    left: Math.max(0, Math.floor(box.left)),
    top: Math.max(0, Math.floor(box.top)),
    right: Math.min(raster.width, Math.ceil(box.right)),
    bottom: Math.min(raster.height, Math.ceil(box.bottom)),
  };
  const [width, height] = [inside.right - inside.left, inside.bottom - inside.top];
  if (width < 1 || height < 1) return line;
  const isDown = height > width;
  const whites = whitesOf(cropped(raster, inside), isDown);
  const [length, em] = isDown ? [height, width] : [width, height];
  const pitch = length / Math.max(1, emsOf(text));
  const parts = text.split(/(\u3000+)/u);
  let passed = 0;
  const kept = parts.filter((part, index) => {
    const place = (passed + emsOf(part) / 2) * pitch;
    passed += emsOf(part);
    if (index % 2 === 0) return true;
    const least = leastWhite(parts[index - 1]!, parts[index + 1]!) * em;
    return whites.some(([from, to]) => to - from >= least && Math.abs((from + to) / 2 - place) < nearby * em);
  });
  return { ...line, text: kept.join('') };
}

/** White between the ink of a line. */
function whitesOf(raster: Raster, isDown: boolean): Run[] {
  const ink = inkOf(raster);
  const whole = { left: 0, top: 0, right: ink.width, bottom: ink.height };
  const runs = runsOf(profile(ink, whole, isDown ? 'rows' : 'columns'), 1);
  return runs.slice(1).map(([from], index) => [runs[index]![1], from]);
}
