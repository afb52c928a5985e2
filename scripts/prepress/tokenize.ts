/** A token of a content stream. Strings are bytes, names carry their slash, operators are bare words. */
export type Operand = number | string | Uint8Array | Operand[] | Map<string, Operand>;

/** What the tokenizer calls for each operator; `start` and `end` are its place with its operands, in bytes. */
export type OnOperator = (operator: string, operands: Operand[], start: number, end: number) => void;

const space = new Uint8Array(256);
const delimiter = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) space[code] = 1;
for (const char of '()<>[]{}/%') delimiter[char.charCodeAt(0)] = 1;

/** Splits a content stream into operators with their operands (PDF 32000-1 §7.8.2); tolerant of broken ends. */
export function tokenize(bytes: Uint8Array, onOperator: OnOperator): void {
  let at = 0;
  let operands: Operand[] = [];
  let start = -1;
  const length = bytes.length;
  while (at < length) {
    const code = bytes[at]!;
    if (space[code]) {
      at++;
      continue;
    }
    if (code === 0x25) {
      at = skipComment(bytes, at);
      continue;
    }
    if (start < 0) start = at;
    if (isOperatorStart(code)) {
      const end = wordEnd(bytes, at);
      const word = operatorAt(bytes, at, end);
      at = end;
      if (word === 'true' || word === 'false' || word === 'null') {
        operands.push(word);
        continue;
      }
      if (word === 'BI') at = skipInlineImage(bytes, at);
      onOperator(word, operands, start, at);
      operands = [];
      start = -1;
    } else {
      const reader = { bytes, at };
      const operand = readOperand(reader);
      if (operand !== undefined) operands.push(operand);
      at = reader.at;
    }
  }
}

interface Reader {
  bytes: Uint8Array;
  at: number;
}

function isOperatorStart(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x27 || code === 0x22;
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && !space[bytes[at]!] && !delimiter[bytes[at]!]) at++;
  return at;
}

function skipComment(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

/** From after BI to after EI: its samples are binary, so EI counts only between white space. */
function skipInlineImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 3 < bytes.length; at++) {
    const isEnd = space[bytes[at]!] && bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49;
    if (isEnd && space[bytes[at + 3]!]) return at + 3;
  }
  return bytes.length;
}

function readOperand(reader: Reader): Operand | undefined {
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
    const [a, b] = [hexPair(bytes, start), hexPair(bytes, start + 2)];
    if (a >= 0 && b >= 0) return pairOf(a, b);
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

/** The byte of two hexadecimal digits; negative when one is none. */
function hexPair(bytes: Uint8Array, at: number): number {
  const [high, low] = [hexValue(bytes[at]!), hexValue(bytes[at + 1]!)];
  return high < 0 || low < 0 ? -1 : (high << 4) | low;
}

function hexValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

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

/** Reads what follows a backslash; returns the place of its last byte. */
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

/** Operators of one and two letters, which nearly all are, by their bytes. */
const operators: (string | undefined)[] = new Array(0x10000).fill(undefined);

function operatorAt(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 2) return latin1(bytes, start, end);
  const key = (bytes[start]! << 8) | (end - start === 2 ? bytes[start + 1]! : 0);
  const known = operators[key];
  if (known !== undefined) return known;
  const word = latin1(bytes, start, end);
  operators[key] = word;
  return word;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
