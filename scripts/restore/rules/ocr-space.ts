import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { blankSign, type CharacterRule, changesOf, isParted } from './rule.js';

const inside = pattern(
  'gu',
)`(?<=[${han}，。、；：？！”’》）】「」『』“‘《（【…—])[ \u00a0\u2000-\u200a\u202f\t]+(?=[${han}，。、；：？！”’》）】「」『』“‘《（【…—])`;

/** 识别空格: where optical recognition puts spaces inside words, none of its spaces has a meaning. */
export const ocrSpace: CharacterRule = {
  id: 'ocr-space',
  words: {
    reason: [
      '识别软件在词中到处留下空格，都没有意义。',
      '辨識軟體在詞中到處留下空格，都沒有意義。',
      'Optical recognition put spaces inside words all over the page; none has a meaning.',
    ],
  },
  signs: blankSign,
  change: (text, { page, kind }) =>
    page.blanksAreNoise && !isParted(kind) ? changesOf(text, inside, () => '') : [],
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## blanks at random
当清晨 的 第一 缕阳 光洒向大地 ，来自全 县各条 战线 的代表 们 满怀 信心 ， 迈着 坚定的步 伐 走进会场
---
当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场

## a headline (display)
全 县工作 会 议 昨日召 开 代表 满怀 信 心 共商 发 展 大 计 再 上 新 台 阶
---
全县工作会议昨日召开代表满怀信心共商发展大计再上新台阶

## an editor's blanks
工业立市之本　绘就现代之城 新的一年目标已经怎么定怎么干怎么看怎么办
---
工业立市之本　绘就现代之城 新的一年目标已经怎么定怎么干怎么看怎么办
`;
