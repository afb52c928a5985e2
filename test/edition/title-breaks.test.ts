import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costInUnit } from '../../scripts/article/edition.js';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { titleBreaks } from '../../scripts/edition/titles/title-breaks.js';
import { breakTitles } from '../../scripts/typeset/parts/titles/sense.js';
import { layOut } from '../typeset/lay-out.js';

/** Headlines of the usual kinds, in our own words; text in brackets may not be broken. */
const marked = `
[传达]学习[习近平总书记][重要][讲话][精神]
奋力[开创][转型]跨越[高质量][发展][崭新][局面]
[绘就]新型[工业化][现代]之城锦绣[篇章]
[市政协][九届][四次]会议召开[提案][委员会]会议
[张晓明]到县人民[医院][调研]时强调要[不断][提升][医疗]服务[水平]
全市[春季][农业]生产现场[推进会]在[永昌县]召开
我县[2024年]粮食[总产量]达[12.6万吨]
[第三届][丝绸之路][国际][电影节]开幕
[王毅]同[俄罗斯][外长][拉夫罗夫]举行会谈
中国[女排][3比1][战胜]巴西队
[李强]主持召开[国务院][常务]会议
让群众的[获得感][幸福感][安全感]更加充实更有[保障]
[關於][加強]兩岸文化交流的[若干][意見]
行政院長[卓榮泰]：颱風[來襲]各縣市要做好[防災][準備]
香港特區行政長官[李家超]發表[施政][報告]
记者[王琳玺]报道：[金川区]连续两年[入围]中国[西部][百强区]
[小麦]单产首次突破[800公斤]大关
[钟南山院士]走进[中学][校园]讲授[健康]第一课
“[十四五]”规划[收官之年]看[变化]
[5月1日]起施行《[中华]人民共和国[民营][经济][促进法]》
`
  .trim()
  .split('\n');

const plain = (title: string) => title.replace(/[[\]]/gu, '');

/** The offsets inside of brackets. */
function insideOf(title: string): number[] {
  const inside: number[] = [];
  let at = 0;
  let start = -1;
  for (const char of title) {
    if (char === '[') start = at;
    else if (char === ']') start = -1;
    else {
      if (start >= 0 && at > start) inside.push(at);
      at++;
    }
  }
  return inside;
}

describe('the breaks of a title', () => {
  // Units longer than a line of eight would else be broken anywhere, inside a word too.
  it.each([
    ['让群众感受到公平正义就在身边', ['感受到', '公平正义', '就在身边']],
    ['老区人民感受到惠民政策就在眼前', ['感受到', '惠民', '政策', '就在眼前']],
  ])('%s: a long unit has places of its own, at a cost', (title, units) => {
    const places = titleBreaks(title).map(({ at }) => at);
    for (const unit of units) {
      const start = title.indexOf(unit);
      expect(places, unit).toContain(start);
      for (let at = start + 1; at < start + unit.length; at++) expect(places, unit).not.toContain(at);
    }
    const weak = titleBreaks(title).find(({ at }) => at === title.indexOf('就在'));
    expect(weak!.cost).toBeGreaterThanOrEqual(costInUnit);
  });

  it.each(marked)('%s', (title) => {
    const places = titleBreaks(plain(title)).flatMap(({ at, cost }) => (cost < costInUnit ? [at] : []));
    const breaks = new Set(places);
    expect(insideOf(title).filter((at) => breaks.has(at))).toEqual([]);
    // A title that can hardly be broken is no better than one that breaks anywhere.
    expect(places.length).toBeGreaterThanOrEqual(plain(title).length / 8);
  });

  it('keeps the names of a publication whole', () => {
    const breaks = titleBreaks('走进祁连山下大湖湾新村看变化', ['大湖湾新村']);
    expect(breaks.filter(({ at }) => at > 6 && at < 11)).toEqual([]);
  });

  it('never falls beside a mark that may not begin or end a line, nor out of the title', () => {
    const pieces = fc.constantFrom(
      '“',
      '”',
      '《',
      '》',
      '，',
      '：',
      '、',
      '2025',
      '年',
      '金昌',
      '的',
      '了',
      '会',
      'GDP',
      '𬭎',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (list) => {
        const title = list.join('');
        for (const { at, cost } of titleBreaks(title)) {
          expect(cost).toBeGreaterThanOrEqual(0);
          expect(at).toBeGreaterThan(0);
          expect(at).toBeLessThan(title.length);
          expect('”》，：、').not.toContain(title[at]!);
          expect('“《').not.toContain(title[at - 1]!);
          expect(title.slice(at - 1, at + 1)).not.toMatch(/[\ud800-\udbff][\udc00-\udfff]/);
        }
      }),
    );
  });
});

