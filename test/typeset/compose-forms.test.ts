import { describe, expect, it } from 'vitest';
import { folioList } from '../../scripts/typeset/assemble/folio-list.js';
import { bookOf, htmlOf, useSmallBook, write } from './small-book.js';

useSmallBook();

describe('who signs a notice', () => {
  const signed = (text: string) => {
    write('issue.yaml', 'sections:\n  - articles: ["01"]\n');
    write('01.md', `# 通知\n\n${text}\n`);
    return [...htmlOf(bookOf()).matchAll(/<p class="signature"[^>]*>(.*?)<\/p>/gs)].map(([, own]) =>
      own!.replace(/<[^>]*>/g, ''),
    );
  };

  it.each([
    [
      '请按时缴费。\n\n特此通知。\n\n柳湾村村民委员会\n\n2025年8月28日',
      ['柳湾村村民委员会', '2025年8月28日'],
    ],
    [
      '请相互转告。\n\n县教育局\n\n县公安局\n\n二〇二五年八月二十八日\n\n附件：名单',
      ['县教育局', '县公安局', '二〇二五年八月二十八日'],
    ],
    [
      '是为序。\n\n二十一世孙　柳建业　敬撰\n\n公元二〇二六年岁次丙午仲春　吉日',
      ['二十一世孙　柳建业　敬撰', '公元二〇二六年岁次丙午仲春　吉日'],
    ],
  ])('stands at the right: %j', (text, names) => {
    expect(signed(text)).toEqual(names);
  });

  it.each([
    ['2025年8月28日\n\n请按时缴费。'],
    ['上山看雪。\n\n3月15日\n\n下山。\n\n3月16日\n\n再上山。'],
    ['会议于下列日期举行：\n\n2025年8月28日'],
  ])('is not taken for other dates: %j', (text) => {
    expect(signed(text)).toEqual([]);
  });
});

