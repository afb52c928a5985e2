import { problem } from '../article/problem.js';
import type { Source } from '../article/source.js';
import { type Said, say } from '../article/words/say.js';
import { headOf } from './head.js';
import { readPdf } from './pdf/read-pdf.js';
import type { PrintedPage } from './printed-page.js';
import { readText } from './read-text.js';

/** A person's choices about a source. */
export interface IntakeOptions {
  /** Overrules detection. */
  encoding?: string | undefined;
}

/** Content of a file: text as it is, or pages whose lines have to be put in order. */
export type Read = Pick<Source, 'text' | 'encoding'> | { pages: PrintedPage[] };

/** 来稿: a reader of one kind of file for sources. */
export interface Reader {
  id: string;
  /** Ending of a file of its kind where chongpai keeps it: `source` and this. */
  ending: string;
  /** Tells if bytes are of this kind; `head` is their beginning, one byte per character. */
  knows(bytes: Uint8Array, head: string): boolean;
  /**
   * Bytes → text or pages.
   *
   * @throws a problem when they cannot be read, or their kind is not supported.
   */
  read(bytes: Uint8Array, path: string, options: IntakeOptions): Read | Promise<Read>;
}

const byHead = (begins: RegExp) => (_: Uint8Array, head: string) => begins.test(head);

/** A kind without a reader: refused by name, since its tags or bytes would be printed as text. */
function unread(id: string, kind: Said, { begins, note }: { begins: RegExp; note: Said }): Reader {
  return {
    id,
    ending: '',
    knows: byHead(begins),
    read: (_, path) => {
      throw problem(say('not-plain-text', kind), { path, note });
    },
  };
}

const extract = say('extract-text');
const untag = say('take-out-of-tags');

/** The kinds of files, recognised by content: the first reader that knows a file reads it. */
export const readers: readonly Reader[] = [
  {
    id: 'pdf',
    ending: '.pdf',
    // Some programs write a line of their own before a PDF's first.
    knows: byHead(/^[\s\S]{0,1024}%PDF-\d/),
    read: async (bytes, path) => ({ pages: await readPdf(bytes, path) }),
  },
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
  // Any file that no other reader knows is text, in one of its encodings.
  { id: 'text', ending: '.txt', knows: () => true, read: readText },
];

/** The reader of a file. */
export function readerOf(bytes: Uint8Array): Reader {
  const head = headOf(bytes);
  return readers.find(({ knows }) => knows(bytes, head))!;
}
