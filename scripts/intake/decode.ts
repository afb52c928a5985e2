import iconv from 'iconv-lite';

export interface Decoded {
  /** Without the byte order mark. */
  text: string;
  /** Where the first bytes stand that mean nothing in this encoding; undefined if there are none. */
  badOffset: number | undefined;
}

/** The encodings whose rules the platform itself enforces; the others come from iconv-lite's tables. */
const native = new Set(['utf-8', 'utf-16le', 'utf-16be']);

/** Whether we can decode it, by any of its usual names. */
export function knowsEncoding(encoding: string): boolean {
  return iconv.encodingExists(encoding);
}

/** An encoding's name in the form that `Source` uses. */
export function nameEncoding(encoding: string): string {
  const name = encoding.toLowerCase().replace(/_/g, '-');
  const plain = name.replace(/-/g, '');
  if (plain === 'utf8') return 'utf-8';
  if (plain === 'utf16le' || plain === 'utf16be') return `utf-${plain.slice(3)}`;
  if (/^(gb|gbk|gb2312|gb18030|cp936|windows936|euccn)$/.test(plain)) return 'gb18030';
  return name;
}

/** Decodes without replacing anything: bytes that mean nothing are found, not papered over with U+FFFD. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): Decoded {
  const decode = native.has(encoding) ? decodeNative : decodeByTable;
  const text = decode(bytes, encoding);
  if (text !== undefined) return { text, badOffset: undefined };
  return { text: '', badOffset: findBadOffset(bytes, (part) => decode(part, encoding) !== undefined) };
}

function decodeNative(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeByTable(bytes: Uint8Array, encoding: string): string | undefined {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return text.includes('\ufffd') ? undefined : text;
}

/**
 * The length of the longest readable beginning. A beginning that ends inside a character is unreadable too, so
 * halving finds the neighbourhood (a character has at most four bytes) and four steps find the place.
 */
function findBadOffset(bytes: Uint8Array, isReadable: (part: Uint8Array) => boolean): number {
  const longest = (limit: number) => {
    for (let end = limit; end >= Math.max(0, limit - 4); end--)
      if (isReadable(bytes.subarray(0, end))) return end;
    return undefined;
  };
  let low = 0;
  let high = bytes.length;
  while (high - low > 4) {
    const middle = (low + high) >> 1;
    const readable = longest(middle);
    if (readable !== undefined) low = Math.max(low + 1, readable);
    else high = middle;
  }
  return longest(high) ?? low;
}
