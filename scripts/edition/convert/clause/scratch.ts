/** Scratch space, kept from clause to clause because one comes every ten characters. */

let buffer = new Int32Array(256);
let borders = new Uint8Array(256);
let persons = new Uint8Array(256);

/** Where words end. */
export function endsOf(length: number): Int32Array {
  if (buffer.length <= length) buffer = new Int32Array(length * 2);
  return buffer;
}

/** Which words are people. */
export function peopleOf(length: number): Uint8Array {
  if (persons.length <= length) persons = new Uint8Array(length * 2);
  return persons;
}

/** 1 where a word begins or ends. */
export function bordersOf(ends: Int32Array, length: number): Uint8Array {
  if (borders.length <= length) borders = new Uint8Array(length * 2);
  borders.fill(0, 0, length + 1);
  for (let at = 0; at < length; at = ends[at]!) borders[at] = 1;
  borders[length] = 1;
  return borders;
}
