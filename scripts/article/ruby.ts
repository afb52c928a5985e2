import type { Parent, Text } from 'mdast';

/** 注音: a character with its reading beside it. Only the character is text of the manuscript. */
export interface Ruby extends Parent {
  type: 'ruby';
  /** "hàn", or "ㄏㄢˋ". */
  reading: string;
  children: Text[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    ruby: Ruby;
  }
  interface RootContentMap {
    ruby: Ruby;
  }
}
