import { pdfLimits } from '../../article/limits.js';

/** A font's ToUnicode CMap, code by code, exactly as written: nothing is normalised. */
export interface ToUnicode {
  /** Bytes of a character code: 1 for simple fonts, 2 for CID fonts as all known writers make them. */
  bytes: number;
  text: Map<number, string>;
}

/** State while reading: the number of codes in its ranges so far. */
type Reading = ToUnicode & { count: number };

const token = /<([0-9A-Fa-f\s]*)>|\[|\]|[A-Za-z]+|-?\d+/g;

/** Reads a ToUnicode CMap: bfchar and both forms of bfrange (Adobe Technical Note 5411). */
export function readToUnicode(bytes: Uint8Array): ToUnicode {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const map: Reading = { bytes: 2, text: new Map(), count: 0 };
  let block: string[] = [];
  for (const match of source.matchAll(token)) {
    const word = match[0];
    if (word.startsWith('begin')) block = [];
    else if (word === 'endbfchar') readChars(block, map);
    else if (word === 'endbfrange') readRanges(block, map);
    else if (word === 'endcodespacerange') map.bytes = codeBytes(block) ?? 2;
    else block.push(word);
  }
  return map;
}

function codeBytes(block: string[]): number | undefined {
  const first = block.find((word) => word.startsWith('<'));
  return first ? Math.ceil(hexDigits(first).length / 2) : undefined;
}

function readChars(block: string[], map: ToUnicode): void {
  for (let at = 0; at + 1 < block.length; at += 2)
    map.text.set(hexNumber(block[at]!), hexText(block[at + 1]!));
}

function readRanges(block: string[], map: Reading): void {
  let at = 0;
  while (at + 2 < block.length) {
    const first = hexNumber(block[at]!);
    const last = Math.min(hexNumber(block[at + 1]!), first + 0xffff);
    at += 2;
    if (block[at] === '[') {
      for (let code = first; block[++at] !== ']' && at < block.length; code++) {
        if (code <= last) map.text.set(code, hexText(block[at]!));
      }
    } else {
      const start = hexText(block[at]!);
      // Endless, overlapping ranges are of no use to a font.
      for (let code = first; code <= last && map.count < pdfLimits.codes; code++, map.count++)
        map.text.set(code, following(start, code - first));
    }
    at++;
  }
}

/** The text `step` places after `start`: only the last code unit counts up. */
function following(start: string, step: number): string {
  if (step === 0 || start === '') return start;
  const last = start.codePointAt(start.length - 1) ?? 0;
  const isLow = last >= 0xdc00 && last <= 0xdfff && start.length > 1;
  if (!isLow) return start.slice(0, -1) + String.fromCharCode(last + step);
  return start.slice(0, -2) + String.fromCodePoint((start.codePointAt(start.length - 2) ?? 0) + step);
}

function hexDigits(word: string): string {
  return word.replace(/[<>\s]/g, '');
}

function hexNumber(word: string): number {
  return Number.parseInt(hexDigits(word), 16);
}

function hexText(word: string): string {
  const digits = hexDigits(word);
  let text = '';
  for (let at = 0; at < digits.length; at += 4) {
    text += String.fromCharCode(Number.parseInt(digits.slice(at, at + 4), 16));
  }
  return text;
}
