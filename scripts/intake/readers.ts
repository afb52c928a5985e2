import { problem } from '../article/problem.js';
import type { Source } from '../article/source.js';
import { type Said, say } from '../article/words/say.js';

/** A person's choices about a source. */
export interface IntakeOptions {
  /** Overrules detection. */
  encoding?: string | undefined;
}

/** One kind of file that a source may come in. */
export interface Reader {
  id: string;
  /** Whether bytes are of this kind. */
  knows(bytes: Uint8Array): boolean;
  /**
   * Bytes → `Source`.
   *
   * @throws a problem when they cannot be read, or chongpai cannot read their kind yet.
   */
  read(bytes: Uint8Array, path: string, options: IntakeOptions): Source;
}

/** Bytes that tell a kind: the tags of a page's layout stand behind a head of some hundred bytes. */
const headBytes = 4096;

/** The beginning of a file, a byte a character; of UTF-16 every second byte, which is all of its markup. */
function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  if (/^(?:\xff\xfe|\xfe\xff|<\0|\0<)/.test(head)) return head.replace(/^\xff\xfe|^\xfe\xff|\0/g, '');
  return head.replace(/^\xef\xbb\xbf/, '');
}

/** A kind that has no reader yet: refused by its name, for its tags or bytes would be printed as text. */
function unread(id: string, kind: Said, { begins, note }: { begins: RegExp; note: Said }): Reader {
  return {
    id,
    knows: (bytes) => begins.test(headOf(bytes)),
    read: (_, path) => {
      throw problem(say('not-plain-text', kind), { path, note });
    },
  };
}

const extract = say('extract-text');
const untag = say('take-out-of-tags');

/** 来稿: the kinds of files that are told apart before one is taken for text, the first that knows it. */
export const unreadKinds: readonly Reader[] = [
  unread('pdf', say('a-pdf'), { begins: /^%PDF-/, note: extract }),
  unread('picture', say('a-picture'), {
    begins:
      /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|II[*+]|MM\0[*+]|RIFF....WEBP|\0\0\0\x0cjP {2}|....ftyp(?:heic|heix|mif1|msf1|avif)|8BPS|AT&TFORM)/s,
    note: extract,
  }),
  unread('archive', say('an-archive'), {
    begins: /^(?:PK\x03\x04|\x1f\x8b|7z\xbc\xaf|Rar!|\xd0\xcf\x11\xe0|BZh\d|\xfd7zXZ)/,
    note: extract,
  }),
  unread('program', say('a-program'), { begins: /^(?:\x7fELF|MZ|\xcf\xfa\xed\xfe)/, note: extract }),
  unread('rtf', say('an-rtf'), { begins: /^\{\\rtf/, note: extract }),
  unread('alto', say('an-alto'), {
    begins: /^\s*<[\s\S]*<(?:\w+:)?alto[\s>]|^\s*<(?:\w+:)?alto[\s>]/i,
    note: untag,
  }),
  unread('page', say('a-page-xml'), {
    begins: /^\s*<[\s\S]*<(?:\w+:)?PcGts[\s>]|^\s*<(?:\w+:)?PcGts[\s>]/,
    note: untag,
  }),
  unread('hocr', say('an-hocr'), { begins: /^\s*<[\s\S]*\bocr(?:_page|-system)\b/i, note: untag }),
  unread('html', say('html-page'), { begins: /^\s*<(?:!doctype\s+html|html|head|body)[\s>]/i, note: untag }),
  unread('xml', say('an-xml'), { begins: /^\s*<(?:\?xml\s|!DOCTYPE\s|svg[\s>])/, note: untag }),
];
