import iconv from 'iconv-lite';

export interface Decoded {
  /** Without the byte order mark. */
  text: string;
  /** Offset of the first bytes that are invalid in this encoding; undefined if there are none. */
  badOffset: number | undefined;
}

/** The encodings whose rules the platform itself enforces; the others come from iconv-lite's tables. */
const native = new Set(['utf-8', 'utf-16le', 'utf-16be']);

/** True if we can decode it, by any of its usual names. */
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

/** Decodes without replacing anything: invalid bytes are found, not papered over with U+FFFD. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): Decoded {
  const text = decode(bytes, encoding, 'whole');
  if (text !== undefined) return { text, badOffset: undefined };
  return { text: '', badOffset: findBadOffset(bytes, encoding) };
}

/**
 * Decodes as much as possible: each invalid place becomes U+FFFD, which the restoration asks about. So does a character
 * that the file's end cuts in half.
 */
export function decodeLeniently(bytes: Uint8Array, encoding: string): { text: string; bad: number } {
  const text = native.has(encoding) ? new TextDecoder(encoding).decode(bytes) : mendLines(bytes, encoding);
  const bad = text.match(/\ufffd+/gu)?.length ?? 0;
  // A decoder may drop half a character at the end.
  return bad === 0 ? { text: `${text}\ufffd`, bad: 1 } : { text, bad };
}

/** In GB18030 and Big5 one bad byte shifts all that follows, up to the end of the line: no second byte is a newline. */
function mendLines(bytes: Uint8Array, encoding: string): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(10, from);
    const to = newline < 0 ? bytes.length : newline + 1;
    parts.push(mendLine(bytes.subarray(from, to), encoding));
    from = to;
  }
  return parts.join('');
}

/** Longer lines are decoded as they are: every place in them would have to be tried. */
const longestMended = 4096;
/** Characters that occur in nearly every line of running text, and rarely in shifted text. */
const common = /[，。、；：“”（）的一是不了在人有大中上和年会會国國工]/gu;

/** Finds the one or two bytes without which most of the line reads as text. */
function mendLine(line: Uint8Array, encoding: string): string {
  const known = decode(line, encoding, 'whole');
  if (known !== undefined) return known;
  const buffer = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  let best = iconv.decode(buffer, encoding);
  if (line.length > longestMended) return best;
  let bestScore = -1;
  for (let at = 0; at < line.length; at++) {
    // The text before the bad place must be valid.
    if (line[at]! < 0x80) continue;
    for (const size of [1, 2]) {
      const after = decode(line.subarray(at + size), encoding, 'whole');
      const before = after === undefined ? undefined : decode(line.subarray(0, at), encoding, 'whole');
      if (before === undefined || after === undefined) continue;
      const score = ((before + after).match(common)?.length ?? 0) - size / 4;
      if (score < bestScore) continue;
      bestScore = score;
      best = `${before}\ufffd${after}`;
    }
  }
  return best;
}

/** Undefined if there are invalid bytes; a `beginning` may end inside a character. */
function decode(bytes: Uint8Array, encoding: string, extent: 'whole' | 'beginning'): string | undefined {
  if (native.has(encoding)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: extent === 'beginning' });
    } catch {
      return undefined;
    }
  }
  const decoder = iconv.getDecoder(encoding);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = decoder.write(buffer) + (extent === 'whole' ? (decoder.end() ?? '') : '');
  return text.includes('\ufffd') ? undefined : text;
}

/** Bisects for the shortest beginning with an invalid byte; the bad character starts before its end. */
function findBadOffset(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decode(bytes.subarray(0, middle), encoding, 'beginning') === undefined) bad = middle;
    else good = middle;
  }
  // `good` may end inside a character, which has at most four bytes.
  let start = good;
  while (start > 0 && decode(bytes.subarray(0, start), encoding, 'whole') === undefined) start--;
  return start;
}
