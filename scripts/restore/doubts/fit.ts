import type { Doubt, Reset, Story } from '../../article/restoration.js';
import { isSpace } from '../../text/characters.js';
import type { Line } from '../measure/lines.js';
import { lookNumbers, resetNumbers } from '../numbers/doubts.js';
import type { PageRule } from './page-rule.js';

const { leastFit: leastShare, leastLines, timesPage } = resetNumbers;

/** 行长不合: no measure explains the line ends of a page. */
export const fit: PageRule = {
  id: 'fit',
  words: {
    brief: ['行长不合', '行長不合', 'lines that no measure explains'],
    reason: [
      '断行应与推得的行长相合。',
      '斷行應與推得的行長相合。',
      'Lines end where the inferred measure is full.',
    ],
    asks: [
      '这份来稿的断行多与推得的行长不合',
      '這份來稿的斷行多與推得的行長不合',
      'Most lines of this source do not end where the inferred measure is full',
    ],
    remedy: ['请细看分段。', '請細看分段。', 'Read its paragraphs with care.'],
  },
  doubt: ({ articles, analysis }) => doubtFit(articles, analysis.lines),
};

/** True if lines are the same when set again. */
export function fits({ lines, same }: Reset): boolean {
  return lines < leastLines || same / lines >= leastShare;
}

/** A doubt about a page whose line ends no measure explains, with its apparent kind. */
function doubtFit(stories: readonly Story[], lines: readonly Line[]): Doubt[] {
  const sum: Reset = { lines: 0, same: 0 };
  for (const { reset } of stories) {
    sum.lines += reset.lines;
    sum.same += reset.same;
  }
  if (sum.lines < timesPage * leastLines || fits(sum)) return [];
  const percent = Math.round((sum.same / sum.lines) * 100);
  return [
    {
      start: lines[0]!.start,
      end: lines.at(-1)!.end,
      ruleId: fit.id,
      reason: `Unexpected line ends: set again in the inferred measures, only ${percent} % of the lines end where they do, expected ${leastShare * 100} % at least. The page looks like ${looksOf(lines)}; read its paragraphs with care`,
    },
  ];
}

/** Other causes of line breaks than a measure. */
function looksOf(lines: readonly Line[]): string {
  const share = (test: (line: Line) => boolean) => lines.filter(test).length / lines.length;
  if (share(({ text }) => text.length <= 2) > lookNumbers.vertical)
    return 'text that was read from top to bottom, one or two characters per line';
  if (share(({ text }) => / {3}|\u3000{2}|\t/u.test(text)) > lookNumbers.gaps)
    return 'columns or a table, separated by spaces';
  if (share(({ text }) => blanksOf(text) > lookNumbers.spread) > lookNumbers.spread)
    return 'text with spaces between its characters, as recognition leaves them';
  if (share(({ text }) => /^[ -~“”‘’—]+$/u.test(text)) > lookNumbers.words)
    return 'text in a language with spaces between words';
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  const [low, high] = [
    lengths[Math.floor(lengths.length / 4)]!,
    lengths[Math.floor((lengths.length * 3) / 4)]!,
  ];
  return high > lookNumbers.ragged * low
    ? 'ragged lines, or several columns whose lines alternate'
    : 'lines broken by hand';
}

function blanksOf(text: string): number {
  let blanks = 0;
  for (const char of text) if (isSpace(char)) blanks++;
  return blanks / text.length;
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## lines of any length
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
村民们在渠边燃放鞭炮。东渠全
长二十三公里，历时两年
建成，投入劳力四万人次。会议认真回顾了
过去一年的工作
，指出全县经济稳中有进，农
业增产、工业增效、农
民增收，各项主要指标好于预期，民
生事业取得新的成绩
，农业和工业都有发展。代
表们认为，今后的工作要抓住农业，抓好
工业，让农民
增收，让全县的经济有新的发展，
让民生事业有新的成绩。
代表们还认为，工
作的目标已经明确，关键在于落实，要
一抓到底。新修的东渠
昨日放水，沿渠的农田得到灌
溉，村民们在渠边燃
放鞭炮。东渠的农田灌溉工程历时
两年，投入劳力
---
? 当清晨的第一缕
`;
