import type { Doubt, Story } from '../../article/restoration.js';
import { resetNumbers } from '../numbers/doubts.js';
import type { PageRule } from './page-rule.js';

const { leastLines, leastShare } = resetNumbers;

/** 重排: a story whose lines the inferred measure does not explain. */
export const reset: PageRule = {
  id: 'reset',
  words: {
    brief: ['行末与栏宽不合', '行末與欄寬不合', 'line ends that the column does not explain'],
    reason: [
      '按推定的行长重排，行尾应当相同。',
      '按推定的行長重排，行尾應當相同。',
      'Set again in the inferred measure, lines end where they did.',
    ],
    asks: [
      '重排后行尾多有不同：“{text}”',
      '重排後行尾多有不同：「{text}」',
      'Many lines end elsewhere when they are set again: “{text}”',
    ],
    remedy: [
      '对照“重排”一栏，查接行与分段。',
      '對照「重排」一欄，查接行與分段。',
      'Look at “Set again” and check its joins.',
    ],
  },
  doubt: ({ articles }) => articles.flatMap(doubtReset),
};

/** A story whose lines the inferred measure does not explain. */
function doubtReset({ reset: { lines, same }, blocks }: Story): Doubt[] {
  if (lines < leastLines || same / lines >= leastShare) return [];
  const ranges = blocks.flatMap((block) => block.ranges);
  return [
    {
      start: ranges[0]![0],
      end: ranges.at(-1)![1],
      ruleId: reset.id,
      reason: `Unexpected line ends: set again in the inferred measure, only ${same} of ${lines} lines of this story end where they do; expected nearly all`,
    },
  ];
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a story among others whose lines have any length
当清晨的第一缕
阳光洒向大地，来自全县各条战线
的代表们满怀信心，迈
着坚定的步伐走进会场，共商发展大计。
会议认真回
顾了过去一年的工作，指出全
县经济稳中有进，农
业增产、工业增效、农民增收，各项主
要指标好于预
期，民生事业取得新的成绩
。新修的东渠昨日放水，沿渠九个村
的农田得到灌溉，
---
? 阳光洒向大地，来自全县各条战线
`;
