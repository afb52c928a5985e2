import { expect, test } from 'vitest';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { runningHead } from '../../scripts/typeset/assemble/running-head.js';
import type { TypeArea } from '../../scripts/typeset/book/type-area.js';
import { openingWords, standIn } from '../../scripts/typeset/parts/headline.js';
import { breaksIn } from '../../scripts/typeset/parts/titles/sense.js';

const area = { ems: 28, emPt: 10.5 } as TypeArea;

test('a running head that is too long for its line ends in an ellipsis, others stay', () => {
  expect(runningHead('金昌日报', area)).toBe('金昌日报');
  const long = '绘就新型工业化现代之城锦绣篇章'.repeat(4);
  const short = runningHead(long, area);
  expect(short).toMatch(/^绘就.*[^…]…$/u);
  expect(long.startsWith(short.slice(0, -1))).toBe(true);
  // 294 pt hold 34 letters of 8.5 pt.
  expect([...short].length).toBeGreaterThan(28);
  expect([...short].length).toBeLessThanOrEqual(34);
});

test('a running head loses its date before a word, and ends with a whole word', () => {
  const title = 'The Constitution of the People’s Republic of China (excerpts)';
  expect(runningHead(`${title}, 11 March 2018`, area)).toBe(title);
  expect(runningHead('金昌日报　2025年2月26日', area)).toBe('金昌日报　2025年2月26日');
  const paper = '金昌市融媒体中心每日要闻摘编合订本重排之一编';
  expect(runningHead(`${paper}　2025年2月26日 星期三 第八千零一期`, area)).toBe(paper);
  const long = 'Chapter II Fundamental Rights and Obligations of the Citizens of the Republic';
  for (let ems = 12; ems < 28; ems++) {
    const shown = runningHead(long, { ...area, ems });
    expect(shown).toMatch(/[a-zI]…$/);
    expect(long.split(' ')).toContain(shown.slice(0, -1).split(' ').at(-1));
  }
});

test('the first words that stand for a headline end with a word', () => {
  const article = {
    tree: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] },
  };
  const words = (most: number) => openingWords(article as never, most, breaksIn(editionOf('zh-Hans')));
  expect(words(12)).toBe('2月25日上午，市委常委……');
  for (let most = 8; most < 30; most++) {
    const shown = words(most).replace(/……$/u, '');
    expect(text.startsWith(shown)).toBe(true);
    expect([...shown].length).toBeLessThanOrEqual(most);
    const rest = text.slice(shown.length);
    for (const word of ['常委', '宣传部', '部长', '刘永宁', '大会', '代表团'])
      expect(
        text.indexOf(word) < shown.length && text.indexOf(word) + word.length > shown.length,
        `${shown}|${rest}`,
      ).toBe(false);
  }
});

test('the words that stand for a headline leave out the time, and show where their sentence goes on', () => {
  const words = (value: string) => {
    const tree = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] };
    return standIn({ tree } as never, 22, breaksIn(editionOf('zh-Hans')));
  };
  expect(words(text)).toBe('市委常委、宣传部部长刘永宁参加大会代表团分组……');
  expect(words('2月25日，全市春季造林现场会召开。各乡镇和有关部门负责人参加会议。')).toBe(
    '全市春季造林现场会召开',
  );
  expect(words('近日，记者走进河西堡镇的田间地头，看见一派繁忙景象。')).toMatch(/^记者走进/u);
  expect(words('2月25日，晴。')).toBe('2月25日，晴。');
});

const text = '2月25日上午，市委常委、宣传部部长刘永宁参加大会代表团分组审议并讲话。';
