import type { Operand } from '../read/read-operand.js';
import type { Listener } from './listener.js';

/** A marked-content sequence in the bytes of a content stream. */
export interface MarkedSequence {
  mcid: number;
  /** Place of its BDC with operands. */
  start: number;
  end: number;
  /** Place of its EMC. */
  closeStart: number;
  closeEnd: number;
  /** True if text, a picture or a shading is painted in it; mere rules and fills are decoration. */
  hasContent: boolean;
}

/** Marked and unmarked stretches of a content stream. */
export interface ContentScan {
  sequences: MarkedSequence[];
  /** Stretches from the end of a sequence to the beginning of the next, where the two have become one. */
  seams: [number, number][];
  /** Stretches [start, end) that paint outside any mark; they contain whole text objects and paths. */
  loose: [number, number][];
}

const paths = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const shows = new Set(['Tj', 'TJ', "'", '"']);
const pictures = new Set(['Do', 'BI', 'sh']);
/** The most frequent operators that neither paint nor mark. */
const silent = new Set(['Td', 'Tm', 'Tf']);
/** A stretch must not cross these: its marks would not nest with them. */
const borders = new Set(['q', 'Q', 'BMC', 'BDC', 'EMC']);

/**
 * Finds the marked sequences of a content stream, and the painting outside them. `isMarked` tells the names of forms
 * that have marks of their own.
 */
export function contentScan(isMarked: (name: string) => boolean): Listener<ContentScan> {
  const scan: ContentScan = { sequences: [], seams: [], loose: [] };
  const open: (MarkedSequence | undefined)[] = [];
  let stretch: [number, number] | undefined;
  let begun: number | undefined;
  let isInText = false;
  let isShown = false;
  const painted = (end: number) => {
    if (!open.some(Boolean) && begun !== undefined) stretch = [stretch?.[0] ?? begun, end];
    begun = undefined;
  };
  const flush = () => {
    if (stretch) scan.loose.push(stretch);
    stretch = undefined;
    begun = undefined;
  };
  const hear: Listener<ContentScan>['hear'] = (operator, operands, start, end) => {
    if (silent.has(operator)) return undefined;
    if (operator === 'Do' && isMarked(String(operands[0]))) return flush();
    const mark = operator === 'BMC' || operator === 'BDC' ? sequence(operands, start, end) : undefined;
    // The replacement of a glyph (/Span with ActualText) is inside a text object, and belongs to it.
    if (borders.has(operator) && (!isInText || mark)) flush();
    if (operator === 'BMC' || operator === 'BDC') open.push(mark);
    else if (operator === 'EMC') close(scan, open.pop(), [start, end]);
    else if (operator === 'BT') {
      begun = start;
      isInText = true;
      isShown = false;
    } else if (paths.has(operator)) begun ??= start;
    else if (shows.has(operator)) isShown = true;
    else if (pictures.has(operator)) {
      begun ??= start;
      painted(end);
    } else if (paints.has(operator)) painted(end);
    else if (operator === 'ET') {
      if (isShown) painted(end);
      begun = undefined;
      isInText = false;
    } else if (operator === 'n') begun = undefined;
    if (shows.has(operator) || pictures.has(operator)) {
      for (const around of open) if (around) around.hasContent = true;
    }
  };
  const end = () => {
    flush();
    return scan;
  };
  return { hear, end };
}

/** A mark that classifies its content: tagged, or (with MCID −1) an artifact. */
function sequence(operands: Operand[], start: number, end: number): MarkedSequence | undefined {
  const [tag, properties] = operands;
  const mcid = properties instanceof Map ? properties.get('/MCID') : undefined;
  if (typeof mcid === 'number') return { ...none, mcid, start, end };
  return tag === '/Artifact' ? { ...none, mcid: -1, start, end } : undefined;
}

const none = { closeStart: 0, closeEnd: 0, hasContent: false };

function close(
  scan: ContentScan,
  closed: MarkedSequence | undefined,
  [closeStart, closeEnd]: [number, number],
): void {
  if (closed && closed.mcid >= 0) scan.sequences.push(Object.assign(closed, { closeStart, closeEnd }));
}
