import { isUtf8 } from 'node:buffer';
import jschardet from 'jschardet';
import { han } from '../text/characters.js';
import { pattern } from '../text/pattern.js';
import { decodeLeniently, decodeStrictly } from './decode.js';

/** An encoding and its certainty: `marked` by a byte order mark, `proven` by its own rules, or `guessed`. */
export interface Detected {
  encoding: string;
  by: 'mark' | 'proof' | 'guess';
}

const marks: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** The detector's names for encodings of Chinese. Any other result is a guess at binary data. */
const chinese: Record<string, string> = {
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};
/** Encodings of a Chinese text without a byte order mark, the likeliest first. */
const candidates = ['gb18030', 'big5', 'utf-16le', 'utf-16be'];
/** Statistics need this many bytes: 64 KB settle it, and cost 50 ms. */
const sampleBytes = 65_536;

/** The encoding of a text; undefined if it does not look like one, or cannot be told from its few bytes. */
export function detectEncoding(bytes: Uint8Array): Detected | undefined {
  const mark = marks.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (mark) return { encoding: mark[0], by: 'mark' };
  if (isUtf8(bytes)) return { encoding: 'utf-8', by: 'proof' };
  if (isBrokenUtf8(bytes)) return { encoding: 'utf-8', by: 'guess' };
  const { encoding } = jschardet.detect(Buffer.from(bytes.subarray(0, sampleBytes)));
  const known = encoding && chinese[encoding.toLowerCase()];
  if (known) return { encoding: known, by: 'guess' };
  const fitting = candidates.filter((encoding) => readsAsChinese(bytes, encoding));
  return fitting.length === 1 ? { encoding: fitting[0]!, by: 'guess' } : undefined;
}

/**
 * True for UTF-8 with some bad bytes. Statistics would call it a legacy encoding, and read it as garbage;
 * but in no legacy encoding do most of the high bytes fall into UTF-8's pattern by chance.
 */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, sampleBytes));
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  return good > 2 * bad;
}

const foreign = pattern('gu')`[^\s\x20-\x7e\u3000-\u303f${han}\uff01-\uff5e\u2010-\u2026]`;
/** A newspaper's text has fewer foreign characters than this; one read in a wrong encoding has a third. */
const foreignShare = 0.02;

/** True if nearly every character is usual in a Chinese newspaper: bytes read in a wrong encoding never are. */
function readsAsChinese(bytes: Uint8Array, encoding: string): boolean {
  const strict = decodeStrictly(bytes, encoding);
  if (strict.badOffset === undefined) return strict.text.search(foreign) < 0;
  const { text } = decodeLeniently(bytes.subarray(0, sampleBytes), encoding);
  return (text.match(foreign)?.length ?? 0) <= text.length * foreignShare;
}
