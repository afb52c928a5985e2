import { scriptOf } from '../../text/script-of.js';

/** The languages in which chongpai speaks to people. */
export const languages = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' } as const;
export type Language = keyof typeof languages;

/** A sentence in each of them: 简体, 繁體, English. */
export type Sentence = readonly [hans: string, hant: string, en: string];

/** The form of a sentence in a language. */
export function inLanguage(sentence: Sentence, language: Language): string {
  return sentence[Object.keys(languages).indexOf(language)]!;
}

/** The supported language that is nearest to a text's language (BCP 47). */
export function languageOf(tag: string): Language {
  const script = scriptOf(tag);
  return script ? (script === 'hans' ? 'zh-Hans' : 'zh-Hant') : 'en';
}
