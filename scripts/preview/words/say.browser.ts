import { type Language, languages } from '../../article/words/sentence.js';
import { type Word, words } from './words.js';

let current: Language = 'zh-Hans';

/** Sets the language of all words from now on. */
export function speak(language: Language): void {
  current = language;
  document.documentElement.lang = language;
}

export const spoken = (): Language => current;

/** A word in the desk's language. */
export const say = (word: Word): string => inLanguage(words[word]);

/** One of three forms, in the order of the languages. */
export const inLanguage = (forms: readonly string[]): string =>
  forms[Object.keys(languages).indexOf(current)]!;

/** The best of our languages for this person. */
export function preferredLanguage(): Language {
  for (const tag of navigator.languages) {
    if (/^zh\b.*(?:hant|tw|hk|mo)/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
