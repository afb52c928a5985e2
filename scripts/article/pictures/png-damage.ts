import { constants, inflateSync } from 'node:zlib';

/** Chunks without which there is no picture (PNG specification, 3rd edition, 5.6). */
const needed = /^(?:IHDR|PLTE|IDAT)$/;
/** Length, name and check value of a chunk, in bytes. */
const frame = 12;

/**
 * 损坏: the first chunk of a PNG whose check value is not that of its bytes, or IDAT if there are fewer rows than its
 * head says; undefined for a whole one.
 */
export function pngDamage(bytes: Buffer): string | undefined {
  return damagedChunk(bytes) ?? (isShort(bytes) ? 'PNG IDAT' : undefined);
}

function damagedChunk(bytes: Buffer): string | undefined {
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

/** True if the rows of pixels end too early: browsers print what there is, and the rest white or black. */
function isShort(bytes: Buffer): boolean {
  if (bytes.length < 33) return false;
  const size = rowBytes(bytes);
  const data: Buffer[] = [];
  for (let at = 8; at + frame <= bytes.length; ) {
    const end = at + frame + bytes.readUInt32BE(at);
    if (end > bytes.length) return false;
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    at = end;
  }
  if (size === undefined || size > mostBytes) return false;
  try {
    const options = { maxOutputLength: size + 1, finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(Buffer.concat(data), options).length < size;
  } catch (error) {
    // Some programs write more rows than they announce, or a wrong sum after the last one.
    const { code, message } = error as NodeJS.ErrnoException;
    return code !== 'ERR_BUFFER_TOO_LARGE' && !/incorrect data check/.test(message);
  }
}

/** Larger ones are not unpacked here: a photograph of 100 megapixels in three colours. */
const mostBytes = 300_000_000;
/** Samples a pixel, by colour type. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** First column and row, and the steps, of the seven passes of an interlaced picture (8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of all rows, each with the number of its filter before it; undefined for a head that makes no sense. */
function rowBytes(bytes: Buffer): number | undefined {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const bits = bytes[24]! * (samples[bytes[25]!] ?? 0);
  if (bits === 0) return undefined;
  const of = (columns: number, rows: number) =>
    columns > 0 && rows > 0 ? rows * (1 + Math.ceil((columns * bits) / 8)) : 0;
  if (bytes[28] === 0) return of(width, height);
  return passes.reduce(
    (sum, [x, y, along, down]) => sum + of(Math.ceil((width - x) / along), Math.ceil((height - y) / down)),
    0,
  );
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
