/** What strangers may hand to us, and what must hold of it. */
export interface Subject {
  id: string;
  /** What inputs are put together from, besides characters of every kind. */
  units: readonly string[];
  /** A whole input of the kind, which others are made of by changes. */
  seed: string;
  /** @throws whatever is not a problem of the input, told in a person's words. */
  check: (input: string) => unknown;
  /** Ends what `check` began: a server. */
  close?: () => Promise<void>;
}
