import type { Doubt } from '../../article/restoration.js';
import type { CharacterRule } from './rule.js';

const unknown =
  /[\ue000-\uf8ff\u{f0000}-\u{10fffd}\ufffd]|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/gu;

function reasonFor(char: string): string {
  if (char === '\ufffd')
    return 'Unexpected bytes that mean nothing in the encoding of this file (U+FFFD stands for them), expected a character of the printed page';
  return `Unexpected U+${char.codePointAt(0)!.toString(16).toUpperCase()}, expected a character of the printed page`;
}

/** 造字/乱码: private-use characters and decoding damage; only the printed page knows the original. */
export const unknownCharacter: CharacterRule = {
  id: 'unknown-character',
  words: {
    brief: ['底本缺字', '底本缺字', 'a character that the source has lost'],
    reason: [
      '这个码位离开原来的字体或程序就没有意义。',
      '這個碼位離開原來的字型或程式就沒有意義。',
      'The code point has no meaning outside the font or the program that made it.',
    ],
    asks: [
      '“{text}”是自造字或乱码',
      '「{text}」是自造字或亂碼',
      '“{text}” is a private or damaged character',
    ],
    remedy: ['照原版改字。', '照原版改字。', 'Correct it by the printed page.'],
  },
  signs: /[\ue000-\uf8ff\ud800-\udfff\ufffd]/,
  doubt: (text) =>
    [...text.matchAll(unknown)].map(
      (match): Omit<Doubt, 'ruleId'> => ({
        start: match.index,
        end: match.index + match[0].length,
        reason: reasonFor(match[0]),
      }),
    ),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## private use
金昌
---
金昌
? 

## a decoding scar
金�昌
---
金�昌
? �
`;
