import type { Reset } from '../article/restoration.js';
import { isSpace } from '../text/characters.js';
import { unitEnd } from '../text/units.js';
import { widthClass, widthClasses, widthTables } from '../text/widths.js';
import type { Setting } from './measure/settings.js';
import { widthStyles } from './measure/shape.js';

/** The visible characters of a text: code points, places in it, width classes. */
interface Row {
  length: number;
  codes: Int32Array;
  places: Int32Array;
  kinds: Uint8Array;
}

/**
 * 重排: sets a restored text again, from each line's beginning, in the setting inferred for the line, and counts the
 * lines that end where the source's do. A paragraph's last line ends with it and proves nothing.
 *
 * @param starts starts of the source's lines in the text
 * @param settingOf the setting of the line with that number in `starts`
 */
export function resetLines(
  text: string,
  starts: readonly number[],
  settingOf: (line: number) => Setting | undefined,
): Reset {
  const reset: Reset = { lines: 0, same: 0 };
  if (starts.length < 2) return reset;
  const row = rowOf(text);
  let at = 0;
  for (let line = 0; line + 1 < starts.length; line++) {
    while (at < row.length && row.places[at]! < starts[line]!) at++;
    const setting = settingOf(line);
    if (!setting || !Number.isFinite(setting.measure)) continue;
    reset.lines++;
    const end = fillLine(row, at, setting, line === 0 ? setting.indent : 0);
    if (end < row.length && isSamePlace(row, end, starts[line + 1]!)) reset.same++;
  }
  return reset;
}

/** The index of the first character that does not fit on a line which begins at `from`. */
function fillLine(
  { codes, kinds, length }: Row,
  from: number,
  { widths, measure, prohibits, hangs }: Setting,
  indent: number,
): number {
  const table = widthTables[widthStyles[widths]!];
  const room = measure - indent;
  let width = 0;
  let at = from;
  while (at < length) {
    const end = prohibits ? unitEnd(codes, at) : at + 1;
    let unit = 0;
    for (let index = at; index < end; index++)
      unit += table[kinds[index]! * widthClasses + kinds[index + 1]!]!;
    const last = kinds[end - 1]!;
    // At a line's end a mark touches no other, and may hang.
    const atEnd = table[last * widthClasses]!;
    const alone = atEnd - table[last * widthClasses + kinds[end]!]!;
    const hang = hangs && (last === 3 || last === 4) ? atEnd : 0;
    if (width + unit + alone - hang > room && at > from) break;
    width += unit;
    at = end;
  }
  return at;
}

function isSamePlace({ places }: Row, at: number, start: number): boolean {
  return places[at]! >= start && (at === 0 || places[at - 1]! < start);
}

function rowOf(text: string): Row {
  const codes = new Int32Array(text.length);
  const places = new Int32Array(text.length);
  // One more: behind the last is nothing, which has no width.
  const kinds = new Uint8Array(text.length + 1);
  let length = 0;
  for (let place = 0; place < text.length; place++) {
    const code = text.codePointAt(place)!;
    const kind = code === 0x3000 ? 1 : isSpace(code) ? 0 : widthClass(code);
    if (kind !== 0) {
      codes[length] = code;
      places[length] = place;
      kinds[length++] = kind;
    }
    if (code > 0xffff) place++;
  }
  return { length, codes: codes.subarray(0, length), places, kinds };
}
