/** Where a text stops being a value of Python, and whether it was shortened with `...`. */
export class PythonFault extends Error {
  readonly offset: number;
  readonly isShortened: boolean;
  constructor(offset: number, isShortened: boolean) {
    super('not a value of Python');
    this.offset = offset;
    this.isShortened = isShortened;
  }
}

const token =
  /\s*(?:(?<text>[rubf]?(?:'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"))|(?<call>[A-Za-z_][\w.]*\s*\()|(?<word>[A-Za-z_][\w.]*)|(?<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)|(?<gap>\.\.\.)|(?<sign>[[\](){}:,=]))/iuy;
/** Results of recognition are nested less deeply. */
const deepest = 40;
/** The names of values in Python and in JSON. */
const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['None', null],
  ['True', true],
  ['False', false],
  ['nan', null],
  ['NaN', null],
  ['null', null],
  ['true', true],
  ['false', false],
]);

/**
 * The values in what a Python program printed, as those of JSON: tuples and arrays are lists. One after another, as
 * `print` in a loop writes them.
 *
 * @throws a `PythonFault` with the offset.
 */
export function pythonValues(text: string): unknown[] {
  const reader = new Reader(text);
  const values: unknown[] = [];
  while (!reader.isAtEnd()) values.push(reader.value());
  return values;
}

class Reader {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  isAtEnd(): boolean {
    return this.text.slice(this.at, this.at + 1000).trim() === '' && this.text.slice(this.at).trim() === '';
  }

  /** The next value; `mayName` allows a name, as of a type: dtype=float32. */
  value(depth = 0, mayName = false): unknown {
    const { text, call, word, number, sign, gap } = this.next();
    if (depth > deepest || gap) throw new PythonFault(this.at, gap !== undefined);
    if (text !== undefined) return textOf(text);
    if (number !== undefined) return Number(number);
    if (word !== undefined && (mayName || words.has(word))) return words.get(word);
    if (call !== undefined) return this.list(')', depth, true)[0];
    if (sign === '[' || sign === '(') return this.list(sign === '[' ? ']' : ')', depth);
    if (sign === '{') return this.dict(depth);
    throw new PythonFault(this.at, false);
  }

  /** The values up to a closing sign; of a call, without the arguments that have names. */
  private list(close: string, depth: number, isCall = false): unknown[] {
    const values: unknown[] = [];
    while (!this.takes(close)) {
      if (isCall && this.takesName()) this.value(depth + 1, true);
      else values.push(this.value(depth + 1));
      if (!this.takes(',') && !this.sees(close)) throw new PythonFault(this.at, false);
    }
    return values;
  }

  private dict(depth: number): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    while (!this.takes('}')) {
      const key = String(this.value(depth + 1));
      if (!this.takes(':')) throw new PythonFault(this.at, false);
      Object.defineProperty(values, key, { value: this.value(depth + 1), enumerable: true });
      if (!this.takes(',') && !this.sees('}')) throw new PythonFault(this.at, false);
    }
    return values;
  }

  private next(): Record<string, string | undefined> {
    token.lastIndex = this.at;
    const found = token.exec(this.text);
    if (!found) throw new PythonFault(this.at, false);
    this.at = token.lastIndex;
    return found.groups!;
  }

  private sees(sign: string): boolean {
    const from = this.at;
    const isNext = this.takes(sign);
    this.at = from;
    return isNext;
  }

  private takes(sign: string): boolean {
    token.lastIndex = this.at;
    if (token.exec(this.text)?.groups?.sign !== sign) return false;
    this.at = token.lastIndex;
    return true;
  }

  private takesName(): boolean {
    const name = /\s*[A-Za-z_]\w*\s*=\s*/uy;
    name.lastIndex = this.at;
    const found = name.exec(this.text);
    if (!found) return false;
    this.at = name.lastIndex;
    return true;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function textOf(token: string): string {
  return token
    .replace(/^[rubf]?['"]|['"]$/giu, '')
    .replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|([\s\S]))/giu, (_, byte, unit, char) =>
      char === undefined ? String.fromCharCode(Number.parseInt(byte ?? unit, 16)) : (escapes[char] ?? char),
    );
}
