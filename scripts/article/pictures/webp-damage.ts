/** Bytes before the first chunk (RIFF, length, WEBP), and before the data of each chunk (name and length). */
const [headBytes, chunkBytes] = [12, 8];
/** Chunks that hold pixels (WebP Container Specification). */
const pixels = /^(?:VP8 |VP8L|ANMF)$/;

/**
 * 损坏: the first chunk of a WebP that contradicts its header; undefined if the chunks fill the file and the pixels begin
 * as specified. The browser judges the codes of the pixels (`refuseDamaged`).
 */
export function webpDamage(bytes: Buffer): string | undefined {
  const end = Math.min(bytes.length, bytes.readUInt32LE(4) + 8);
  let hasPixels = false;
  for (let at = headBytes; at + chunkBytes <= end; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const start = at + chunkBytes;
    // A chunk that is cut off is reported as such.
    if (!/^[A-Z0-9 ]{4}$/i.test(name)) return 'WebP';
    if (!beginsWell(name, bytes.subarray(start, end))) return `WebP ${name.trim()}`;
    hasPixels ||= pixels.test(name);
    const length = bytes.readUInt32LE(at + 4);
    if (start + length > end) return end < bytes.length ? `WebP ${name.trim()}` : undefined;
    // Chunks are padded to even lengths.
    at = start + length + (length % 2);
  }
  return hasPixels ? undefined : 'WebP';
}

/** The signature of a lossless picture (1 byte), and the start code of a key frame (RFC 6386, 9.1). */
function beginsWell(name: string, data: Buffer): boolean {
  if (name === 'VP8L') return data[0] === 0x2f;
  return name !== 'VP8 ' || data.subarray(3, 6).toString('hex') === '9d012a';
}
