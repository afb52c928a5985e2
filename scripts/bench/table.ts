/** What a bench may be told. */
export interface BenchOptions {
  /** The folder that holds `corpus/` and `sample/`. */
  data: string;
  /** It was made of the repository's own sample: what asks for the truth of other texts cannot be measured. */
  isOwnData?: true;
  /** First seed; the development used 1 … 999. */
  seed?: number;
  /** Generated pages a strength. */
  pages?: number;
  /** Seconds that a peer may take. */
  limit?: number;
  /** A clone of Paged.js, for its specs. */
  specs?: string;
  /** Time that cases are tried in; without it, so many of each. */
  minutes?: number;
}

/** A table of figures: a title, a head and rows, all text. */
export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}
