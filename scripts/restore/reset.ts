import type { Reset } from '../article/restoration.js';
import { isSpace } from '../text/characters.js';
import { unitEnd } from '../text/units.js';
import { type WidthClass, widthClass, widthOf } from '../text/widths.js';
import type { Setting } from './measure/settings.js';
import { widthStyles } from './measure/shape.js';

/** The visible characters of a text, with their places in it. */
interface Row {
  chars: string[];
  places: number[];
  kinds: WidthClass[];
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
    while (at < row.places.length && row.places[at]! < starts[line]!) at++;
    const setting = settingOf(line);
    if (!setting || !Number.isFinite(setting.measure)) continue;
    reset.lines++;
    const end = fillLine(row, at, setting, line === 0 ? setting.indent : 0);
    if (row.places[end] !== undefined && isSamePlace(row, end, starts[line + 1]!)) reset.same++;
  }
  return reset;
}

/** The index of the first character that does not fit on a line which begins at `from`. */
function fillLine(row: Row, from: number, setting: Setting, indent: number): number {
  const style = widthStyles[setting.widths]!;
  const room = setting.measure - indent;
  let width = 0;
  let at = from;
  while (at < row.chars.length) {
    const end = setting.prohibits ? unitEnd(row.chars, at) : at + 1;
    let unit = 0;
    for (let index = at; index < end; index++) {
      const next = index + 1 < row.kinds.length ? row.kinds[index + 1]! : 0;
      unit += widthOf(row.kinds[index]!, next, style);
    }
    const last = row.kinds[end - 1]!;
    // At a line's end a mark touches no other, and may hang.
    const alone = widthOf(last, 0, style) - widthOf(last, row.kinds[end] ?? 0, style);
    const hang = setting.hangs && (last === 3 || last === 4) ? widthOf(last, 0, style) : 0;
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
  const row: Row = { chars: [], places: [], kinds: [] };
  let place = 0;
  for (const char of text) {
    const kind = isSpace(char) ? 0 : widthClass(char.codePointAt(0)!);
    if (kind !== 0 || char === '\u3000') {
      row.chars.push(char);
      row.places.push(place);
      row.kinds.push(char === '\u3000' ? 1 : kind);
    }
    place += char.length;
  }
  return row;
}
