/** A kind of input from strangers, with its check. */
export interface Subject {
  id: string;
  /** Pieces of inputs, besides characters of every kind. */
  units: readonly string[];
  /** A whole input of the kind, of which others are variations. */
  seed: string;
  /** @throws anything other than a problem of the input in a person's words. */
  check: (input: string) => unknown;
  /** Ends resources of `check`: a server. */
  close?: () => Promise<void>;
}
