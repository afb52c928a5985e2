/** 繁简: the script that a language tag (BCP 47) names; undefined for other languages. */
export function scriptOf(tag: string): 'hans' | 'hant' | undefined {
  if (/^zh-Hant(?:-|$)/i.test(tag)) return 'hant';
  return /^zh-Hans(?:-|$)/i.test(tag) ? 'hans' : undefined;
}
