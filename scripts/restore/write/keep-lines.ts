import type { Rule } from '../rules/rule.js';
import type { Label } from './groups.js';

/** 保留原行: the lines of verse and tables, and the blanks between cells and names. */
export const keepLines: Rule = {
  id: 'keep-lines',
  words: {
    reason: [
      '诗和表格的行是原文的一部分。',
      '詩和表格的行是原文的一部分。',
      'The lines of verse and tables are part of the text.',
    ],
  },
};

/** True for a group whose lines stay lines. */
export const keepsLines = (label: Label) => label === 'verse' || label === 'table';

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## lines of verse
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
有代表吟诗一首：
春风又绿东河岸，
渠水初通九村田。
莫道前路多艰险，
且看来年谷满川。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
---
paragraph: 当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场，共商发展大计。
paragraph: 有代表吟诗一首：
verse: 春风又绿东河岸，
渠水初通九村田。
莫道前路多艰险，
且看来年谷满川。
paragraph: 会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。

## two of them that a person joins
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
有代表吟诗一首：
春风又绿东河岸，
渠水初通九村田。
莫道前路多艰险，
且看来年谷满川。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
===
join: [东河岸，|渠水初通]
---
paragraph: 当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场，共商发展大计。
paragraph: 有代表吟诗一首：
verse: 春风又绿东河岸，渠水初通九村田。
莫道前路多艰险，
且看来年谷满川。
paragraph: 会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。
`;
