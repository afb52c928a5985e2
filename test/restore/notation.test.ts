import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreMarkdown } from '../../scripts/commands/restore/restore-text.js';
import { restore } from '../../scripts/restore/index.js';
import { countyLines } from './county-prose.js';

const sample = readFileSync(
  join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26/source.txt'),
  'utf8',
);
const again = (text: string) => restoreMarkdown({ path: 'page.txt', text }).markdown;
const prose = [
  ...countyLines,
  '民生事业取得新的成绩，',
  '与会人员一致认为，目标已经明确，',
  '关键在于落实，要抓到底。',
];

describe('Markdown given as text', () => {
  it.each([
    '# 题\n\n正文一段。\n',
    '# 题\n\n正文一段。\n\n## 小标题\n\n又一段，“引文”。\n',
    '---\nkicker: 县长强调\nbyline: 王明\n---\n\n# 题\n\n正文一段。\n',
    '# 题\n\n<!-- list -->\n●今年全县新修灌渠三条\n\n<!-- list -->\n●新建桥梁两座\n',
    '# 题\n\n各乡镇产量如下。\n\n<!-- table -->\n乡镇　产量\\\n东河镇　3210\\\n西岭乡　2876\n',
    '正文一段，没有题。\n\n---\n\n# 第二篇的题\n\n又一段。\n\n<!-- furniture\n03\n-->\n',
  ])('stays as it is: %j', (text) => {
    expect(again(text)).toBe(text);
  });

  it('stays as it is where it is a whole page of ours', () => {
    const once = again(sample);
    expect(again(once)).toBe(once);
  });

  it('loses no character, and tells what it was read as', () => {
    const { messages } = restore({ text: '# 题\n\n正文一段，**重**点。\n' });
    expect(messages.filter(({ told }) => told).map(({ ruleId }) => ruleId)).toEqual(['markdown']);
    const off = restore({ text: '# 题\n\n正文一段。\n' }, { overrides: { off: ['markdown'] } });
    expect(off.articles[0]!.headline?.text ?? off.articles[0]!.blocks[0]!.text).toContain('#');
  });
});

