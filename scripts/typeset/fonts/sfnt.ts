/** The tables of a TrueType font by tag (OpenType §Font file). */
export type Sfnt = Map<string, Buffer>;

/** The tables of a TrueType file; empty for anything else. */
export function readSfnt(bytes: Buffer): Sfnt {
  const tables: Sfnt = new Map();
  if (bytes.length < 12 || bytes.readUInt32BE(0) !== trueType) return tables;
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const at = 12 + 16 * index;
    const offset = bytes.readUInt32BE(at + 8);
    const tag = bytes.toString('latin1', at, at + 4);
    tables.set(tag, bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12)));
  }
  return tables;
}

/**
 * Writes tables as a TrueType file. Tags in order of code points, tables at multiples of four bytes, as §Font file
 * asks.
 */
export function writeSfnt(tables: Sfnt): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  directory.writeUInt32BE(trueType, 0);
  const search = [sorted.length, 16 * power, Math.log2(power), 16 * (sorted.length - power)];
  search.forEach((value, index) => void directory.writeUInt16BE(value, 4 + 2 * index));
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  sorted.forEach(([tag, table], index) => {
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    const at = 12 + 16 * index;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(padded), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

const trueType = 0x00010000;

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
