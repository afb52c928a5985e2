import { readDictionaries } from './dictionaries.js';
import { kept } from './kept-tables.js';
import { pressWords } from './press-words.js';

/** The list of press words as pairs Simplified → Traditional. */
export function readPressWords(): Map<string, string> {
  return new Map(
    pressWords
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => [simplify(word), word]),
  );
}

let characters: Map<string, string> | undefined;

/** 化简, character by character. */
export function simplify(text: string): string {
  characters ??= kept('simplified', () => readDictionaries('t2s').characters);
  return [...text].map((char) => characters!.get(char) ?? char).join('');
}

/** Characters that have a different form as words by themselves than inside words. */
export const aloneForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    准: '准',
    厘: '厘',
    签: '簽',
    咸: '鹹',
    岳: '岳',
    喂: '餵',
    郁: '郁',
    岩: '岩',
    余: '余',
    钟: '鍾',
    霉: '霉',
  }),
);