describe('Markdown as recognisers write it', () => {
  const body = '新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮。';

  it('keeps the cells of tables in HTML, also the empty ones', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const table = [row('年份', '户数', '人口'), row('1949', '', '9 210'), row('1952', '3 876', '')];
    const wanted = '<!-- table -->\n年份|户数|人口\\\n1949||9 210\\\n1952|3 876|\n';
    for (const join of ['', '\n'])
      expect(again(`# 人口\n\n${body}\n\n<table>${join}${table.join(join)}${join}</table>\n`)).toBe(
        `# 人口\n\n${body}\n\n${wanted}`,
      );
    const spread = table.join('\n').replaceAll('<td>', '\n  <td>');
    expect(again(`# 人口\n\n${body}\n\n<table>\n${spread}\n</table>\n`)).toBe(
      `# 人口\n\n${body}\n\n${wanted}`,
    );
  });

  it('leaves the places empty that a cell takes over columns and rows', () => {
    const rows = [
      '<tr><td rowspan="2">乡镇</td><td colspan="2">1952年</td><td>备注</td></tr>',
      '<tr><td>户数</td><td>人口</td><td></td></tr>',
      '<tr><td>东河</td><td>312</td><td>1204</td><td>新增</td></tr>',
      '<tr><td>西岭</td><td colspan="3">不详</td></tr>',
    ];
    const wanted = '乡镇|1952年||备注\\\n|户数|人口|\\\n东河|312|1204|新增\\\n西岭|不详||\n';
    for (const text of [rows.join(''), rows.join('\n'), rows.join('\n').replaceAll('<td', '\n<td')])
      expect(again(`# 人口\n\n${body}\n\n<table>${text}</table>\n`)).toContain(wanted);
    expect(again(`<p>${body}</p><table border=1>${rows.join('')}</table><p>${body}</p>`)).toContain(wanted);
  });

  it('keeps words of a picture among words, lines that are broken, and references to characters', () => {
    expect(again(`# 东渠<br>放水\n\n名![𠀋](g.png)者，甲&lt;乙&nbsp;。<br>下一行。\n`)).toBe(
      '# 东渠　放水\n\n名𠀋者，甲<乙。\n\n下一行。\n',
    );
  });

  it('reads tables between bars, lists, quotations and stress', () => {
    const text = `## 收成\n\n${body}\n\n| 乡镇 | 产量 |\n|---|---:|\n| 东河 | 3210 |\n| 西岭 | |\n\n- 修渠**三条**\n- 建桥两座\n\n> 人多务农。\n`;
    const once = again(text);
    expect(once).toBe(
      `# 收成\n\n${body}\n\n<!-- table -->\n乡镇|产量\\\n东河|3210\\\n西岭|\n\n<!-- list -->\n修渠三条\n\n<!-- list -->\n建桥两座\n\n人多务农。\n`,
    );
    expect(again(once)).toBe(once);
  });

  it.each([
    ['$^{[1 2]}$', '\\[12]'],
    ['$\\mathrm{CO}_2$', 'CO₂'],
    ['$\\geqslant 3 0 0$', '≥300'],
    ['\\(x^2\\)', 'x²'],
    ['$\\textcircled{2}$', '②'],
    ['$1 : 2 5 0 0$', '1:2500'],
  ])('sets %s as %s', (formula, wanted) => {
    expect(again(`# 题\n\n据县志${formula}记。\n`)).toContain(`据县志${wanted}记`);
  });

  it('sets formulas as text, and leaves those that have no such form, prices and stars in names', () => {
    const text = `# 天气\n\n气温 $1 6 \\sim 2 0 ~ ^ { \\circ } \\mathrm { C }$ ，面积 $1 2 . 5 \\mathrm { k m } ^ { 2 }$ ，增长 $13.6\\%$ 。\n\n每份 $5，两份 $9；比例为 $\\frac{1}{2}$。王*民、李*军获奖。\n`;
    expect(again(text)).toBe(
      '# 天气\n\n气温16～20℃，面积12.5km²，增长13.6%。\n\n每份\\$5，两份\\$9；比例为\\$\\frac{1}{2}\\$。王\\*民、李\\*军获奖。\n',
    );
  });

  it('goes on over the end of a page and a picture, and tells the picture', () => {
    const half = '新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠';
    const rest = '边燃放鞭炮，庆祝东渠建成。';
    for (const between of ['<!-- 第 2 页 -->', '-----', '{12}----------------', '![](images/a.jpg)'])
      expect(again(`# 东渠放水\n\n${half}\n\n${between}\n\n${rest}\n`)).toContain(`${half}${rest}`);
    const { messages, furniture } = restore({
      text: `# 东渠放水\n\n![](a.jpg)\n\n东渠闸口。王明摄\n\n${body}\n`,
    });
    expect(messages.map(({ ruleId }) => ruleId)).toContain('picture-mark');
    expect(furniture.map(({ text }) => text)).toContain('![](a.jpg)');
  });

  it('does not take lines of text for headings, whose marks a program gave them by their size', () => {
    const lines = [
      '#### 本报讯 昨日，记者从市教育局获悉，今年全市义务',
      '',
      '#### 教育阶段学校招生工作将于六月十五日启动，凡年满六',
      '周岁的儿童均可报名。市教育局有关负责人介绍，今年招',
      '',
      '#### 生实行网上报名，家长登录平台填写信息后，由学校在五',
      '个工作日内审核完毕。',
      '',
      '#### 据了解，去年全市共招收小学一年级新生两万三千',
      '',
      '#### 人，比上年增加一千二百人。',
      '',
      '## 新能源公交车上路',
      '',
      '#### 昨日上午，二十辆新能源公交车在火车站广场整装待发。',
    ];
    const text = again(`${lines.join('\n')}\n`);
    expect(text).toContain('全市义务教育阶段');
    expect(text).toContain('今年招生实行');
    expect(text).toContain('# 新能源公交车上路');
    expect(text).not.toContain('####');
  });

  it('reads what a model wrote with places of blocks, inside a fence', () => {
    const place = (kind: string) => `<|ref|>${kind}<|/ref|><|det|>[[120, 80, 880, 130]]<|/det|>\n`;
    const text = `\`\`\`markdown\n${place('title')}# 东渠放水\n\n${place('text')}${body}\n\n${place('image_caption')}<center>东渠闸口</center>\n\`\`\`\n`;
    expect(again(text)).toBe(`# 东渠放水\n\n${body}\n\n东渠闸口\n`);
  });

  it('takes signs in a column of text for what they are', () => {
    const text =
      '1. 甲 *乙* `丁` | 辛 [子] ~~寅~~ \\* $卯$\n新修的东渠昨日放水，沿渠九个村的农田\n得到灌溉，村民们在渠边燃放鞭炮。\n';
    const { articles } = restore({ text });
    const words = articles.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('');
    for (const sign of ['*乙*', '`丁`', '[子]', '~~寅~~', '\\*', '$卯$']) expect(words).toContain(sign);
  });

  it('keeps a caption with its story in its own output', () => {
    const text = `# 东渠放水\n\n<!-- caption -->\n东渠闸口。王明摄\n\n本报讯（记者　李文）${body}\n`;
    expect(again(text)).toBe(text);
  });
});

