import type { Source } from '../article/source.js';
import type { PrintedPage } from './printed-page.js';

/** A person's choices about a source. */
export interface IntakeOptions {
  /** Overrules detection. */
  encoding?: string | undefined;
}

/** Content of a file: text as it is, or pages whose lines have to be put in order. */
export type Read =
  | Pick<Source, 'text' | 'encoding' | 'told'>
  | ({
      pages: PrintedPage[];
      /** Indices of pages whose text only a recognition program can read. */
      scans?: number[];
    } & Pick<Source, 'told'>);

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
