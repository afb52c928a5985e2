import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, it, test } from 'vitest';
import { parseArticle } from '../../scripts/article/markdown.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { chapterNumberOf } from '../../scripts/text/press/chapters.js';
import { trimOf } from '../../scripts/typeset/book/trim.js';
import { fitTypeArea, pageRules } from '../../scripts/typeset/book/type-area.js';
import { groupBriefs } from '../../scripts/typeset/compose/group-briefs.js';
import { cover } from '../../scripts/typeset/parts/cover.js';
import { runningHeadOf } from '../../scripts/typeset/parts/headline.js';
import { noteMark } from '../../scripts/typeset/parts/phrasing.js';
import { story } from '../../scripts/typeset/parts/story.js';
import { storyBlocks } from '../../scripts/typeset/parts/story-blocks.js';
import { stressed } from '../../scripts/typeset/parts/stressed.js';
import { chapterTitle } from '../../scripts/typeset/parts/titles/phrases.js';
import { breaksIn } from '../../scripts/typeset/parts/titles/sense.js';

const edition = editionOf('zh-Hans');
const html = (content: ElementContent[]) => toHtml(content);
const textIn = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textIn).join('') : '';
const article = (title: string, text = '这是正文。') => ({
  id: '01',
  matter: {},
  file: {},
  tree: {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
      { type: 'paragraph', children: [{ type: 'text', value: text }] },
    ],
  },
});
const issueOf = (...titles: string[]) => ({
  id: '1',
  title: '某书',
  sections: [{ id: 's1', articles: titles.map((title) => article(title)) }],
});

describe('the titles of chapters', () => {
  it.each([
    ['第一回 甄士隐梦幻识通灵 贾雨村风尘怀闺秀', '第一回'],
    ['第12章　水利', '第12章'],
    ['卷二　山川', '卷二'],
    ['第三编 人物', '第三编'],
    ['第一次会议召开', undefined],
    ['第二章', undefined],
    ['第三版的故事 讲给你听', undefined],
    ['上卷 天文', '上卷'],
  ])('%s: %s', (title, number) => expect(chapterNumberOf(title)).toBe(number));

  it('stand under their number, and lose no word', () => {
    const made = chapterTitle([{ type: 'text', value: '第一回　甄士隐梦幻识通灵　贾雨村风尘怀闺秀' }]);
    expect(html(made)).toMatch(/^<span class="chapter-number">第一回<\/span><br><span class="phrase">甄士隐/);
    expect(made.map(textIn).join('').replace(/\s/g, '')).toBe('第一回甄士隐梦幻识通灵贾雨村风尘怀闺秀');
  });

  it('stand under their number with readings, and in English, too', () => {
    const read = (text: string) =>
      [...text].map(
        (one): ElementContent =>
          /\p{Script=Han}/u.test(one) ? h('ruby', one, h('rt', 'a')) : { type: 'text', value: one },
      );
    const lines = (content: ElementContent[]) =>
      toHtml(chapterTitle(content))
        .replace(/<rt>a<\/rt>/g, '')
        .split('<br>')
        .map((line) => line.replace(/<[^>]+>/g, ''));
    expect(lines(read('第一回 甄士隐梦幻识通灵 贾雨村风尘怀闺秀'))).toEqual([
      '第一回',
      '甄士隐梦幻识通灵',
      '贾雨村风尘怀闺秀',
    ]);
    expect(lines(read('第二章　水利'))).toEqual(['第二章', '水利']);
    expect(lines([{ type: 'text', value: 'Chapter II Rights and Duties' }])).toEqual([
      'Chapter II',
      'Rights and Duties',
    ]);
    expect(lines([{ type: 'text', value: '第三章 ' }, h('em', '论'), { type: 'text', value: '水' }])).toEqual(
      ['第三章', '论水'],
    );
    // A number inside a stressed word is left where it is.
    expect(lines([h('em', '第三章 论'), { type: 'text', value: '水' }])).toEqual(['第三章 论水']);
  });

  it('are not listed on the cover, as the headlines of a paper are', () => {
    const shown = (titles: string[], date?: string) =>
      toHtml(cover({ ...issueOf(...titles), ...(date && { date }) } as never, edition).html as Element[]);
    expect(shown(['第一章 河流', '第二章 渠道'])).not.toContain('本期要目');
    expect(shown(['序言', '第二章 公民的权利'])).not.toContain('本期要目');
    expect(shown(['市委召开会议', '第一章 往事'], '2025-03-01')).not.toContain('要目');
    expect(shown(['市委召开会议', '大桥通车', '第一章 往事'], '2025-03-01')).toContain('本期要目');
  });

  it('are 要目 of a book, which has no date, without a line of text', () => {
    const { html: made } = cover(issueOf('文物保护条例', '绿化管理办法') as never, edition);
    expect(toHtml(made as Element[])).toMatch(/>要目<\/p><ul><li>.*文物保护条例/);
    expect(toHtml(made as Element[])).not.toMatch(/本期|cover-lead/);
  });
});

