import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import { remember } from '../../../text/remember.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';

const { longestCell, mostCells, leastCellRows: leastRows, mostColumns } = pieceNumbers;

/** A cell is short and not a sentence; recognition writes each on a line. */
const cell = pattern('u')`^[^，。；：！？、“”]{1,${String(longestCell)}}$`;
const value = pattern('u')`^(?:[-+−]?[\d０-９][\d０-９.,/ ]*(?:[%％‰°℃]|[${han}]{0,2})|[—–-]{1,2})$`;
type CellKind = 'none' | 'words' | 'value';

/** Each line is examined from many others; each of its characters is of two units at most. */
const kindOf = ({ text }: Line): CellKind => (text.length > longestCell * 2 ? 'none' : kindOfCell(text));
const kindOfCell = remember(
  (text): CellKind => (!cell.test(text) ? 'none' : value.test(text) ? 'value' : 'words'),
);

/** 表, one cell per line: a head of words, and rows in which each column has only values or only words. */
export function cellLinesAt(lines: readonly Line[], from: number): Found {
  if (kindOf(lines[from]!) !== 'words') return { to: from, isFound: false };
  const isValue: boolean[] = [];
  for (let at = from; at < lines.length && isValue.length < mostCells; at++) {
    const kind = kindOf(lines[at]!);
    if (kind === 'none') break;
    isValue.push(kind === 'value');
    if (isValue.length === mostColumns * 2 && !isValue.includes(true)) break;
  }
  for (let columns = 2; columns <= mostColumns && columns * leastRows <= isValue.length; columns++) {
    const rows = rowsOf(isValue, columns);
    // The rest after the last whole row is not part of the table.
    if (rows >= leastRows) return { to: from + rows * columns, isFound: true, columns };
  }
  const named = namedColumns(lines, from);
  if (named > 0) return wordRows(lines, { from, columns: named });
  // A later line may still be a table's head.
  return { to: from, isFound: false };
}

/** 姓名, 单位, 职务: names of columns, a line each, of which the first says what a row is about. */
const firstColumn =
  /^(?:序号|编号|姓 *名|名称|单位|项目|品名|产品|日期|时间|班级|年份|村名|站名|科目|课程|地区|学校|序號|編號|名稱|單位|項目|產品|時間|班級|科別|課程|地區|學校)$/u;
const otherColumn =
  /^(?:性别|年龄|年級|年级|职务|职称|单位|学校|班级|电话|联系电话|地址|奖项|等级|名次|备注|数量|规格|价格|单价|金额|产地|时间|地点|内容|活动|作者|题目|作品|指导教师|负责人|民族|籍贯|性別|年齡|職務|職稱|單位|學校|班級|電話|聯絡電話|獎項|等級|備註|數量|規格|價格|單價|金額|產地|時間|地點|內容|活動|題目|指導老師|負責人|姓 *名|名称|名稱)$/u;

/** Number of columns that are named from a line on; 0 where fewer than two are. */
function namedColumns(lines: readonly Line[], from: number): number {
  if (!firstColumn.test(lines[from]!.text)) return 0;
  let to = from + 1;
  while (to < lines.length && to - from < mostColumns && otherColumn.test(lines[to]!.text)) to++;
  return to - from > 1 ? to - from : 0;
}

/** Rows of words under such names: as many whole ones as there are short lines. */
function wordRows(lines: readonly Line[], { from, columns }: { from: number; columns: number }): Found {
  let to = from;
  while (to < lines.length && to - from < mostCells && kindOf(lines[to]!) !== 'none') to++;
  const rows = Math.floor((to - from) / columns);
  return { to: from + rows * columns, isFound: rows >= leastRows, columns };
}

/** Number of rows, including the head, that fit this many columns. */
function rowsOf(isValue: readonly boolean[], columns: number): number {
  if (isValue.slice(0, columns).some(Boolean)) return 0;
  const kinds = isValue.slice(columns, 2 * columns);
  if (!kinds.includes(true) || !kinds.includes(false)) return 0;
  let rows = 1;
  while ((rows + 1) * columns <= isValue.length) {
    const start = rows * columns;
    if (kinds.some((kind, column) => isValue[start + column] !== kind)) break;
    rows++;
  }
  return rows;
}
