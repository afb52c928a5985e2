import { expect, it } from 'vitest';
import { restoreMarkdown } from '../../scripts/commands/restore/restore-text.js';
import { composeSource } from '../../scripts/intake/compose-source.js';
import { joinPieces } from '../../scripts/intake/order/join-pieces.js';
import type { Glyph } from '../../scripts/intake/pdf/glyphs.js';
import { linesOf } from '../../scripts/intake/pdf/lines.js';
import type { PrintedLine } from '../../scripts/intake/printed-page.js';
import { decodeSource } from '../../scripts/intake/read-source.js';
import { isByline } from '../../scripts/text/press/names.js';
import { makePdf, type Words } from './make-pdf.js';

const prose =
  '县水利局昨日派出五个工作组分赴各灌区检查渠道和水库督促有关单位在月底以前完成清淤任务会议要求各乡镇抓住有利时机做好备耕的各项准备工作确保种子化肥农药农机全部到位不误农时农业局还将举办培训班请有经验的农民讲课';

/** A paragraph of lines of twelve em: its first stands in, and its last ends with a stop. */
function column(x: number, y: number, rows = 8): Words[] {
  return Array.from({ length: rows }, (_, row) => {
    const [indent, at] = [row === 0 ? 2 : 0, (row * 7 + x) % 60];
    const text = prose.slice(at, at + 12 - indent);
    return {
      x: x + 10 * indent,
      y: y - 15 * row,
      size: 10,
      text: row === rows - 1 ? `${text.slice(0, 8)}。` : text,
    };
  });
}
const head = (text: string, x: number, y: number, size = 22): Words => ({ text, x, y, size });
const markdownOf = async (words: readonly Words[]) =>
  restoreMarkdown(await decodeSource(makePdf([words]), 'page.pdf')).markdown;