test('a nameplate of the paper’s own stands for its name in type, and says it to those who do not see it', () => {
  const { html: made, passages } = cover(issueOf('大桥通车') as never, edition, {
    nameplate: 'data:image/png;base64,',
  });
  expect(toHtml(made as Element[])).toContain('alt="某书"');
  expect(toHtml(made as Element[])).not.toContain('<p class="nameplate');
  expect(passages[0]!.text).not.toContain('某书');
});

describe('着重号', () => {
  it('has a box for each letter and each stretch of words, none for a mark, and keeps the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'产业，是根。A1 “”𠮷é'), maxLength: 20 }), (text) => {
        const made = stressed([{ type: 'text', value: text }]);
        expect(made.map(textIn).join('')).toBe(text);
        for (const one of made)
          if (one.type === 'element')
            expect(textIn(one)).toMatch(
              /^(?:[\p{L}\p{N}]\p{M}*|[\p{L}\p{N}](?:[\p{L}\p{N} ]*[\p{L}\p{N}])?)$/u,
            );
      }),
    );
    expect(html(stressed([{ type: 'text', value: '根，本' }]))).toBe(
      '<span class="stressed">根</span>，<span class="stressed">本</span>',
    );
    expect(html(stressed([{ type: 'text', value: 'only Latin' }]))).toBe('only Latin');
    expect(html(stressed([{ type: 'text', value: '称Made in China，增5.3％' }]))).toBe(
      '<span class="stressed">称</span><span class="stressed-words">Made in China</span>，<span class="stressed">增</span><span class="stressed-words">5.3</span>％',
    );
  });
});

test('stanzas after each other are one block, centred as a whole, in their order', () => {
  const stanza = (...lines: string[]) => ({
    type: 'paragraph',
    data: { role: 'verse' },
    children: lines.flatMap((value, at) => [...(at > 0 ? [{ type: 'break' }] : []), { type: 'text', value }]),
  });
  const prose = { type: 'paragraph', children: [{ type: 'text', value: '诗曰：' }] };
  const blocks = [prose, stanza('一', '二'), stanza('三', '四'), prose, stanza('五'), stanza('六'), prose];
  const made = storyBlocks(blocks as never, { rank: 1, notes: { prefix: 's', numbers: new Map() } });
  expect(made.map(textIn).join('')).toBe('诗曰：一二三四诗曰：五六诗曰：');
  const groups = made.filter(({ tagName }) => tagName === 'div');
  expect(groups.map((group) => toHtml(group).match(/class="[^"]*"/g))).toEqual([
    ['class="verses"', 'class="verse whole-stanza"', 'class="verse stanza whole-stanza"'],
    ['class="verses"', 'class="verse whole-stanza"', 'class="verse whole-stanza"'],
  ]);
});

test('notes are numbered ① to ㊿, and in figures from 51', () => {
  const notes = { prefix: 's', numbers: new Map<string, number>(), areCircled: true };
  const marks = Array.from({ length: 51 }, (_, index) => noteMark(`n${index}`, notes));
  expect([0, 19, 20, 34, 35, 49, 50].map((at) => marks[at])).toEqual([
    '①',
    '⑳',
    '㉑',
    '㉟',
    '㊱',
    '㊿',
    '51',
  ]);
  expect(new Set(marks).size).toBe(51);
});

