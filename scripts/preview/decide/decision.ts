/** Kinds of decisions about a source: the lists of an overrides file. */
export const decisionLists = ['join', 'break', 'role', 'title', 'replace', 'keep'] as const;

/** One entry of such a list. */
export interface Entry {
  list: (typeof decisionLists)[number];
  value: string | Record<string, string>;
}

/** The change of a file by a decision. Reversed, it undoes it. */
export interface Change {
  file: 'overrides' | 'names';
  add: Entry[] | string[];
  remove: Entry[] | string[];
}
