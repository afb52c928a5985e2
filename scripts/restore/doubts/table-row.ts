import type { Doubt } from '../../article/restoration.js';
import type { PlacedPiece } from '../analyse.js';
import type { PageRule } from './page-rule.js';

/** 缺格: rows with fewer or more cells than their table’s head. */
export const tableRow: PageRule = {
  id: 'table-row',
  words: {
    reason: [
      '表格的各行应有一样多的格。',
      '表格的各列應有一樣多的格。',
      'All rows of a table have the same number of cells.',
    ],
    asks: [
      '“{text}”：这一行的格数与表格的其他行不同',
      '「{text}」：這一列的格數與表格的其他列不同',
      '“{text}” has a different number of cells from the other rows of its table',
    ],
    remedy: ['照原版改稿件。', '照原版改稿件。', 'Correct the manuscript by the printed page.'],
  },
  doubt: ({ analysis }) => doubtTables(analysis.setPieces),
};

/** Doubts about rows with fewer or more cells than their table's head. */
function doubtTables(pieces: readonly PlacedPiece[]): Doubt[] {
  return pieces.flatMap(({ from, lines, uneven = [] }) =>
    uneven.map(({ line, cells, expected }) => ({
      start: lines[line - from]!.start,
      end: lines[line - from]!.end,
      ruleId: tableRow.id,
      reason: `Unexpected ${cells} cells in this row of a table, expected ${expected} as in its head; a value may be in the wrong column`,
    })),
  );
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a row that lacks a value
各乡镇产量如下表。

乡镇　产量　比上年
东河镇　3210　5.1%
西岭乡　2876
北坡乡　1904　2.2%
---
paragraph: 各乡镇产量如下表。
table: 乡镇　产量　比上年
东河镇　3210　5.1%
西岭乡　2876
北坡乡　1904　2.2%
? 西岭乡　2876
`;
