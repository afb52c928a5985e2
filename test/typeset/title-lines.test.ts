import fc from 'fast-check';
import { expect, it } from 'vitest';
import { titleBreaks } from '../../scripts/edition/titles/title-breaks.js';
import { titleLines } from '../../scripts/typeset/lines/title-lines.browser.js';

/** The lines of a headline at a measure, in em. */
function linesOf(title: string, measure: number): string[] {
  const breaks = titleBreaks(title);
  const cuts = [0, ...breaks.map(({ at }) => at), title.length];
  const pieces = cuts.slice(0, -1).map((start, index) => ({
    start,
    end: start + title.slice(start, cuts[index + 1]).trimEnd().length,
    ...(index > 0 && { cost: breaks[index - 1]!.cost }),
  }));
  const found = titleLines(pieces, { measure });
  if (!found) return [];
  const ends = [...found.starts.map((at) => cuts[at]!), title.length];
  return ends.map((end, index) => title.slice(index === 0 ? 0 : ends[index - 1], end).trim());
}

it.each([
  [
    14,
    '市委召开常委会会议传达学习习近平总书记重要讲话精神',
    '市委召开常委会会议传达学习/习近平总书记重要讲话精神',
  ],
  [14, '羽田机场清理事故飞机残骸 大量航班取消', '羽田机场清理事故飞机残骸/大量航班取消'],
  [16, '全县春季农业生产现场推进会在永昌县召开', '全县春季农业生产现场推进会/在永昌县召开'],
  [14, '【答卷】“十四五”时期国家粮食安全得到有效保障', '【答卷】“十四五”时期/国家粮食安全得到有效保障'],
  // It fills its line exactly: in two lines the browser would join them again.
  [17, '三、加强社会主义民主和社会主义法制', '三、加强社会主义民主和社会主义法制'],
  [14, '一、大力推进现代农业和乡村全面振兴', '一、大力推进现代农业/和乡村全面振兴'],
  [
    13,
    '新疆维吾尔自治区伊犁哈萨克自治州昭苏县举办天马节',
    '新疆维吾尔自治区/伊犁哈萨克自治州昭苏县/举办天马节',
  ],
  [9, '广西壮族自治区柳州市三江侗族自治县', '广西壮族自治区/柳州市/三江侗族自治县'],
  [9, '云南怒江傈僳族自治州实现县县通高速', '云南/怒江傈僳族自治州/实现县县通高速'],
  [10, '贵州黔东南苗族侗族自治州梯田开犁', '贵州/黔东南苗族侗族自治州/梯田开犁'],
  // Wider than its line, it parts between peoples.
  [9, '湘西土家族苗族自治州新貌', '湘西土家族/苗族自治州新貌'],
  [13, '延边朝鲜族自治州图们市月晴镇白龙村百年部落', '延边朝鲜族自治州图们市/月晴镇白龙村百年部落'],
  [9, '湖北省利川市毛坝镇夹壁村的脱贫故事', '湖北省利川市毛坝镇/夹壁村的脱贫故事'],
  [9, '全市城镇居民人均可支配收入稳步增长', '全市城镇居民/人均可支配/收入稳步增长'],
  [9, '外交部发言人毛宁就核污染水排海答记者问', '外交部发言人毛宁/就核污染水排海/答记者问'],
  [9, '老支书“一根筋”守林三十载荒山变“金山”', '老支书“一根筋”/守林三十载/荒山变“金山”'],
  [9, '梅西梅开二度助阿根廷队点球大战淘汰荷兰队', '梅西梅开二度/助阿根廷队点球大战/淘汰荷兰队'],
])('at %i em, a line ends where the sense does: %s', (measure, title, lines) => {
  expect(linesOf(title, measure).join('/')).toBe(lines);
});

it('fills no line beyond its measure, and gives up only where a piece is wider than that', () => {
  const piece = fc.record({
    size: fc.integer({ min: 1, max: 12 }),
    cost: fc.double({ min: 0, max: 2, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 4, max: 30 }),
      (list, measure) => {
        let at = 0;
        const pieces = list.map(({ size, cost }, index) => {
          const start = at;
          at += size;
          return { start, end: at, ...(index > 0 && { cost }) };
        });
        const found = titleLines(pieces, { measure });
        if (!found) expect(Math.max(...list.map(({ size }) => size))).toBeGreaterThan(measure);
        const all = [0, ...(found?.starts ?? []), pieces.length];
        for (let line = 1; found && line < all.length; line++)
          expect(pieces[all[line]! - 1]!.end - pieces[all[line - 1]!]!.start).toBeLessThanOrEqual(measure);
      },
    ),
  );
});
