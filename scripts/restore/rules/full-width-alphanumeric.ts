import { type CharacterRule, changesOf } from './rule.js';

/** 全角字母数字: full-width forms of letters and digits, with the point or sign between digits. */
export const fullWidthAlphanumeric: CharacterRule = {
  id: 'full-width-alphanumeric',
  change: (text, { page }) =>
    page.digitsAreFull
      ? []
      : changesOf(text, /[０-９Ａ-Ｚａ-ｚ]+(?:[．／－＋][０-９]+)*/gu, ([match]) =>
          match.replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
        ),
};
