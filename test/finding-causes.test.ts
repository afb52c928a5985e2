import { describe, expect, it } from 'vitest';
import { withCauses } from '../scripts/finding-causes.js';
import type { Finding, FindingRule } from '../scripts/prepress/finding.js';
import { findingWords } from '../scripts/prepress/finding-words.js';
import { tellFinding } from '../scripts/prepress/tell-finding.js';
import { parseSheet } from '../scripts/typeset/sheets/sheet.js';

const sheet = parseSheet(
  `/* ours */
p { color: #ddd }
blockquote { opacity: .1; font-size: 9pt }
.lead { mix-blend-mode: screen }
img { filter: invert(1) }
ol { list-style: none }
section > h2 { border: 1pt solid }
* { letter-spacing: -.1em }`,
  '/somewhere/styles/custom.css',
);

const finding = (rule: FindingRule, around?: string[]): Finding => ({
  rule,
  message: 'it is so.',
  remedy: 'Mend it.',
  ...(around && { around }),
});

const remedyOf = (rule: FindingRule, around?: string[]) =>
  tellFinding(withCauses([finding(rule, around)], sheet)[0]!, 'en').remedy;

describe('the cause of a finding in a sheet', () => {
  it('is the rule that is about the elements around its place, with its line', () => {
    expect(remedyOf('hidden', ['section', 'p'])).toBe('custom.css:2 says p { color:#ddd }. Mend it.');
    expect(remedyOf('hidden', ['blockquote', 'em'])).toMatch(/^custom\.css:3 says blockquote /);
  });

  it('is found by class, and there may be several', () => {
    expect(remedyOf('hidden', ['p', '.lead'])).toBe(
      'custom.css:2 says p { color:#ddd }, custom.css:4 says .lead { mix-blend-mode:screen }. Mend it.',
    );
  });

  it('is that of a picture or a label, which have no text around', () => {
    expect(remedyOf('picture', ['figure'])).toMatch(/^custom\.css:5 says img /);
    expect(remedyOf('label', ['p'])).toMatch(/^custom\.css:6 says ol /);
  });

  it('is no rule about other things, and no sheet for what none can do', () => {
    expect(remedyOf('hidden', ['h2'])).toBe('Mend it.');
    expect(remedyOf('emphasis', ['h2'])).toMatch(/^custom\.css:7 says section>h2 /);
    expect(remedyOf('document')).toBe('Mend it.');
  });

  it('stays out where a publication has no sheet', () => {
    expect(withCauses([finding('hidden', ['p'])], undefined)).toEqual([finding('hidden', ['p'])]);
  });
});

describe('a finding, told', () => {
  const one: Finding = {
    rule: 'lost',
    page: 3,
    position: { xMm: 12.5, yMm: 30 },
    characters: '镍',
    line: '01.md:17',
    causes: [{ place: 'custom.css:2', text: 'p { display: none }' }],
    message: '“镍” is not on page 3.',
    remedy: 'Print again.',
  };

  it.each([
    ['en', '01.md:17: “镍” is not on page 3.', 'custom.css:2 says p { display: none }. Print again.'],
    [
      'zh-Hans',
      '01.md:17: 第 3 页（距左 12.5 毫米，距上 30 毫米）“镍”：稿件里有，纸上没有',
      'custom.css:2 p { display: none }。重新生成；如果仍然这样，请把稿件和这条信息告诉我们。',
    ],
    [
      'zh-Hant',
      '01.md:17: 第 3 頁（距左 12.5 公釐，距上 30 公釐）「镍」：稿件裡有，紙上沒有',
      'custom.css:2 p { display: none }。重新產生；如果仍然這樣，請把稿件和這條訊息告訴我們。',
    ],
  ] as const)('names line, place, words, fault and remedy in %s', (language, fault, remedy) => {
    expect(tellFinding(one, language)).toEqual({ fault, remedy });
  });

  it('is about the whole document where it has no page', () => {
    const { fault } = tellFinding(finding('document'), 'zh-Hans');
    expect(fault).toBe('文件的属性与书不符');
  });

  it('keeps its script in each language', () => {
    for (const { fault, remedy } of Object.values(findingWords)) {
      expect(`${fault[0]}${remedy[0]}`).not.toMatch(/[這個沒與點為轉詞讀寫標題編輯複雜單橫檔裡頁圖書動處]/u);
      expect(`${fault[1]}${remedy[1]}`).not.toMatch(/[这没与为转词读写标题编辑复单横档页图书动处]/u);
    }
  });
});
