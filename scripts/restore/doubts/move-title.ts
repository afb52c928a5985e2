import type { PageRule } from './page-rule.js';
import { tellMoves } from './tell-moves.js';

/** 移题: titles that stood behind their story. */
export const moveTitle: PageRule = {
  id: 'move-title',
  words: {
    reason: ['标题排在文章前面。', '標題排在文章前面。', 'A title stands before its story.'],
    asks: [
      '“{text}”原在文章之后，移到了前面',
      '「{text}」原在文章之後，移到了前面',
      '“{text}” stood behind its story and now stands before it',
    ],
    remedy: [
      '不该移的，用 title 写明归属。',
      '不該移的，用 title 寫明歸屬。',
      'If it should stay, say so with title: in overrides.yaml.',
    ],
  },
  doubt: (page) => tellMoves('move-title', page),
};

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a title behind its story
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
全县各条战线代表共商发展大计

新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
东渠放水灌溉九村农田
---
? 全县各条战线代表共商发展大计
`;
