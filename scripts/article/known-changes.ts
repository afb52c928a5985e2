/** The changes that an edition may make to a character of the manuscript: 转换, 引号, 标点, 用字, 用词, 专名. */
export const changeNames = ['conversion', 'quotes', 'marks', 'house style', 'vocabulary', 'names'] as const;
export type ChangeName = (typeof changeNames)[number];

/** A word that changes as a whole. */
export interface WordChange {
  name: ChangeName;
  from: string;
  to: string;
}

/** The changes that an edition may make to a text. A difference that none of them explains is an error. */
export interface KnownChanges {
  /** The change that replaces one character by another; undefined where there is none. */
  ofCharacter(from: string, to: string): ChangeName | undefined;
  /** The words that begin at an offset of the manuscript's text and may change as a whole. */
  ofWords(text: string, at: number): readonly WordChange[];
}
