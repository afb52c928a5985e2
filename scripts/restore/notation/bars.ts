import type { Line } from '../measure/lines.js';
import { barMarks, drawnMarks, isBarRow, isDrawnRow, isFrame } from './marks/cells.js';
import { writeMarks } from './marks/write-marks.js';
import { type Form, newNotation } from './notation.js';

/**
 * 竖线表: rows between bars, two or more of as many cells under each other, in a text that is no Markdown: as a recogniser
 * gives a page's tables, and as people write or draw them. All else is measured.
 */
export const bars: Form = {
  id: 'bars',
  words: {
    reason: [
      '竖线隔开表格的各格，不是正文。',
      '豎線隔開表格的各格，不是正文。',
      'Bars separate the cells of a table and are not text.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [bars]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [bars]。',
      'If this is wrong, write off: [bars] in overrides.yaml.',
    ],
  },
  read(_source, lines) {
    const notation = newNotation('a text with tables between bars');
    for (let from = 0; from < lines.length; ) {
      const { rows, frames, to } = rowsFrom(lines, from);
      from = Math.max(from + 1, to);
      const [first] = rows;
      if (!first || rows.length < 2) continue;
      for (const { start, end } of frames) notation.empty.push([start, end]);
      notation.breaks.add(first.start);
      notation.roles.push({ range: [first.start, first.end], role: 'table' });
      for (const row of rows) {
        if (row !== first) notation.joins.add(row.start);
        writeMarks(notation, row, marksOfRow(row.text), bars.id);
      }
      const next = lines[from];
      if (next) notation.breaks.add(next.start);
    }
    return notation.roles.length > 0 ? notation : undefined;
  },
};

/** Rows of as many cells from a line on, and the frame that is drawn around them. */
function rowsFrom(lines: readonly Line[], from: number): { rows: Line[]; frames: Line[]; to: number } {
  let to = from;
  while (to < lines.length && isFrame(lines[to]!.text)) to++;
  const count = to < lines.length ? cellsIn(lines[to]!) : 0;
  while (count > 1 && to < lines.length && (cellsIn(lines[to]!) === count || isFrame(lines[to]!.text))) to++;
  const all = lines.slice(from, to);
  return {
    rows: all.filter(({ text }) => !isFrame(text)),
    frames: all.filter(({ text }) => isFrame(text)),
    to,
  };
}

/** Number of cells in a row between bars; 0 for any other line. */
const cellsIn = ({ text }: Line): number =>
  isBarRow(text) || isDrawnRow(text)
    ? marksOfRow(text).filter(({ length, wanted }) => length > 0 && wanted !== '｜').length - 1
    : 0;

const marksOfRow = (row: string) => (isDrawnRow(row) ? drawnMarks(row) : barMarks(row));

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a table with empty cells among the lines of a column
新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮，
各村受益面积如下。
| 村名 | 水田 | 旱地 |
| 东河村 |  | 320 |
| 西岭村 | 41 |  |
东渠全长二十三公里。
---
paragraph: 新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮，各村受益面积如下。
table: 村名|水田|旱地
东河村||320
西岭村|41|
paragraph: 东渠全长二十三公里。
? the text

## a table that is drawn
今日菜价
+------+------+
| 品名 | 价格 |
+------+------+
| 白菜 | 1.20 |
+------+------+
西部市场
┌────┬────┐
│品名│价格│
├────┼────┤
│土豆│2.00│
└────┴────┘
以上价格仅供参考，以当日成交为准。
---
headline: 今日菜价
table: 品名|价格
白菜|1.20
crosshead: 西部市场
table: 品名|价格
土豆|2.00
paragraph: 以上价格仅供参考，以当日成交为准。
furniture:
furniture:
furniture:
furniture:
furniture:
furniture:
? the text

## a line alone between bars
| 要闻 | 综合 |
新修的东渠昨日放水，沿渠九个村的农田得到灌溉。
---
headline: |要闻|综合|
paragraph: 新修的东渠昨日放水，沿渠九个村的农田得到灌溉。
`;
