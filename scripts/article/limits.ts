import { extname } from 'node:path';

/** Kinds of file that have limits of their own. */
export type FileKind = 'text' | 'ledger' | 'yaml' | 'xliff' | 'sheet' | 'picture' | 'font' | 'pdf';

const megabyte = 2 ** 20;

/** 上限: the maximum size of each kind of file, in bytes. A publication may come from strangers. */
export const byteLimits: Readonly<Record<FileKind, number>> = {
  // The thickest newspaper has 2 MB of text in an issue; more is an archive in one file.
  text: 16 * megabyte,
  // Written by the machine: a ledger is several times as long as its text.
  ledger: 128 * megabyte,
  // An issue file of 1,000 stories has 20 KB.
  yaml: megabyte,
  xliff: 16 * megabyte,
  // Pictures and fonts may stand in a sheet as data: URLs.
  sheet: 16 * megabyte,
  // A newspaper page scanned at 600 dpi has about this much.
  picture: 64 * megabyte,
  // The largest Chinese fonts have 40 MB.
  font: 64 * megabyte,
  // A book of 1,600 pages with pictures on each.
  pdf: 512 * megabyte,
};

/** Pixels of a picture: a browser needs 4 bytes for each, and a broadsheet at 600 dpi has 95 million. */
export const pixelLimit = 100_000_000;

/** 上限 of a PDF that is read back: 100 KB may unpack to more than a disk holds. */
export const pdfLimits = {
  /** Bytes of one stream: a scan of a newspaper page has 100 million, a page's content 1 million. */
  streamBytes: 256 * megabyte,
  /** The same for interpreted streams: page contents, object streams, character maps. */
  contentBytes: 32 * megabyte,
  /** Operators of the whole file: a page of text has 5,000. */
  operators: 20_000_000,
  /** The thickest books have 3,000. */
  pages: 20_000,
  /** Codes of a font, in all of its ranges: 65,536 exist. */
  codes: 2 ** 17,
} as const;

/** Maximum depth of nested blocks or elements: people need 10, a stack bears 1,000. */
export const depthLimit = 100;

/** 标题上限: characters of a title of any kind. A headline that fills an A5 page at its size has 300. */
export const titleLimit = 1_000;

/** Characters of a name: the longest names of offices have 40. */
export const nameLimit = 100;

/** Stories of an issue: a thick daily has 300, a month of a county's paper in one file 1,000. */
export const storyLimit = 2_000;

/** 段落上限: the longest paragraph, a list of all donors of a county, has 30,000 characters; a page of A5 has 700. */
export const paragraphLimit = 50_000;

/** Forced line breaks of a paragraph: each is a line of its own to lay out, and a long poem has a thousand. */
export const breakLimit = 5_000;

/** Characters of a cell of a table. A column of a page takes 1,000, and no cell is broken over more than some. */
export const cellLimit = 5_000;

/** Characters of the address of a link: browsers and servers take 2,000, some more. */
export const addressLimit = 8_000;

const endings: Readonly<Record<string, FileKind>> = {
  '.json': 'ledger',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.xlf': 'xliff',
  '.xliff': 'xliff',
  '.css': 'sheet',
  '.pdf': 'pdf',
  ...Object.fromEntries(
    ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif'].map((ending) => [ending, 'picture' as const]),
  ),
  ...Object.fromEntries(
    ['.ttf', '.otf', '.ttc', '.woff', '.woff2'].map((ending) => [ending, 'font' as const]),
  ),
};

/** Kind of a file, by the end of its name; text by default. */
export const fileKind = (path: string): FileKind => endings[extname(path).toLowerCase()] ?? 'text';

/**
 * 上限 of a PDF that is read as a source: the thickest issue has 200 pages, and a page of classified ads 30,000
 * characters.
 */
export const pdfSourceLimits = {
  pages: 2000,
  pageCharacters: 300_000,
  milliseconds: 120_000,
} as const;
