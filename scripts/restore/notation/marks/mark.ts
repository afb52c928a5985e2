/** A mark in a text, with what it stands for; an empty `wanted` says that it is not text. */
export interface Mark {
  index: number;
  length: number;
  wanted: string;
}

/** Matches of a pattern as marks; `wanted` is the same for all. */
export const marksOf = (text: string, pattern: RegExp, wanted = ''): Mark[] =>
  [...text.matchAll(pattern)].map(({ 0: all, index }) => ({ index, length: all.length, wanted }));
