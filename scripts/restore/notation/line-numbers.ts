import type { Line } from '../measure/lines.js';
import { notationNumbers } from '../numbers/forms.js';
import { type Form, newNotation } from './notation.js';

const { leastNumbered: leastLines } = notationNumbers;

const numbered = /^(\d{1,5})(?:[ \t\u3000]+|[:|][ \t]*)(?=\D)/u;

/** 行号: consecutively numbered lines, each after its number and a space, most of them in mid-sentence. */
export const lineNumbers: Form = {
  id: 'line-numbers',
  words: {
    reason: ['行首的编号不是正文。', '行首的編號不是正文。', 'Numbers before lines are not text.'],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [line-numbers]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [line-numbers]。',
      'If this is wrong, write off: [line-numbers] in overrides.yaml.',
    ],
  },
  read(_source, lines) {
    const notation = newNotation('line numbers');
    for (let from = 0; from < lines.length; ) {
      const to = runEnd(lines, from);
      const run = lines.slice(from, to);
      const open = run.filter(({ text }) => !/[。！？；：.!?;:\d%]$/u.test(text)).length;
      if (run.length >= leastLines && open * 2 >= run.length)
        for (const { start, text } of run)
          notation.corrections.push({
            range: [start, start + numbered.exec(text)![0].length],
            wanted: '',
            rule: 'line-numbers',
          });
      from = Math.max(to, from + 1);
    }
    return notation.corrections.length > 0 ? notation : undefined;
  },
};

function runEnd(lines: readonly Line[], from: number): number {
  let to = from;
  let last: number | undefined;
  for (; to < lines.length; to++) {
    const found = numbered.exec(lines[to]!.text);
    const number = found ? Number(found[1]) : undefined;
    if (number === undefined || (last !== undefined && number !== last + 1)) break;
    last = number;
  }
  return to;
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## lines with numbers before them
31  当清晨的第一缕阳光洒向大地，来自
32  全县各条战线的代表们满怀信心，迈着坚
33  定的步伐走进会场，共商发展大计。
34  会议认真回顾了过去一年的工作，指
35  出全县经济稳中有进，农业增产、工业增
36  效、农民增收，各项主要指标好于预期，
37  民生事业取得新的成绩。
38  新修的东渠昨日放水，沿渠九个村的
39  农田得到灌溉，村民们在渠边燃放鞭炮。
40  东渠全长二十三公里，历时两年建成，
41  投入劳力四万人次。
---
paragraph: 当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场，共商发展大计。
paragraph: 会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。
paragraph: 新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮。
paragraph: 东渠全长二十三公里，历时两年建成，投入劳力四万人次。
? the text

## items keep theirs
1 修渠2条。
2 修渠3条。
3 修渠4条。
4 修渠5条。
5 修渠6条。
6 修渠7条。
7 修渠8条。
8 修渠9条。
9 修渠10条。
---
paragraph: 1修渠2条。2修渠3条。3修渠4条。4修渠5条。5修渠6条。6修渠7条。7修渠8条。8修渠9条。9修渠10条。
`;
