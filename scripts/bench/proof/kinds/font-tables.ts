/** The tables of a TrueType font that changes modify. */
export interface Tables {
  view: DataView;
  bytes: Uint8Array;
  at: (tag: string) => number | undefined;
  /** Start and length of a glyph's outline. */
  outline: (glyph: number) => { start: number; length: number };
  count: number;
}

/** Finds the tables in the bytes of a font, which are changed in place. */
export function tablesOf(bytes: Uint8Array): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + 16 * index;
    tables.set(Buffer.from(bytes.subarray(at, at + 4)).toString('latin1'), view.getUint32(at + 8));
  }
  const at = (tag: string) => tables.get(tag);
  const [head, loca, glyf, maxp] = [at('head')!, at('loca')!, at('glyf')!, at('maxp')!];
  const isLong = view.getInt16(head + 50) === 1;
  const offset = (glyph: number) =>
    isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph);
  return {
    view,
    bytes,
    at,
    count: view.getUint16(maxp + 4),
    outline: (glyph) => ({ start: glyf + offset(glyph), length: offset(glyph + 1) - offset(glyph) }),
  };
}
