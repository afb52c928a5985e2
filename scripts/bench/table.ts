/** Options of a bench. */
export interface BenchOptions {
  /** The folder with `corpus/` and `sample/`. */
  data: string;
  /** True if it was made from the repository's own sample: benches about other texts cannot be measured. */
  isOwnData?: true;
  /** First seed; the development used 1 … 999. */
  seed?: number;
  /** Generated pages per strength. */
  pages?: number;
  /** Time limit of a peer in seconds. */
  limit?: number;
  /** True to measure chongpai without its peers. */
  alone?: true;
  /** A clone of Paged.js, for its specs. */
  specs?: string;
  /** For the bench proof: one of its books. */
  book?: string;
  /** Kinds of change for the bench proof, or kinds of attack. */
  kinds?: readonly string[];
  /** Time for trying cases; if absent, a fixed number of each. */
  minutes?: number;
  /** Number of cases of each subject. */
  cases?: number;
}

/** A table of figures: a title, a head and rows, all text. */
export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}
