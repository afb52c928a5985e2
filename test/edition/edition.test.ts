import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../scripts/article/issue.js';
import { parseArticle } from '../../scripts/article/markdown.js';
import { convertInput } from '../../scripts/commands/convert.js';
import { remarkConvert } from '../../scripts/edition/convert/convert.js';
import { adapt, editions } from '../../scripts/edition/index.js';

const edition = (id: string) => editions.find((row) => row.id === id)!;

function issueOf(markdown: string): Issue {
  const article = parseArticle('01', 'issue/01.md', markdown);
  return {
    id: 'issue',
    title: '发展日报',
    date: '2025-02-26',
    sections: [{ id: 's1', title: '要闻后版', articles: [article] }],
    tally: { edits: {}, open: 0 },
    messages: [],
  };
}

describe('adapt', () => {
  const markdown = '---\nkicker: 后来“好”\npage: "1"\n---\n\n# 理**发**店\n\n余先生的干，短信\n';

  it('makes a new issue and leaves the given one as it was', () => {
    const issue = issueOf(markdown);
    const before = JSON.stringify(issue.sections[0]!.articles[0]!.tree);
    const adapted = adapt(issue, edition('zh-Hant-TW'));
    const [article] = adapted.sections[0]!.articles;
    expect(JSON.stringify(issue.sections[0]!.articles[0]!.tree)).toBe(before);
    expect(issue.sections[0]!.articles[0]!.file.messages).toEqual([]);
    expect([adapted.title, adapted.sections[0]!.title, article!.matter.kicker]).toEqual([
      '發展日報',
      '要聞後版',
      '後來「好」',
    ]);
    expect(textOf(article!.tree.children[0]!)).toBe('理髮店');
    expect(textOf(article!.tree.children[1]!)).toBe('余先生的幹，短信');
  });

  it('says what is doubtful, where, and reports the names', () => {
    const names = [
      { path: 'manuscript/issue/names.txt', text: '歐巴馬 = 奥巴马\n余先生\n余先甡 = 余先生\n' },
    ];
    const adapted = adapt(issueOf(markdown), edition('zh-Hant-TW'), { names });
    const messages = adapted.sections[0]!.articles[0]!.file.messages;
    expect(messages).toMatchObject([
      { line: 8, column: 5, ruleId: 'ambiguous', expected: ['幹', '干', '乾'] },
    ]);
    expect(adapted.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['name-conflict', 3],
      ['name-unused', 1],
    ]);
  });

  it('misses no name that the text has in the script of the edition already', () => {
    const names = [{ path: 'manuscript/issue/names.txt', text: '鍾南山\n歐陽修\n' }];
    const lines = (id: string) =>
      adapt(issueOf('钟南山来了。\n'), edition(id), { names }).messages.map(({ line }) => line);
    expect([lines('zh-Hans'), lines('zh-Hant-TW')]).toEqual([[2], [2]]);
  });

  it('leaves Simplified text as it is in the Simplified edition', () => {
    const issue = issueOf(markdown);
    const adapted = adapt(issue, edition('zh-Hans'));
    expect(adapted.sections[0]!.articles[0]!.tree).toEqual(issue.sections[0]!.articles[0]!.tree);
  });

  it('writes the date as the region does', () => {
    expect(edition('zh-Hans').formatDate('2025-02-26')).toContain('2025年2月26日');
    expect(edition('zh-Hant-TW').formatDate('2025-02-26')).toContain('星期三');
  });
});

describe('remarkConvert', () => {
  it('converts a Markdown tree for anyone', async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkConvert, { edition: 'zh-Hant-HK' })
      .use(remarkStringify)
      .process('他*发*表了“讲话”');
    expect(String(file)).toBe('他*發*表了「講話」\n');
  });
});

describe('chongpai convert', () => {
  const run = async (input: string | Uint8Array, options: Parameters<typeof convertInput>[0]) => {
    const results: string[] = [];
    const lines: string[] = [];
    const terminal = {
      cwd: '/',
      result: (text: string) => results.push(text),
      line: (text: string) => lines.push(text),
      progress: () => undefined,
      input: async () => (typeof input === 'string' ? new TextEncoder().encode(input) : input),
    };
    await convertInput(options, terminal as never);
    return { out: results.join(''), lines };
  };

  it('is opencc-js alone with --raw', async () => {
    expect((await run('市长发表“讲话”\r\n', { to: 'zh-Hant-TW', raw: true })).out).toBe('市長髮表“講話”\r\n');
  });

  it('keeps a byte order mark, and writes doubts as JSON', async () => {
    expect((await run('\ufeff发展', { to: 'zh-Hant-TW' })).out).toBe('\ufeff發展');
    const { out } = await run('# 题\n\n他说：“好\n', { to: 'zh-Hant-TW', json: true });
    expect(JSON.parse(out)).toMatchObject({
      edition: 'zh-Hant-TW',
      doubts: [{ offset: 8, line: 3, column: 4, ruleId: 'quote', source: '“' }],
    });
  });

  it('refuses what is no UTF-8, and an unknown edition', async () => {
    await expect(run(Uint8Array.of(0xff, 0xfe, 0x41), { to: 'zh-Hant-TW' })).rejects.toThrow(
      'expected UTF-8',
    );
    await expect(run('', { to: 'zh-Hant-SG' })).rejects.toMatchObject({ ruleId: 'usage' });
  });
});