describe('a title in HTML', () => {
  const set = (html: string) => {
    const { children } = fromHtml(html, { fragment: true });
    breakTitles(children as Element[], 'zh-Hans', new Map([['zh-Hans', (title) => titleBreaks(title)]]));
    return toHtml(children).replace(/ data-cost="\d+"/gu, '');
  };

  it('breaks between words, over readings and emphasis, and leaves notes and the other language alone', () => {
    expect(set('<h1 class="headline">传达学习精神</h1>')).toBe(
      '<h1 class="headline at-sense">传达<wbr>学习<wbr>精神</h1>',
    );
    expect(set('<h1 class="headline"><em>传达</em>学习<sup>1</sup>精神</h1>')).toBe(
      '<h1 class="headline at-sense"><em>传达</em><wbr>学习<sup>1</sup><wbr>精神</h1>',
    );
    expect(
      set('<h1 class="headline"><ruby>传<rt>chuán</rt></ruby>达<ruby>学<rt>xué</rt></ruby>习</h1>'),
    ).toBe(
      '<h1 class="headline at-sense"><ruby>传<rt>chuán</rt></ruby>达<wbr><ruby>学<rt>xué</rt></ruby>习</h1>',
    );
    expect(set('<h1 class="headline" lang="en">Out of doors</h1>')).toBe(
      '<h1 class="headline" lang="en">Out of doors</h1>',
    );
    expect(set('<p>传达学习精神</p>')).toBe('<p>传达学习精神</p>');
  });
});

describe('on paper', () => {
  let pool: BrowserPool;
  beforeAll(() => {
    pool = newBrowserPool();
  });
  afterAll(() => pool.close());

  it('no line ends inside a word, at any of eight measures', async () => {
    const measures = [6, 7, 8, 9, 11, 13, 16, 20];
    const { children } = fromHtml(
      measures
        .map(
          (ems) =>
            `<div style="inline-size: ${ems}em">${marked.map((title) => `<h2 class="headline" style="font-size: 1em">${plain(title)}</h2>`).join('')}</div>`,
        )
        .join(''),
      { fragment: true },
    );
    breakTitles(children as Element[], 'zh-Hans', new Map([['zh-Hans', (title) => titleBreaks(title)]]));
    const text = measures.map(() => marked.map(plain).join('')).join('');
    const piece = { html: toHtml(children), passages: [{ id: 'g0', name: 'titles', text }] };
    const { lines } = await layOut([piece], { ems: 32, lines: 40 }, pool);
    const found = lines.flatMap(({ flow }) => flow.flat()).map((line) => line.text);
    expect(found.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    expect(found.length).toBeGreaterThan(2 * marked.length);
    const ends = new Set<number>();
    let at = 0;
    for (const line of found) {
      at += line.replace(/\s/gu, '').length;
      ends.add(at);
    }
    let start = 0;
    const broken: string[] = [];
    for (const _ of measures)
      for (const title of marked) {
        for (const inside of insideOf(title)) if (ends.has(start + inside)) broken.push(`${title} ${inside}`);
        start += plain(title).length;
      }
    expect(broken).toEqual([]);
  }, 60_000);
});
