import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreMarkdown } from '../../scripts/commands/restore.js';
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

describe('a page of the web', () => {
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
