import type { Layout } from './layout.js';

/** Source 底本: raw text as it came in, decoded, never edited; everything later points back into it by offset. */
export interface Source {
  /** Origin of the bytes, as a person would name it (a path, or "standard input"). */
  path: string;
  /** The decoded text, byte order mark removed, newlines as they were. All offsets are UTF-16 units into it. */
  text: string;
  /** The encoding it was decoded from, by its WHATWG name: utf-8, utf-16le, gb18030, big5 … */
  encoding: string;
  /** Fingerprint of its bytes, or of the text where it was composed from pages; ledgers identify it by this. */
  fingerprint: string;
  /** Message about content that could not be read, or was left out; with the remedy. */
  told?: string[];
  /** True if pages of it are pictures among others with text, and no program has recognised them yet. */
  hasScans?: boolean;
  /** Places of its lines on paper; undefined for a text without boxes. */
  layout?: Layout;
}
