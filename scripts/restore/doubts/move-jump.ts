import type { PageRule } from './page-rule.js';
import { tellMoves } from './tell-moves.js';

/** 并文: parts of a story that jumps stand together. */
export const moveJump: PageRule = {
  id: 'move-jump',
  words: {
    reason: [
      '转版的文章合为一篇。',
      '轉版的文章合為一篇。',
      'The parts of a story that jumps are one story.',
    ],
    asks: [
      '“{text}”接在前文之后了',
      '「{text}」接在前文之後了',
      '“{text}” now follows the first part of its story',
    ],
    remedy: [
      '不该接的，用 role 把转版标记定为 paragraph。',
      '不該接的，用 role 把轉版標記定為 paragraph。',
      'If it should stay apart, make the jump mark a paragraph with role: in overrides.yaml.',
    ],
  },
  doubt: (page) => tellMoves('move-jump', page),
};

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a story that jumps
东渠放水灌溉九村农田
新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮。（下转二版）
全县水利工作会议召开
当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场，共商发展大计。会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。
（上接一版）东渠全长二十三公里，历时两年建成，投入劳力四万人次。
---
headline: 东渠放水灌溉九村农田
paragraph: 新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮。（下转二版）
paragraph: （上接一版）东渠全长二十三公里，历时两年建成，投入劳力四万人次。
***
headline: 全县水利工作会议召开
paragraph: 当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场，共商发展大计。会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。
? （上接一版）东渠全长二十三公里，历时两年建成，投入劳力四万人次。
`;
