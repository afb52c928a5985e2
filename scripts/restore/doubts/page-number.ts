import type { PageRule } from './page-rule.js';
import { tellFurniture } from './tell-furniture.js';

/** 页码: numbers that count through the file. */
export const pageNumber: PageRule = {
  id: 'page-number',
  words: {
    reason: [
      '页码属于版面，不是正文。',
      '頁碼屬於版面，不是正文。',
      'A page number belongs to the page and is not text.',
    ],
    asks: [
      '“{text}”等页码没有当作正文',
      '「{text}」等頁碼沒有當作正文',
      '“{text}” and other page numbers are not read as text',
    ],
    remedy: [
      '若是正文，在 overrides.yaml 里写 off: [page-number]。',
      '若是正文，在 overrides.yaml 裡寫 off: [page-number]。',
      'If it is text, write off: [page-number] in overrides.yaml.',
    ],
  },
  doubt: (page) => tellFurniture('page-number', page),
};

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## numbers that count through the file
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。

— 3 —

会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。

新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。

— 4 —

当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
---
? — 3 —
`;