describe('a page of the web', () => {
  it('keeps the cells of its tables of figures', () => {
    const rows =
      '<tr><th>县区</th><th>产值</th></tr><tr><td>金川区</td><td></td></tr><tr><td>永昌县</td><td>74</td></tr>';
    expect(
      again(`<p>各县区产值如下，经济运行平稳。</p><table border=1>${rows}</table><p>将继续做好工作。</p>`),
    ).toBe(
      '各县区产值如下，经济运行平稳。\n\n<!-- table -->\n县区|产值\\\n金川区|\\\n永昌县|74\n\n将继续做好工作。\n',
    );
  });

  it('has its blocks where its tags are, and its entities as characters', () => {
    const text = [
      '<!DOCTYPE html><html><head><title>县报</title><style>p { margin: 0 }</style></head><body>',
      '<h1>边区积极修渠</h1>',
      '<p>　　（记者王明）百年大计，教育为本。全县专任教师已达&nbsp;1.1&nbsp;万人，&ldquo;园丁&rdquo;们撑起了三尺讲台&mdash;&mdash;其中',
      '高级职称占 38% &amp; 研究生学历占 12%。</p>',
      '<p>　　<strong>□师者之尊</strong></p>',
      '<ul><li>修渠三条</li><li>建桥&#20004;座</li></ul>',
      '<p>　　统计显示，A&lt;B 的情况已不存在。<br/>明年将新建学校 5 所。</p></body></html>',
    ].join('\n');
    expect(again(text)).toBe(`# 边区积极修渠

（记者王明）百年大计，教育为本。全县专任教师已达1.1万人，“园丁”们撑起了三尺讲台——其中高级职称占38%&研究生学历占12%。

## □师者之尊

<!-- list -->
修渠三条

<!-- list -->
建桥两座

统计显示，A\\<B的情况已不存在。

明年将新建学校5所。
`);
  });

  it('is no page where a text only speaks of tags', () => {
    expect(again('他说，用 <p> 分段。')).toContain('p>');
  });
});

describe('other notations', () => {
  it('Kanripo: page marks and pilcrows are no text', () => {
    const text = `#+TITLE: 某縣水志\n<pb:KR2k0019_WYG_001-1a>¶\n${prose.map((line) => `${line}¶`).join('\n')}\n`;
    const found = restore({ text });
    const all = found.articles.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('');
    expect(all).not.toMatch(/¶|pb:/u);
    expect(all).toContain('指出全县经济');
    expect(found.messages.filter(({ told }) => told).map(({ ruleId }) => ruleId)).toContain('kanripo');
  });

  it('line numbers are no text', () => {
    const text = prose.map((line, index) => `${index + 31}  ${line}`).join('\n');
    const all = again(text);
    expect(all).not.toMatch(/\d/u);
    expect(all).toContain('指出全县经济稳中有进，农业增产、工业增效');
  });

  it('numbered items keep their numbers', () => {
    const text = Array.from({ length: 9 }, (_, index) => `${index + 1} 修渠${index + 2}条。`).join('\n');
    expect(again(text)).toContain('9修渠10条。');
  });
});
