/** Names of files that may be part of a DOM id as they are: a blank would part an id in two. */
const plain = /^[\w.-]{1,48}$/;

/**
 * DOM id of a story: short and ASCII, because a destination's name in a PDF has at most 127 bytes. A file with any
 * other name (第 四.md) has a number made of it.
 */
export const storyId = (section: string, article: string) =>
  `${section}-${plain.test(article) ? article : numberOf(article)}`;

/** FNV-1a in two halves: equal numbers for two of a hundred thousand names are less likely than one in a million. */
function numberOf(name: string): string {
  let [low, high] = [0x811c9dc5, 0x9dc5811c];
  for (const character of name) {
    const code = character.codePointAt(0)!;
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ (code + low), 0x01000193) >>> 0;
  }
  return `n${low.toString(36)}${high.toString(36)}`;
}
