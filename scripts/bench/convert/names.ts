import { convert } from '../../edition/convert/convert.js';
import { convertRaw } from '../../edition/convert/raw.js';
import type { Table } from '../table.js';

/** People, Simplified and Traditional, with surnames that are words as well. */
const people: readonly (readonly [string, string])[] = [
  ['范志刚', '范志剛'],
  ['余新民', '余新民'],
  ['涂小燕', '涂小燕'],
  ['于正声', '于正聲'],
  ['钟志明', '鍾志明'],
  ['郁红梅', '郁紅梅'],
  ['党国英', '党國英'],
  ['游本昌', '游本昌'],
  ['岳云鹏', '岳雲鵬'],
  ['余敏', '余敏'],
  ['范勇', '范勇'],
  ['朴正熙', '朴正熙'],
];

/** Where names stand: what is before and behind, in both scripts. */
const positions: readonly (readonly [string, [string, string], [string, string]])[] = [
  ['byline', ['本报记者 ', ''], ['本報記者 ', '']],
  ['photo credit', ['（通讯员 ', ' 摄）'], ['（通訊員 ', ' 攝）']],
  ['alone', ['', ''], ['', '']],
  ['before a title', ['', '院士'], ['', '院士']],
  ['behind a title', ['市长', '说'], ['市長', '說']],
  ['in a list', ['李伟、', '、王芳等'], ['李偉、', '、王芳等']],
  ['at the start', ['', '获得一等奖'], ['', '獲得一等獎']],
  ['in the middle', ['大家对', '的表现很满意'], ['大家對', '的表現很滿意']],
  ['at the end', ['获奖者是', '。'], ['獲獎者是', '。']],
];

/** Names in nine positions, beside opencc-js. */
export function namesTable(): Table {
  const rows = positions.map(([name, [before, behind], [first, last]]) => {
    const right = (make: (text: string) => string) =>
      people.filter(([source, truth]) => make(before + source + behind) === first + truth + last).length;
    return [
      name,
      String(people.length),
      String(right((text) => convert(text, 'zh-Hant-TW').text)),
      String(right((text) => convertRaw(text, 'zh-Hant-TW'))),
    ];
  });
  return { title: 'Names in nine positions (Taiwan)', head: ['', 'clauses', 'chongpai', 'opencc-js'], rows };
}