describe('a table that the source printed as lines', () => {
  const tableOf = (lines: string[]) => {
    write('issue.yaml', 'sections:\n  - articles: ["01"]\n');
    write('01.md', `# 成绩\n\n各班平均分如下：\n\n<!-- table -->\n${lines.join('\\\n')}\n`);
    return /<table.*<\/table>|<p class="table">.*?<\/p>/s
      .exec(htmlOf(bookOf()))![0]
      .replace(/ data-line="[^"]*"/, '');
  };
  const cells = (html: string) =>
    [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
        cell!.replace(/<[^>]*>/g, '').trim(),
      ),
    );

  it('has columns where words stand above figures', () => {
    expect(cells(tableOf(['班级　语文　数学', '一班　102.5　98.7', '二班　99.8　101.4']))).toEqual([
      ['班级', '语文', '数学'],
      ['一班', '102.5', '98.7'],
      ['二班', '99.8', '101.4'],
    ]);
    // Without a word in the corner.
    expect(cells(tableOf(['语文　数学', '一班　102.5　98.7', '二班　99.8　101.4']))[0]).toEqual([
      '',
      '语文',
      '数学',
    ]);
  });

  it('has the cells between its bars, also the empty ones', () => {
    expect(cells(tableOf(['2023年|2024年|', '1949||9 210', '1952 | 3 876 |']))).toEqual([
      ['2023年', '2024年', ''],
      ['1949', '', '9 210'],
      ['1952', '3 876', ''],
    ]);
    // Lines with other numbers of bars are no table.
    expect(cells(tableOf(['A|B', '甲|乙|丙']))).toEqual([]);
  });

  it('has columns where words stand above names with figures', () => {
    expect(
      cells(tableOf(['项目　第一名　第二名', '跳远　王磊 6.12　陈涛 6.03', '铅球　马丽 10.35　徐静 10.02'])),
    ).toEqual([
      ['项目', '第一名', '第二名'],
      ['跳远', '王磊 6.12', '陈涛 6.03'],
      ['铅球', '马丽 10.35', '徐静 10.02'],
    ]);
    // Days and hours may be in Chinese figures; a list of donors has no heads.
    expect(
      cells(
        tableOf(['日期　时间　活动', '七月五日　上午九时　大悲忏法会', '七月十二日　下午二时　念佛共修']),
      )[1],
    ).toEqual(['七月五日', '上午九时', '大悲忏法会']);
    expect(cells(tableOf(['陈林阿美　贰仟元　王志明　壹仟元', '李素珠　伍佰元　无名氏　伍佰元']))).toEqual(
      [],
    );
  });

  it('has its title and its units above it, on its page', () => {
    write('issue.yaml', 'sections:\n  - articles: ["01"]\n');
    const lines = ['年份　总产量', '1949　2135', '1957　2980'].join('\\\n');
    write(
      '01.md',
      `# 农业\n\n<!-- caption -->\n表3-1　产量\n\n单位：万公斤\n\n<!-- table -->\n${lines}\n\n单位：见上。\n`,
    );
    const html = htmlOf(bookOf());
    expect(html).toMatch(/<p class="caption over-table"[^>]*>表3-1/);
    expect(html).toMatch(/<p class="over-table units"[^>]*>单位：万公斤/);
    expect(html).toMatch(/<p[^>]*(?<!units")>单位：见上/);
  });

  it.each([
    [['一等奖　张三　李四', '二等奖　王五　赵六']],
    [['班级　语文　数学', '一班　102.5', '二班　99.8　101.4']],
    [['2023　2024', '12.6　13.1', '7　8']],
    [['学校概况']],
  ])('stays lines where nobody can tell its columns: %j', (lines) => {
    expect(tableOf(lines)).toBe(`<p class="table">${lines.join('<br>')}</p>`);
  });
});

it('the fonts of a book have the marks between the folios of its index', () => {
  const { characters } = bookOf();
  const folios = folioList(['3', '12', '13', '14'], '000，000，000，000');
  expect([...folios].filter((one) => !characters.includes(one))).toEqual([]);
});

describe('a table', () => {
  const tableOf = (text: string) => {
    write('issue.yaml', 'sections:\n  - articles: ["01"]\n');
    write('01.md', `# 水利\n\n${text}\n`);
    return htmlOf(bookOf());
  };

  it('has its title and the line of units over it', () => {
    const html = tableOf('表3-1　主要河流\n\n单位：公里\n\n| 河 | 长 |\n| --- | --- |\n| 清溪河 | 142 |');
    expect(html).toMatch(/<p class="over-table table-title">表3-1/);
    expect(html).toMatch(/<p class="over-table units">单位/);
    expect(tableOf('表上没有他的名字，他很高兴。\n\n| 河 | 长 |\n| --- | --- |\n| 甲 | 1 |')).not.toMatch(
      /over-table/,
    );
  });

  it('sets columns of figures below each other by their last ones', () => {
    const html = tableOf('| 年 | 亩 | 级 |\n| --- | --- | --- |\n| 1952 | 3,400 | 甲 |\n| 1962 | — | 2 |');
    expect(
      [...html.matchAll(/<t[hd] class="([^"]*)"/g)].map(([, own]) => own!.includes('align-right')),
    ).toEqual([false, true, false, false, true, false, false, true, false]);
  });
});

describe('a caption whose picture is missing', () => {
  const captionsOf = (text: string) => {
    write('issue.yaml', 'sections:\n  - articles: ["01"]\n');
    write('p.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>');
    write('01.md', text);
    return [...htmlOf(bookOf()).matchAll(/<p class="[^"]*\bcaption\b[^"]*"[^>]*>(.*?)<\/p>/gs)].map(
      ([, own]) => own!.replace(/<[^>]*>/g, ''),
    );
  };
  const caption = '<!-- caption -->\n图为会场。';
  const text = '上午，会议在市里举行。';

  it.each([
    ['between paragraphs', `# 开会\n\n${text}\n\n${caption}\n\n${text}`, ['图为会场。（图略）']],
    [
      'two after each other',
      `# 开会\n\n${text}\n\n${caption}\n\n${caption}`,
      ['图为会场。（图略）', '图为会场。（图略）'],
    ],
    [
      'before its credit',
      `# 开会\n\n${text}\n\n${caption}\n\n<!-- credit -->\n李明　摄`,
      ['图为会场。（图略）'],
    ],
  ])('says so: %s', (_, story, captions) => {
    expect(captionsOf(story)).toEqual(captions);
  });

  it.each([
    ['under a picture', `# 开会\n\n${text}\n\n![会场](p.svg)\n\n${caption}`],
    [
      'the second under a picture',
      `# 开会\n\n![会场](p.svg)\n\n<!-- credit -->\n李明　摄\n\n${caption}\n\n${text}`,
    ],
    ['over a table', `# 开会\n\n${text}\n\n${caption}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |`],
    ['under a table', `# 开会\n\n${text}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n${caption}`],
  ])('does not say so where it has one: %s', (_, story) => {
    expect(captionsOf(story)).toEqual(['图为会场。']);
  });
});
