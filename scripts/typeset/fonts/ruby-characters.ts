import { visit } from 'unist-util-visit';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';

/** All letters of 拼音 with their tones, and all of 注音符號: the characters of readings beside the text. */
const pinyin = 'abcdefghijklmnopqrstuwxyzāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ';
const bopomofo = 'ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ˙ˊˇˋ';

/** Characters that an edition's fonts need for its readings, which are not text of its manuscript. */
export function rubyCharacters({ ruby, second }: Edition): string {
  const own = ruby === 'pinyin' ? pinyin : ruby === 'bopomofo' ? bopomofo : '';
  // A word broken at a soft hyphen shows a hyphen.
  const hyphens = second ? '\u00ad' : '';
  return own + hyphens + (second ? rubyCharacters(second) : '');
}

/** The readings in the manuscripts themselves. */
export function rubyReadings({ sections }: Issue): Set<string> {
  const found = new Set<string>();
  for (const { tree } of sections.flatMap(({ articles }) => articles))
    visit(tree, 'ruby', ({ reading }) => void found.add(reading));
  return found;
}
