import type { Source } from '../../article/source.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import type { Random } from '../random.js';
import type { CorpusText } from '../restore/gold.js';
import type { Newspaper } from './newspaper.js';
import type { PrintedNewspaper } from './print-newspaper.js';

/** Everything that a kind of pages is made of. */
export interface Ingredients {
  texts: readonly CorpusText[];
  random: Random;
  pool: BrowserPool;
  /** Number of the row's pages made before. */
  number: number;
}

/** An issue as it was read from PDF, with the truth about it. */
export interface ReadIssue {
  source: Source;
  newspaper: Pick<Newspaper, 'pieces' | 'cells' | 'jumps'>;
  printed: Pick<PrintedNewspaper, 'chars'>;
}
