/** Characters of a font: Unicode has 17 planes. A map of more repeats itself or is damaged. */
const mostCharacters = 17 * 2 ** 16;

/**
 * The characters of a cmap table with their glyphs: of the Unicode subtables the one for all planes (format 12), else
 * the one for the first (format 4). OpenType §cmap.
 *
 * @throws a RangeError for a damaged table.
 */
export function readCmap(cmap: Buffer): Map<number, number> {
  const subtables = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = 4 + 8 * index;
    const platform = cmap.readUInt16BE(at);
    const offset = cmap.readUInt32BE(at + 4);
    if (platform === 0 || platform === 3) subtables.set(cmap.readUInt16BE(offset), offset);
  }
  const [groups, segments] = [subtables.get(12), subtables.get(4)];
  if (groups !== undefined) return readGroups(cmap, groups);
  return segments === undefined ? new Map() : readSegments(cmap, segments);
}

function readGroups(cmap: Buffer, table: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  let count = 0;
  for (let index = 0; index < cmap.readUInt32BE(table + 12); index++) {
    const at = table + 16 + 12 * index;
    const first = cmap.readUInt32BE(at);
    const last = cmap.readUInt32BE(at + 4);
    const glyph = cmap.readUInt32BE(at + 8) - first;
    count += Math.max(0, last - first);
    if (count > mostCharacters) throw new RangeError('more characters than exist');
    for (let character = first; character <= last; character++)
      if (glyph + character !== 0) glyphs.set(character, glyph + character);
  }
  return glyphs;
}

function readSegments(cmap: Buffer, table: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const size = cmap.readUInt16BE(table + 6);
  let count = 0;
  for (let step = 0; step < size; step += 2) {
    const last = cmap.readUInt16BE(table + 14 + step);
    const first = cmap.readUInt16BE(table + 16 + size + step);
    const delta = cmap.readUInt16BE(table + 16 + 2 * size + step);
    count += Math.max(0, last - first);
    if (count > mostCharacters) throw new RangeError('more characters than exist');
    const rangeAt = table + 16 + 3 * size + step;
    const range = cmap.readUInt16BE(rangeAt);
    for (let character = first; character <= last && character !== 0xffff; character++) {
      const listed = range === 0 ? character : cmap.readUInt16BE(rangeAt + range + 2 * (character - first));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(character, glyph);
    }
  }
  return glyphs;
}

/** A cmap table of one subtable, format 12, a group for each run of characters and glyphs. */
export function writeCmap(glyphs: ReadonlyMap<number, number>): Buffer {
  const groups: [first: number, last: number, glyph: number][] = [];
  for (const [character, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const group = groups.at(-1);
    const isNext = group && character === group[1] + 1 && glyph === group[2] + character - group[0];
    if (isNext) group[1] = character;
    else groups.push([character, character, glyph]);
  }
  const table = Buffer.alloc(12 + 16 + 12 * groups.length);
  // Version, one subtable: platform Windows, encoding UCS-4, at byte 12.
  [0, 1, 3, 10, 0, 12, 12].forEach((value, index) => void table.writeUInt16BE(value, 2 * index));
  [table.length - 12, 0, groups.length].forEach(
    (value, index) => void table.writeUInt32BE(value, 16 + 4 * index),
  );
  groups.flat().forEach((value, index) => void table.writeUInt32BE(value, 28 + 4 * index));
  return table;
}