it('keeps a kicker apart from a headline of the same length in larger type', async () => {
  const page = [
    ...column(40, 760),
    head('减轻农民负担', 62, 600, 11.5),
    head('选好带头干部', 40, 570, 20),
    ...column(40, 540),
  ];
  expect(await markdownOf(page)).toMatch(/kicker -->\s+减轻农民负担\s+# 选好带头干部/u);
});

it('keeps two rows of one size one headline, also with a blank in one of them', async () => {
  const page = [
    head('县里召开春耕动员会　各乡抓紧备耕', 40, 760, 16),
    head('种子化肥农药已经全部运到', 72, 740, 16),
    ...column(40, 710),
    ...column(180, 710),
  ];
  expect(await markdownOf(page)).toMatch(/^# 县里召开春耕动员会　各乡抓紧备耕　?种子化肥农药已经全部运到$/mu);
});

it('takes names in the middle below a headline for its byline', async () => {
  const page = [head('渠水到田头', 50, 760), head('何平、马雪', 80, 735, 10), ...column(40, 710)];
  expect(await markdownOf(page)).toContain('byline: 何平、马雪');
});

it('takes large type above columns for a headline, whatever its words look like', async () => {
  const page = [
    ...column(40, 760),
    head('3. 清淤任务月底完成', 40, 600),
    ...column(40, 570),
    ...column(180, 570),
  ];
  expect(await markdownOf(page)).toMatch(/^# 3\.\s?清淤任务月底完成$/mu);
});

it('keeps crossheads of two columns apart, and a short last line from a crosshead beside it', async () => {
  const page = [
    ...column(40, 760, 6),
    head('各乡怎么分水', 70, 670, 10),
    ...column(40, 655, 6),
    ...column(175, 760, 6),
    head('医院何时开诊', 208, 670, 10),
    ...column(175, 655, 6),
  ];
  const { text } = await decodeSource(makePdf([page]), 'page.pdf');
  expect(text.split('\n')).toEqual(expect.arrayContaining(['各乡怎么分水', '医院何时开诊']));
  const line = (words: string, left: number, top: number, weight: number) => ({
    text: words,
    direction: 'horizontal' as const,
    size: 10,
    weight,
    box: { left, top, right: left + 10 * words.length, bottom: top + 10 },
  });
  const lines = [
    line('八、贯彻方略，建设廉', 40, 100, 700),
    line('洁、勤政、高效政府', 45, 115, 700),
    line('刑事犯罪活动使治安状', 155, 100, 400),
    line('进一步好转。', 155, 115, 400),
    line('依法治国是党领导人民', 40, 130, 400),
    line('严密防范和打击破坏活', 155, 130, 400),
  ];
  expect(joinPieces({ width: 300, height: 300, lines, rules: [] }).lines).toHaveLength(6);
});

it('reads a column that runs on beside a headline after it, and not through it', async () => {
  const page = [
    ...column(40, 760, 6),
    ...column(180, 760, 6),
    ...column(320, 760, 6),
    head('县医院昨日迁入新址开诊', 44, 626, 21),
    ...column(40, 600, 4),
    ...column(180, 600, 4),
    ...column(320, 640, 9).map((words, row) =>
      row === 0 ? { ...words, text: '本报讯（记者李强）县' } : words,
    ),
  ];
  const markdown = await markdownOf(page);
  expect(markdown.indexOf('# 县医院')).toBeLessThan(markdown.indexOf('本报讯（记者李强）'));
});

it('keeps marks in one line whose blank halves lie upon each other', () => {
  const glyph = (text: string, left: number, object: number): Glyph => ({
    text,
    box: { left, top: 10, right: left + 10, bottom: 20 },
    size: 10,
    weight: 400,
    isTurned: false,
    isBlank: false,
    object,
  });
  const glyphs = [...'修改为：'].map((text, at) => glyph(text, 10 * at, at));
  const rest = [...'“国家'].map((text, at) => glyph(text, 31 + 10 * at, 9 + at));
  expect(linesOf([...glyphs, ...rest]).map(({ text }) => text)).toEqual(['修改为：“国家']);
});

it('takes no column of the paper for a name', () => {
  expect(['■记者手记', '记者调查', '本报记者观察'].map(isByline)).toEqual([false, false, false]);
  expect(['■记者李文', '本报记者　王手'].map(isByline)).toEqual([true, true]);
});

it('begins a story with a kicker hardly larger than the text that ends without a mark before it', async () => {
  const page = [
    ...column(40, 760, 7),
    { x: 60, y: 655, size: 10, text: '“（四）恶意透支的' },
    head('王县长在灌区调研时要求', 184, 760, 11),
    head('节水从田头抓起', 193, 740, 15),
    ...column(180, 715, 14),
  ];
  expect(await markdownOf(page)).toMatch(/kicker -->\s+王县长在灌区调研时要求\s+# 节水从田头抓起/u);
});

it('takes a last character in the middle for the end of its headline, and of its crosshead', async () => {
  const headed = [
    ...column(40, 760),
    head('水费今年减收三成八', 34, 610, 14),
    head('五', 93, 592, 14),
    ...column(40, 570),
  ];
  expect(await markdownOf(headed)).toMatch(/^# 水费今年减收三成八五$/mu);
  const row = (text: string, [left, top]: [number, number], weight = 400): PrintedLine => ({
    text,
    direction: 'horizontal',
    size: 10,
    weight,
    box: { left, top, right: left + 10 * text.length, bottom: top + 10 },
  });
  const text = column(40, 0, 6).map(({ x, text: words }, at) => row(words, [x, 20 + 15 * at]));
  const below = column(40, 0, 6).map(({ x, text: words }, at) => row(words, [x, 140 + 15 * at]));
  const crosshead = [row('关注“三个不放过”名', [50, 110], 700), row('额”：每一户', [70, 125], 700)];
  const page = { width: 300, height: 300, lines: [...text, ...crosshead, ...below], rules: [] };
  expect(restoreMarkdown(composeSource([page], 'page.pdf')).markdown).toMatch(
    /^(?:## )?关注“三个不放过”名额”：每一户$/mu,
  );
});
