import { isHan } from '../../text/characters.js';
import type { Line } from '../measure/lines.js';

/**
 * 跨行的词: for the border before each line, how often the two characters that it parts stand side by side inside the
 * page's lines: a word that the line's end parted is written whole elsewhere.
 */
export function sewnBorders(lines: readonly Line[]): Uint16Array {
  const places = new Map<number, number>();
  const wanted = new Int32Array(lines.length).fill(-1);
  lines.forEach(({ text }, line) => {
    const first = text.charCodeAt(0);
    const last = lines[line - 1]?.text.charCodeAt(lines[line - 1]!.text.length - 1);
    if (last === undefined || !isHan(last) || !isHan(first)) return;
    const pair = (last << 16) | first;
    wanted[line] = pair;
    places.set(pair, 0);
  });
  for (const { text } of lines) {
    let before = text.charCodeAt(0);
    for (let at = 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const pair = (before << 16) | code;
      before = code;
      const count = places.get(pair);
      if (count !== undefined) places.set(pair, count + 1);
    }
  }
  return Uint16Array.from(wanted, (pair) => Math.min(places.get(pair) ?? 0, 0xffff));
}