describe('the page', () => {
  const css = ':root { --em: 9pt; --line: 13.5pt; --gap: 2; --width-share: 0.74; --least-column: 13; }';
  it.each([
    ['A5', 2],
    ['16开', 3],
    ['8开', 4],
    ['A6', 1],
  ])('has on %s %i columns of whole ems', (name, columns) => {
    const area = fitTypeArea(trimOf(name), css);
    expect(area.columns).toBe(columns);
    expect(Number.isInteger((area.ems - 2 * (columns - 1)) / columns)).toBe(true);
    expect(pageRules(trimOf(name), area, 'ltr').root).toContain(`--columns: ${columns};`);
  });

  it('of a telephone has equal margins, under either name', () => {
    for (const name of ['phone', '手机', 'Phone']) {
      const trim = trimOf(name);
      expect(trim).toMatchObject({ widthMm: 80, heightMm: 142, isScreen: true });
      const { innerPt, outerPt } = fitTypeArea(
        trim,
        ':root { --em: 10.5pt; --line: 18pt; --width-share: 0.88; }',
      );
      expect(innerPt).toBeCloseTo(outerPt);
    }
  });
});

test('a running head that is too long ends with a clause or a word', () => {
  const title = '市委召开常委会会议传达学习习近平总书记在中央经济工作会议上的重要讲话精神';
  const head = (room: number) =>
    runningHeadOf(article(title) as never, 12, { breaksOf: breaksIn(edition), room });
  expect(head(60)).toBe(title);
  for (let room = 14; room < 34; room++) {
    const shown = head(room).replace(/……$/u, '');
    expect(title.startsWith(shown)).toBe(true);
    for (const word of ['常委会', '会议', '传达', '学习', '习近平总书记', '中央', '经济', '工作']) {
      const at = title.indexOf(word);
      expect(at < shown.length && at + word.length > shown.length, shown).toBe(false);
    }
  }
});

describe('简讯', () => {
  it.each([
    ['短讯一则。', true],
    ['短讯一则。\n\n![图](a.png)', true],
    ['短讯一则。\n\n<!-- spread -->\n![图](a.png)', false],
    ['短讯一则。\n\n<!-- plate -->\n![图](a.png)', false],
    ['短讯一则。\n\n<!-- page-break -->\n下一页。', false],
    ['短讯一则。\n\n![图](a.png)\n\n![图](b.png)', false],
    ['短讯一则。\n\n- 条目', false],
    ['<!-- verse -->\n秋天寄来一封信，\n贴着红叶。', false],
  ])('%s: in a box: %s', (text, isBrief) => {
    const [made] = story(parseArticle('01', '01.md', `# 题\n\n${text}\n`), { section: 's', rank: 1 }).html;
    expect(html([made as ElementContent]).includes('brief')).toBe(isBrief);
  });

  it('after each other are one group of a page, with all their text, up to what surely fits in a box', () => {
    const part = (id: string, text: string) =>
      story(parseArticle(id, `${id}.md`, `# 题${id}\n\n${text}\n`), { section: 's', rank: 1 });
    const parts = [
      part('1', '短讯。'),
      part('2', '短讯。'),
      part('3', '长文。'.repeat(90)),
      part('4', '短讯。'),
    ];
    const grouped = groupBriefs(parts);
    expect(grouped.map(({ html: [first] }) => first!.properties.className)).toEqual([
      ['briefs'],
      ['story'],
      ['story', 'brief'],
    ]);
    expect(grouped.flatMap(({ passages }) => passages)).toEqual(parts.flatMap(({ passages }) => passages));
    const pictures = [1, 2].map((id) => part(`${id}`, '短讯。\n\n![图](a.png)'));
    expect(groupBriefs(pictures)).toEqual(pictures);
    const many = Array.from({ length: 20 }, (_, at) => part(`${at}`, '短'.repeat(140)));
    expect(groupBriefs(many).every(({ passages }) => passages.length <= 3)).toBe(true);
  });
});
