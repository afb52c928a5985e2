import { visit } from 'unist-util-visit';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';

/** All letters of 拼音 with their tones, and all of 注音符號: what readings beside the text may show. */
const pinyin = 'abcdefghijklmnopqrstuwxyzāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ';
const bopomofo = 'ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ˙ˊˇˋ';

/** What the fonts of an edition must have for its readings, which are no text of its manuscript. */
export function rubyCharacters({ ruby, second }: Edition): string {
  const own = ruby === 'pinyin' ? pinyin : ruby === 'bopomofo' ? bopomofo : '';
  // A word broken at a soft hyphen shows a hyphen.
  const hyphens = second ? '\u00ad' : '';
  return own + hyphens + (second ? rubyCharacters(second) : '');
}

/** The readings that manuscripts have themselves. */
export function rubyReadings({ sections }: Issue): Set<string> {
  const found = new Set<string>();
  for (const { tree } of sections.flatMap(({ articles }) => articles))
    visit(tree, 'ruby', ({ reading }) => void found.add(reading));
  return found;
}
