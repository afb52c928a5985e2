/** Bytes before the first block: signature, size of the screen, flags, ground, aspect (GIF89a, 17 and 18). */
const headBytes = 13;
/** Introducers of blocks (GIF89a, appendix A). */
const [extension, descriptor, trailer] = [0x21, 0x2c, 0x3b];
/** Codes have at most twelve bits (GIF89a, appendix F). */
const mostCodes = 4096;

/**
 * Judges a GIF by its blocks and the codes of its pixels: `cut` if the file ends too early, `damaged` if a block or a
 * code is invalid. Browsers show everything before the fault and do not report it.
 */
export function judgeGif(bytes: Buffer): 'whole' | 'cut' | 'damaged' {
  let at = headBytes + tableBytes(bytes[10] ?? 0);
  while (at < bytes.length) {
    const kind = bytes[at]!;
    if (kind === trailer) return 'whole';
    if (kind !== extension && kind !== descriptor) return 'damaged';
    const isPicture = kind === descriptor;
    const start = isPicture ? at + 10 + tableBytes(bytes[at + 9] ?? 0) + 1 : at + 2;
    const data = subBlocks(bytes, start);
    if (!data) return 'cut';
    if (isPicture && !isReadable(bytes, { at, codeBits: bytes[start - 1]!, data: data.bytes }))
      return 'damaged';
    at = data.end;
  }
  return 'cut';
}

/** Size of the colour table that the flags announce, in bytes. */
const tableBytes = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

/** The data of a block, which is a sequence of pieces with their lengths; undefined if the end is missing. */
function subBlocks(bytes: Buffer, start: number): { bytes: Buffer; end: number } | undefined {
  const pieces: Buffer[] = [];
  for (let at = start; at < bytes.length; ) {
    const length = bytes[at]!;
    if (length === 0) return { bytes: Buffer.concat(pieces), end: at + 1 };
    if (at + 1 + length > bytes.length) return undefined;
    pieces.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return undefined;
}

/** True if the codes of a picture are valid and yield all of its pixels. The pixels are only counted, not decoded. */
function isReadable(
  bytes: Buffer,
  { at, codeBits, data }: { at: number; codeBits: number; data: Buffer },
): boolean {
  if (codeBits < 2 || codeBits > 8) return false;
  const wanted = bytes.readUInt16LE(at + 5) * bytes.readUInt16LE(at + 7);
  const clear = 1 << codeBits;
  const lengths = new Uint32Array(mostCodes).fill(1, 0, clear);
  let [size, next, before, pixels] = [codeBits + 1, clear + 2, -1, 0];
  for (let bit = 0; bit + size <= 8 * data.length; ) {
    const code = codeAt(data, bit, size);
    bit += size;
    if (code === clear) [size, next, before] = [codeBits + 1, clear + 2, -1];
    else if (code === clear + 1) break;
    else {
      if (before < 0 ? code >= clear : code > next) return false;
      if (before >= 0 && next < mostCodes) {
        lengths[next++] = lengths[before]! + 1;
        if (next === 1 << size && size < 12) size++;
      }
      pixels += lengths[code]!;
      before = code;
    }
  }
  return pixels >= wanted;
}

/** A number of `size` bits, the lowest bit first. */
function codeAt(data: Buffer, bit: number, size: number): number {
  const first = bit >> 3;
  const word = data[first]! | ((data[first + 1] ?? 0) << 8) | ((data[first + 2] ?? 0) << 16);
  return (word >> (bit & 7)) & ((1 << size) - 1);
}
