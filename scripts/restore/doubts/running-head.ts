import type { PageRule } from './page-rule.js';
import { tellFurniture } from './tell-furniture.js';

/** 书眉: words that recur at the edges of pages, or in the middle of sentences. */
export const runningHead: PageRule = {
  id: 'running-head',
  words: {
    reason: [
      '书眉属于版面，不是正文。',
      '書眉屬於版面，不是正文。',
      'A running head belongs to the page and is not text.',
    ],
    asks: [
      '“{text}”是书眉，没有当作正文',
      '「{text}」是書眉，沒有當作正文',
      '“{text}” is a running head and is not read as text',
    ],
    remedy: [
      '若是正文，在 overrides.yaml 里写 off: [running-head]。',
      '若是正文，在 overrides.yaml 裡寫 off: [running-head]。',
      'If it is text, write off: [running-head] in overrides.yaml.',
    ],
  },
  doubt: (page) => tellFurniture('running-head', page),
};

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## words beside the page numbers
3 某县水利志
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
4 某县水利志
定的步伐走进会场，共商发展大计。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
5 某县水利志
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
---
? 3 某县水利志
`;
