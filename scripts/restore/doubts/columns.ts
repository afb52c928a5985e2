import type { Doubt } from '../../article/restoration.js';
import type { Analysis } from '../analyse.js';
import type { PageRule } from './page-rule.js';

/** 并栏: lines were cut at a gutter. */
export const columnsRule: PageRule = {
  id: 'columns',
  words: {
    reason: [
      '两栏并排，按栏间空白分开，先读左栏。',
      '兩欄並排，按欄間空白分開，先讀左欄。',
      'Two columns stood side by side: they were cut at the gutter, and the left one is read first.',
    ],
    asks: ['“{text}”按栏分开了', '「{text}」按欄分開了', '“{text}” was cut into columns'],
    remedy: [
      '不该分的，在 overrides.yaml 里写 off: [columns]。',
      '不該分的，在 overrides.yaml 裡寫 off: [columns]。',
      'If this is wrong, write off: [columns] in overrides.yaml.',
    ],
  },
  doubt: ({ analysis }) => tellColumns(analysis.columns),
};

/** Reports of lines that were cut at a gutter. */
function tellColumns(columns: Analysis['columns']): Doubt[] {
  return columns.map(({ from, to }) => ({
    start: from.start,
    end: to.end,
    ruleId: columnsRule.id,
    reason:
      'Two columns stand side by side in these lines; they were cut at the gutter, and the left one is read first (off: [columns] leaves the lines as they are)',
    told: true,
  }));
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a gutter at one place
会议认真回顾了过去一年的工　　　　    记者在现场看到，代表们认真
作，指出全县经济稳中有进，农业增　    听、仔细记，不时在报告上圈圈点
产、工业增效、农民增收，各项主要　    点，会场内外洋溢着热烈而庄重的气
指标好于预期，民生事业取得新的成　    氛。会议强调，要把改善民生放在更
绩。　　　　　　　　　　　　　　　    加突出的位置，继续办好十件实事。
---
paragraph: 会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。
paragraph: 记者在现场看到，代表们认真听、仔细记，不时在报告上圈圈点点，会场内外洋溢着热烈而庄重的气氛。会议强调，要把改善民生放在更加突出的位置，继续办好十件实事。
? 会议认真回顾了过去一年的工　　　　    记者在现场看到，代表们认真
`;
