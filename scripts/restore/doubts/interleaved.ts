import type { Doubt } from '../../article/restoration.js';
import type { Line } from '../measure/lines.js';
import { findInterleaved } from '../structure/interleaved.js';
import type { PageRule } from './page-rule.js';

/** 串栏: lines of two columns alternate. */
export const interleaved: PageRule = {
  id: 'interleaved',
  words: {
    brief: ['两栏的行交错', '兩欄的行交錯', 'lines of two columns alternate'],
    reason: [
      '两栏的行一行隔一行交错，逐行读不成文。',
      '兩欄的行一行隔一行交錯，逐行讀不成文。',
      'Lines of two columns alternate; read line by line they make no sense.',
    ],
    asks: [
      '这一段像是两栏的行交错在一起',
      '這一段像是兩欄的行交錯在一起',
      'Here lines of two columns seem to alternate',
    ],
    remedy: [
      '请一栏一栏地复制，或换成 PDF、带坐标的识别结果，再重新校勘。',
      '請一欄一欄地複製，或換成 PDF、帶座標的辨識結果，再重新校勘。',
      'Copy it column by column, or use the PDF or a recognition result with positions.',
    ],
  },
  doubt: ({ analysis }) => doubtInterleaved(analysis.lines),
};

/** Lines of two columns that alternate: no reading of them line by line is right. */
function doubtInterleaved(lines: readonly Line[]): Doubt[] {
  return findInterleaved(lines).map(({ from, to }) => ({
    start: lines[from]!.start,
    end: lines[to - 1]!.end,
    ruleId: interleaved.id,
    reason: `Unexpected order of ${to - from} lines: lines of two columns seem to alternate, so that each goes on in the line after the next; expected one column after the other. Copy the page column by column, or use its PDF or a recognition result with positions, and restore again`,
  }));
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## lines of two columns in turn
会议认真回顾了过去一年的工
新修的东渠昨日放水，沿渠的农
作，指出全县经济稳中有进，农
田得到灌溉，村民们在渠边燃放
业增产、工业增效、农民增收，
鞭炮。东渠的农田灌溉工程历时
各项主要指标好于预期，民生事
两年，投入劳力四万人次，村民
业取得新的成绩，农业和工业都
们日夜奋战，在冬季开挖土方十
有发展。代表们认为，今后的工
万方。工程完工以后，沿渠农田
作要抓住农业，抓好工业，让农
的灌溉有了保障，村民们说，有
民增收，让全县的经济有新的发
了东渠，农田就有了收成，往年
展，让民生事业有新的成绩。代
为了灌溉，村民要到很远的地方
表们还认为，工作的目标已经明
挑水，今年在家门口就能放水灌
确，关键在于落实，要一抓到底。
溉。工程的二期将在冬季开工。
---
? 会议认真回顾了过去一年的工
`;
