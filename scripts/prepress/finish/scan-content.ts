import { type Operand, tokenize } from '../tokenize.js';

/** A marked-content sequence in the bytes of a content stream. */
export interface MarkedSequence {
  mcid: number;
  /** Place of its BDC with operands. */
  start: number;
  end: number;
  /** Whether text, a picture or a shading is painted in it; rules and fills alone are decoration. */
  hasContent: boolean;
}

/** Where in a content stream marks are, and where they are missing. */
export interface ContentScan {
  sequences: MarkedSequence[];
  /** Stretches [start, end) that paint outside of any mark; they hold whole text objects and paths. */
  loose: [number, number][];
}

const paths = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const shows = new Set(['Tj', 'TJ', "'", '"']);
const pictures = new Set(['Do', 'BI', 'sh']);
/** A stretch must not reach over these: its marks would not nest with them. */
const borders = new Set(['q', 'Q', 'BMC', 'BDC', 'EMC']);

/**
 * Finds the marked sequences of a content stream, and what it paints outside of them. `isMarked` tells the names of
 * forms that have marks of their own.
 */
export function scanContent(bytes: Uint8Array, isMarked: (name: string) => boolean): ContentScan {
  const scan: ContentScan = { sequences: [], loose: [] };
  const open: (MarkedSequence | undefined)[] = [];
  let stretch: [number, number] | undefined;
  let begun: number | undefined;
  let isShown = false;
  const painted = (end: number) => {
    if (open.length === 0) stretch = [stretch?.[0] ?? begun!, end];
    begun = undefined;
  };
  const flush = () => {
    if (stretch) scan.loose.push(stretch);
    stretch = undefined;
    begun = undefined;
  };
  tokenize(bytes, (operator, operands, start, end) => {
    if (operator === 'Do' && isMarked(String(operands[0]))) return flush();
    if (borders.has(operator)) flush();
    if (operator === 'BMC' || operator === 'BDC') open.push(sequence(operands, start, end));
    else if (operator === 'EMC') close(scan, open.pop());
    else if (operator === 'BT' || (paths.has(operator) && begun === undefined)) {
      begun = start;
      isShown = false;
    } else if (shows.has(operator)) isShown = true;
    else if (pictures.has(operator)) {
      begun ??= start;
      painted(end);
    } else if (paints.has(operator) || (operator === 'ET' && isShown)) painted(end);
    else if (operator === 'n' || operator === 'ET') begun = undefined;
    if (shows.has(operator) || pictures.has(operator)) {
      for (const around of open) if (around) around.hasContent = true;
    }
  });
  flush();
  return scan;
}

function sequence(operands: Operand[], start: number, end: number): MarkedSequence | undefined {
  const properties = operands[1];
  const mcid = properties instanceof Map ? properties.get('/MCID') : undefined;
  return typeof mcid === 'number' ? { mcid, start, end, hasContent: false } : undefined;
}

function close(scan: ContentScan, closed: MarkedSequence | undefined): void {
  if (closed) scan.sequences.push(closed);
}
