import { type CharacterRule, changesOf } from './rule.js';

const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/gu;
const pictograph = /\p{Extended_Pictographic}$/u;

/** 控制字符: invisible characters that no editor typed: controls, zero-width and direction marks, soft hyphens. */
export const controlCharacter: CharacterRule = {
  id: 'control-character',
  words: {
    reason: [
      '看不见的控制字符，在正文中无义。',
      '看不見的控制字元，在正文中無義。',
      'The character is invisible and has no meaning in running text.',
    ],
  },
  signs:
    /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\udb40]|[\ufe00-\ufe0f]/,
  // A selector or joiner after a pictograph changes the picture.
  change: (text) =>
    changesOf(text, invisible, ({ index }) =>
      pictograph.test(text.slice(Math.max(0, index - 2), index)) ? undefined : '',
    ),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## zero-width space, soft hyphen, byte order mark
金\u200b昌\u00ad日\ufeff报
---
金昌日报

## a variation selector after Han
葛\u{e0100}城
---
葛城

## after a pictograph the selector makes the picture
❤\ufe0f
---
❤\ufe0f
`;
