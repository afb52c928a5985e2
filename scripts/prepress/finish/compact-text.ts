import type { Listener } from './listener.js';
import type { Change } from './rewrite.js';
import { type FontMetrics, type Line, writeLine, writeNumber } from './write-line.js';

/** Text operators after which the next glyph is at the beginning of the line. */
const lineStarts = new Set(['Td', 'TD', 'Tm', 'T*', 'BT']);
/** Operators after which the end of the last glyph no longer matters. */
const moves = new Set(['Td', 'TD', 'Tm', 'T*', 'ET']);
/** Operators that make places depend on state that is not tracked here. */
const spacing = new Set(['Tc', 'Tw', 'Tz', "'", '"']);

/** State of reading a stream. */
interface Compacting {
  fontNamed: (name: string) => FontMetrics | undefined;
  font: FontMetrics | undefined;
  size: number;
  /** The consecutive glyphs so far. */
  line: Line | undefined;
  /** Place of the line matrix, from the first glyph. */
  at: number;
  /** End of the last glyph. */
  pen: number;
  /** True if the next glyph is at the line matrix, not at the pen. */
  isAtLine: boolean;
}

/**
 * The same text in fewer bytes. The browser shows every glyph separately with its place, which takes most of a book's
 * PDF; here a line is one string. Glyphs move by less than can be printed.
 */
export function compactText(fontNamed: Compacting['fontNamed']): Listener<Change[]> {
  const state: Compacting = {
    fontNamed,
    font: undefined,
    size: 0,
    line: undefined,
    at: 0,
    pen: 0,
    isAtLine: false,
  };
  const changes: Change[] = [];
  let isKnown = true;
  const flush = (operator: string) => {
    const { line, font, size } = state;
    state.line = undefined;
    // Before any operator other than a move, the next text may begin where the last glyph ended.
    if (!line || !font || line.codes.length < 2 || !moves.has(operator)) return;
    const isOver = (operator === 'ET' || operator === 'Tm') && state.at === line.lastAt;
    const back = isOver ? '' : ` ${writeNumber(line.lastAt)} 0 Td`;
    const shown = Buffer.concat([writeLine(line, font, size), Buffer.from(back)]);
    changes.push({ start: line.start, end: line.end, bytes: shown });
  };
  const hear: Listener<Change[]>['hear'] = (operator, operands, start, end) => {
    const [first, second] = operands;
    if (
      operator === 'Tj' &&
      first instanceof Uint8Array &&
      (state.isAtLine || state.line) &&
      state.font?.codeBytes === 2
    ) {
      addGlyphs(state, first, { start, end });
    } else if (operator === 'Td' && typeof first === 'number' && second === 0 && state.line) {
      state.at += first;
      state.isAtLine = true;
    } else {
      if (spacing.has(operator)) isKnown = false;
      flush(operator);
      state.isAtLine = lineStarts.has(operator);
      if (operator === 'Tf' && typeof first === 'string' && typeof second === 'number') {
        state.font = fontNamed(first);
        state.size = second;
        state.isAtLine = false;
      }
    }
  };
  const end = () => {
    flush('ET');
    return isKnown ? changes : [];
  };
  return { hear, end };
}

function addGlyphs(
  state: Compacting,
  bytes: Uint8Array,
  { start, end }: { start: number; end: number },
): void {
  const { font, size } = state;
  if (!state.line) {
    state.line = { start, end, codes: [], places: [], lastAt: 0 };
    state.at = 0;
  }
  const { line } = state;
  let place = state.isAtLine ? state.at : state.pen;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const code = (bytes[at]! << 8) | bytes[at + 1]!;
    line.codes.push(code);
    line.places.push(place);
    place += (font!.width(code) * size) / 1000;
  }
  state.pen = place;
  line.lastAt = state.at;
  line.end = end;
  state.isAtLine = false;
}
