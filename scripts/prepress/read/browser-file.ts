/** An object of a file, [start, end) in bytes, with its number and its end mark. */
export interface Stored {
  number: number;
  start: number;
  /** Behind `12 0 obj`. */
  body: number;
  end: number;
}

/** A PDF as the browser writes it: its objects in the order of their places, and its one table of places. */
export interface BrowserFile {
  bytes: Buffer;
  objects: readonly Stored[];
  table: { start: number; end: number };
}

const decimal = /^\d+$/;
/** A line of the table of places (ISO 32000-1 §7.5.4): `0000000185 00000 n` and two characters of line end. */
const placeLength = 20;

/** Reads the table of places of a file with one, and with each object at its place; undefined for another file. */
export function readBrowserFile(pdf: Uint8Array): BrowserFile | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const word = 'startxref\n';
  const at = bytes.lastIndexOf(word);
  const start = Number(
    /^\d+(?=\n%%EOF)/.exec(bytes.toString('latin1', at + word.length, at + word.length + 32))?.[0],
  );
  const [head, count] = /^xref\n0 (\d+)\n/.exec(bytes.toString('latin1', start, start + 24)) ?? [];
  if (at < 0 || head === undefined) return undefined;
  const first = start + head.length;
  const end = first + Number(count) * placeLength;
  if (!isAt(bytes, 'trailer\n', end)) return undefined;
  const objects: Stored[] = [];
  for (let number = 1; number < Number(count); number++) {
    const place = bytes.toString('latin1', first + number * placeLength, first + number * placeLength + 10);
    const opening = `${number} 0 obj\n`;
    if (!decimal.test(place) || !isAt(bytes, opening, Number(place))) return undefined;
    objects.push({ number, start: Number(place), body: Number(place) + opening.length, end: start });
  }
  objects.sort((one, other) => one.start - other.start);
  objects.slice(1).forEach((next, index) => {
    objects[index]!.end = next.start;
  });
  return { bytes, objects, table: { start, end } };
}

/** True if a file has these words at a place. */
export function isAt(file: Buffer, words: string, at: number): boolean {
  for (let index = 0; index < words.length; index++)
    if (file[at + index] !== words.charCodeAt(index)) return false;
  return true;
}
