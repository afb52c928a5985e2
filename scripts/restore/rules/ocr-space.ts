import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { type CharacterRule, changesOf, isParted } from './rule.js';

const inside = pattern(
  'gu',
)`(?<=[${han}，。、；：？！”’》）】「」『』“‘《（【…—])[ \u00a0\u2000-\u200a\u202f\t]+(?=[${han}，。、；：？！”’》）】「」『』“‘《（【…—])`;

/** 识别空格: optical recognition that puts blanks inside of words means nothing by any of them. */
export const ocrSpace: CharacterRule = {
  id: 'ocr-space',
  words: {
    reason: [
      '识别软件在词中到处留下空格，都没有意义。',
      '辨識軟體在詞中到處留下空格，都沒有意義。',
      'Optical recognition left blanks inside words all over the page; none means anything.',
    ],
  },
  change: (text, { page, kind }) =>
    page.blanksAreNoise && !isParted(kind) ? changesOf(text, inside, () => '') : [],
};
