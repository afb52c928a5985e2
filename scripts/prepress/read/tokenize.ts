import { isOperatorStart, latin1, type Operand, readOperand, space, wordEnd } from './read-operand.js';

/** Called for each operator; `start` and `end` are its place with its operands, in bytes. */
export type OnOperator = (operator: string, operands: Operand[], start: number, end: number) => void;

/** Splits a content stream into operators with their operands (PDF 32000-1 §7.8.2); tolerant of broken ends. */
export function tokenize(bytes: Uint8Array, onOperator: OnOperator): void {
  let at = 0;
  let operands: Operand[] = [];
  let start = -1;
  const length = bytes.length;
  const reader = { bytes, at };
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
      reader.at = at;
      const operand = readOperand(reader);
      if (operand !== undefined) operands.push(operand);
      at = reader.at;
    }
  }
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
