/** A token of a content stream. Strings are bytes, names carry their slash, operators are bare words. */
export type Operand = number | string | Uint8Array | Operand[] | Map<string, Operand>;

export const space = new Uint8Array(256);
const delimiter = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) space[code] = 1;
for (const char of '()<>[]{}/%') delimiter[char.charCodeAt(0)] = 1;

/** A place in the bytes of a content stream. */
export interface Reader {
  bytes: Uint8Array;
  at: number;
}

/** True if an operator begins here: not a name, number or string. */
export function isOperatorStart(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x27 || code === 0x22;
}

export function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && !space[bytes[at]!] && !delimiter[bytes[at]!]) at++;
  return at;
}

/** Reads one operand and moves past it; undefined for a stray delimiter. */
export function readOperand(reader: Reader): Operand | undefined {
  const { bytes } = reader;
  const code = bytes[reader.at]!;
  if (code === 0x2f) {
    const start = reader.at;
    reader.at = wordEnd(bytes, start);
    return latin1(bytes, start, reader.at);
  }
  if (code === 0x3c) return bytes[reader.at + 1] === 0x3c ? readMap(reader) : readHex(reader);
  if (code === 0x28) return readLiteral(reader);
  if (code === 0x5b) return readList(reader);
  if (delimiter[code]) {
    reader.at++;
    return undefined;
  }
  return readNumber(reader);
}

function readNumber(reader: Reader): number {
  const { bytes } = reader;
  let at = reader.at;
  let sign = 1;
  let value = 0;
  let scale = 0;
  for (; at < bytes.length; at++) {
    const code = bytes[at]!;
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + code - 0x30;
      if (scale) scale *= 10;
    } else if (code === 0x2e) scale = 1;
    else if (code === 0x2d) sign = -1;
    else if (code !== 0x2b) break;
  }
  reader.at = Math.max(at, reader.at + 1);
  return (sign * value) / (scale || 1);
}

function readList(reader: Reader): Operand[] {
  const list: Operand[] = [];
  reader.at++;
  for (;;) {
    skipSpace(reader);
    const code = reader.bytes[reader.at];
    if (code === undefined) return list;
    if (code === 0x5d) {
      reader.at++;
      return list;
    }
    const operand = readWordOrOperand(reader);
    if (operand !== undefined) list.push(operand);
  }
}

function readMap(reader: Reader): Map<string, Operand> {
  const map = new Map<string, Operand>();
  reader.at += 2;
  for (;;) {
    skipSpace(reader);
    const code = reader.bytes[reader.at];
    if (code === undefined) return map;
    if (code === 0x3e) {
      reader.at += 2;
      return map;
    }
    const key = readWordOrOperand(reader);
    skipSpace(reader);
    const value = reader.bytes[reader.at] === 0x3e ? undefined : readWordOrOperand(reader);
    if (typeof key === 'string' && value !== undefined) map.set(key, value);
  }
}

function readWordOrOperand(reader: Reader): Operand | undefined {
  if (!isOperatorStart(reader.bytes[reader.at]!)) return readOperand(reader);
  const start = reader.at;
  reader.at = wordEnd(reader.bytes, start);
  return latin1(reader.bytes, start, reader.at);
}

function skipSpace(reader: Reader): void {
  while (reader.at < reader.bytes.length && space[reader.bytes[reader.at]!]) reader.at++;
}

function readHex(reader: Reader): Uint8Array {
  const { bytes } = reader;
  const start = reader.at + 1;
  let end = start;
  while (end < bytes.length && bytes[end] !== 0x3e) end++;
  reader.at = end + 1;
  if (end - start === 4) {
    const first = hexPair(bytes, start);
    const second = hexPair(bytes, start + 2);
    if (first >= 0 && second >= 0) return pairOf(first, second);
  }
  const digits: number[] = [];
  for (let at = start; at < end; at++) {
    const digit = hexValue(bytes[at]!);
    if (digit >= 0) digits.push(digit);
  }
  const out = new Uint8Array((digits.length + 1) >> 1);
  for (let at = 0; at < digits.length; at += 2) out[at >> 1] = (digits[at]! << 4) | (digits[at + 1] ?? 0);
  return out;
}

/** Strings of one two-byte code, which nearly all are; shared, so nobody may write into them. */
const pairs: (Uint8Array | undefined)[] = new Array(0x10000).fill(undefined);

function pairOf(first: number, second: number): Uint8Array {
  const code = (first << 8) | second;
  const known = pairs[code] ?? Uint8Array.of(first, second);
  pairs[code] = known;
  return known;
}

/** The byte of two hexadecimal digits; negative when one is invalid. */
function hexPair(bytes: Uint8Array, at: number): number {
  const high = hexValue(bytes[at]!);
  const low = hexValue(bytes[at + 1]!);
  return high < 0 || low < 0 ? -1 : (high << 4) | low;
}

const hexValues = new Int8Array(256).fill(-1);
for (let value = 0; value < 16; value++)
  for (const digit of [value.toString(16), value.toString(16).toUpperCase()])
    hexValues[digit.charCodeAt(0)] = value;

const hexValue = (code: number): number => hexValues[code]!;

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function readLiteral(reader: Reader): Uint8Array {
  const { bytes } = reader;
  const out: number[] = [];
  let depth = 1;
  let at = reader.at + 1;
  for (; at < bytes.length; at++) {
    const code = bytes[at]!;
    if (code === 0x5c) at = readEscape(bytes, at + 1, out);
    else if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) break;
    if (code !== 0x5c) out.push(code);
  }
  reader.at = at + 1;
  return Uint8Array.from(out);
}

/** Reads the escape after a backslash; returns the place of its last byte. */
function readEscape(bytes: Uint8Array, from: number, out: number[]): number {
  const code = bytes[from] ?? 0;
  if (code === 10) return from;
  if (code === 13) return bytes[from + 1] === 10 ? from + 1 : from;
  if (code < 0x30 || code > 0x37) {
    out.push(escapes[String.fromCharCode(code)] ?? code);
    return from;
  }
  let at = from;
  let value = 0;
  while (at < from + 3 && bytes[at]! >= 0x30 && bytes[at]! <= 0x37) value = value * 8 + bytes[at++]! - 0x30;
  out.push(value & 0xff);
  return at - 1;
}

export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
