import type { PdfFont } from '../read/read-font.js';
import type { Operand } from '../read/read-operand.js';
import type { Listener } from './listener.js';

/** A stretch of a content stream, [start, end) in bytes. */
export type Stretch = [number, number];

/** A text object, BT to ET: the sizes in which it sets text, and the texts of its glyphs. */
interface TextObject {
  start: number;
  /** Of its first text. */
  size: number;
  isOneSize: boolean;
  /** Number of texts. */
  count: number;
  first: string;
  last: string;
  /** True if all are the same. */
  isEven: boolean;
}

const softHyphen = '\u00ad';
const hyphen = /^[-\u2010]$/;
/** The marks that CSS sets at characters: dot, circle, double circle, triangle and sesame, filled and open. */
const emphasisMark = /^[•◦●○◉◎▲△﹅﹆]$/;

/**
 * Finds additions of the browser to a text, which it tags as if they were part of it: 着重号, the marks at stressed
 * characters, and the hyphen where a word breaks at a soft one. Each is a whole text object after the one it belongs
 * to. A marked sequence is one text of one size, so marks of half that size are not the manuscript's; nor is a separate
 * hyphen after a soft hyphen.
 */
export function addedText(fontNamed: (name: string) => PdfFont | undefined): Listener<Stretch[]> {
  const added: Stretch[] = [];
  let font: PdfFont | undefined;
  let size = 0;
  const marks: { isTag: boolean; actual: string | undefined }[] = [];
  let last: TextObject | undefined;
  let open: TextObject | undefined;
  const hear: Listener<Stretch[]>['hear'] = (operator, operands, start, end) => {
    if (operator === 'BDC' || operator === 'BMC') {
      const mark = markOf(operands[1]);
      marks.push(mark);
      if (mark.isTag) last = undefined;
    } else if (operator === 'EMC') {
      if (marks.pop()?.isTag) last = undefined;
    } else if (operator === 'Tf') {
      font = fontNamed(String(operands[0]));
      size = Number(operands[1]);
    } else if (operator === 'BT') {
      open = { start, size: 0, isOneSize: true, count: 0, first: '', last: '', isEven: true };
    } else if (operator === 'Tj' && open && operands[0] instanceof Uint8Array) {
      if (open.size === 0) open.size = size;
      else if (open.size !== size) open.isOneSize = false;
      addTexts(open, operands[0], { font, actual: marks.at(-1)?.actual });
    } else if (operator === 'ET' && open) {
      const isTagged = marks.some(({ isTag }) => isTag);
      if (isTagged && last && isAdded(open, last)) added.push([open.start, end]);
      else last = open;
      open = undefined;
    }
  };
  return { hear, end: () => added };
}

function isAdded({ count, first, size, isOneSize, isEven }: TextObject, before: TextObject): boolean {
  if (count === 1 && hyphen.test(first)) return before.last === softHyphen;
  // Half of 11.3 is 6: Chromium rounds the size of these marks to whole pixels.
  const isHalf = size > 0 && isOneSize && Math.abs(size - before.size / 2) <= 0.51;
  return isHalf && isEven && emphasisMark.test(first);
}

function markOf(properties: Operand | undefined): { isTag: boolean; actual: string | undefined } {
  if (!(properties instanceof Map)) return { isTag: false, actual: undefined };
  const actual = properties.get('/ActualText');
  const isSoftHyphen = actual instanceof Uint8Array && Buffer.from(actual).toString('hex') === 'feff00ad';
  return {
    isTag: typeof properties.get('/MCID') === 'number',
    actual: isSoftHyphen ? softHyphen : undefined,
  };
}

/** Adds the text of a string, glyph by glyph. */
function addTexts(
  object: TextObject,
  bytes: Uint8Array,
  { font, actual }: { font: PdfFont | undefined; actual: string | undefined },
): void {
  if (actual !== undefined) addText(object, actual);
  else if (font?.codeBytes === 2)
    for (let at = 0; at + 1 < bytes.length; at += 2)
      addText(object, font.toUnicode?.get((bytes[at]! << 8) | bytes[at + 1]!) ?? '');
}

function addText(object: TextObject, text: string): void {
  if (object.count++ === 0) object.first = text;
  else if (text !== object.first) object.isEven = false;
  object.last = text;
}
