/** Chunks without which there is no picture (PNG specification, 3rd edition, 5.6). */
const needed = /^(?:IHDR|PLTE|IDAT)$/;
/** Length, name and check value of a chunk, in bytes. */
const frame = 12;

/** 损坏: the first chunk of a PNG whose check value is not that of its bytes; undefined for a whole one. */
export function pngDamage(bytes: Buffer): string | undefined {
  for (let at = 8; at + frame <= bytes.length; ) {
    const end = at + frame + bytes.readUInt32BE(at);
    // One that is cut off is told as such.
    if (end > bytes.length) return undefined;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (needed.test(name) && checkValue(bytes, at + 4, end - 4) !== bytes.readUInt32BE(end - 4))
      return `PNG ${name}`;
    at = end;
  }
  return undefined;
}

/** CRC-32 of each byte (ISO 3309). */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checkValue(bytes: Buffer, from: number, to: number): number {
  let value = 0xffffffff;
  for (let at = from; at < to; at++) value = table[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
