import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replay } from '../../scripts/article/ledger.js';
import type { ArticleLedger, SourceLedger } from '../../scripts/article/ledger-file.js';
import { formatMessage } from '../../scripts/article/problem.js';
import { messagesOf, readIssue } from '../../scripts/article/read-issue.js';
import { readSource } from '../../scripts/intake/read-source.js';
import { isStale } from '../../scripts/read-issue-source.js';
import { redraft } from '../../scripts/redraft.js';

const sample = join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26/source.txt');
const defaults = { title: '金昌日报' };
let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-issue-'));
  folder = join(root, 'paper-2025-02-26');
  cpSync(sample, join(folder, 'source.txt'));
});
afterEach(() => rmSync(root, { recursive: true }));

const path = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(path(name), 'utf8');
const files = () => readdirSync(folder).sort();
const draft = async () => redraft(folder, await readSource(path('source.txt')));
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return formatMessage(error as Parameters<typeof formatMessage>[0]).replaceAll(`${root}/`, '');
  }
  return 'not refused';
};

describe('redraft', () => {
  it('writes articles, ledgers and their order, and then has nothing to change', async () => {
    const source = await readSource(path('source.txt'));
    expect(isStale(folder, source)).toBe(true);
    const { written } = await draft();
    expect(written).toContain('01.md');
    expect(isStale(folder, source)).toBe(false);
    const before = files();
    expect(await draft()).toMatchObject({ written: [], proposed: [], removed: [] });
    expect(files()).toEqual(before);
    expect(text('issue.yaml')).toContain('date: 2025-02-26\n');
  });

  it('keeps ledgers that make each piece out of the source, and all of its characters', async () => {
    await draft();
    const source = await readSource(path('source.txt'));
    const ledgers = files()
      .filter((name) => /^\d+\.ledger\.json$/.test(name))
      .map((name) => JSON.parse(text(name)) as ArticleLedger);
    const rest = JSON.parse(text('source.ledger.json')) as SourceLedger;
    const edits = [...ledgers.flatMap((ledger) => ledger.edits), ...rest.edits].sort(
      (a, b) => a.start - b.start,
    );
    const covered = new Uint8Array(source.text.length);
    for (const { pieces } of ledgers)
      for (const { part, ranges } of pieces) {
        expect(replay(source.text, edits, ranges).trim()).not.toBe('');
        if (part !== 'dateline') for (const [start, end] of ranges) covered.fill(1, start, end);
      }
    for (const { ranges } of rest.furniture) for (const [start, end] of ranges) covered.fill(1, start, end);
    const lost =
      [...source.text].length === source.text.length
        ? [...source.text].filter((character, index) => /\S/.test(character) && !covered[index])
        : ['surrogates in the sample'];
    expect(lost).toEqual([]);
  });

  it('brings what the machine changes into what a person edited, and proposes what both changed', async () => {
    await draft();
    const edited = text('02.md').replace('工业是金昌', '制造业是金昌');
    writeFileSync(path('02.md'), edited);
    writeFileSync(path('issue.yaml'), 'title: 我的报\nsections:\n  - articles: ["02", "01"]\n');
    const decide = (entries: string) => {
      writeFileSync(path('overrides.yaml'), entries);
      return draft();
    };
    // Elsewhere in the same story, even in the same paragraph: both stand.
    const { merged, proposed } = await decide('replace:\n  - { text: 强市之基, with: 强市之本 }\n');
    expect([merged, proposed]).toEqual([['02.md'], []]);
    expect(text('02.md')).toBe(edited.replace('强市之基', '强市之本'));
    // The same words: a person's stay, the machine's are in a proposal.
    const both = await decide('replace:\n  - { text: 工业是金昌, with: 商业是金昌 }\n');
    expect(both.proposed).toEqual(['02.proposal.md']);
    expect(text('02.md')).toBe(edited);
    expect(text('02.proposal.md')).toBe(edited.replace('制造业是金昌', '商业是金昌'));
    const issue = readIssue(folder, defaults);
    expect(issue.sections[0]!.articles.map(({ id }) => id)).toEqual(['02', '01']);
    expect(messagesOf(issue).map(String).join('\n')).toContain('02.md was edited and is kept');
    renameSync(path('02.proposal.md'), path('02.md'));
    await draft();
    expect(files().filter((name) => name.includes('proposal'))).toEqual([]);
    // A story that begins before it leaves its file to it.
    const stories = files().filter((name) => /^\d+\.md$/.test(name)).length;
    writeFileSync(path('02.md'), text('02.md').replace('商业是金昌', '手工业是金昌'));
    await decide('cut: [厚重提气]\n');
    expect(text('02.md')).toContain('手工业是金昌');
    expect(text('02.md')).not.toContain('厚重提气');
    expect(files().filter((name) => /^\d+\.md$/.test(name)).length).toBe(stories + 1);
    // It comes into the contents as a person has them.
    expect(text('issue.yaml')).toMatch(
      /^title: 我的报\nsections:\n {2}- articles: \[.*"02", "\d+", "01"\]\n$/,
    );
    expect(files().filter((name) => name.startsWith('issue.proposal'))).toEqual([]);
    rmSync(path('overrides.yaml'));
  });

  it('lets an article that a person deleted stay so, and a proposal that was edited', async () => {
    await draft();
    rmSync(path('02.md'));
    writeFileSync(path('01.md'), `${text('01.md')}\n编后。\n`);
    const again = (more: string) => {
      writeFileSync(path('source.txt'), `${text('source.txt')}\n${more}\n`);
      return draft();
    };
    expect((await again('本报讯 今日天气晴好。')).proposed).toContain('02.proposal.md');
    expect(existsSync(path('02.md'))).toBe(false);
    const worked = `${text('02.proposal.md')}\n我的话。\n`;
    writeFileSync(path('02.proposal.md'), worked);
    writeFileSync(path('issue.yaml'), 'title: 我的报\n');
    for (const more of ['本报讯 明日有雨。', '本报讯 后日有雪。']) {
      expect((await again(more)).kept).toContain('02.proposal.md');
      expect(text('02.proposal.md')).toBe(worked);
      expect(existsSync(path('02.md'))).toBe(false);
      expect(text('01.md')).toContain('编后。');
      expect(text('issue.yaml')).toBe('title: 我的报\n');
    }
  });

  it('takes another newline kind, as git may check out, for no edit', async () => {
    await draft();
    writeFileSync(path('01.md'), text('01.md').replaceAll('\n', '\r\n'));
    expect((await draft()).proposed).toEqual([]);
  });

  it('removes its own articles that a shorter source no longer has, but no edited one', async () => {
    await draft();
    const last = files().findLast((name) => /^\d+\.md$/.test(name))!;
    writeFileSync(path('02.md'), `${text('02.md')}\n编后。\n`);
    writeFileSync(path('source.txt'), '本报讯 今日天气晴好，市民出游。\n');
    const { removed } = await draft();
    expect(removed).toContain(last);
    expect(existsSync(path(last))).toBe(false);
    expect(existsSync(path('02.md'))).toBe(true);
  });

  it('leaves no temporary file', async () => {
    await draft();
    expect(files().filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});

describe('readIssue', () => {
  const write = (name: string, content: string | Uint8Array) => writeFileSync(path(name), content);

  it('takes hand-written articles in the order of their names when there is no issue file', () => {
    write('b.md', '# 二\n');
    write('a.md', '# 一\n');
    const issue = readIssue(folder, { ...defaults, publisher: '某社' });
    expect(issue).toMatchObject({ id: 'paper-2025-02-26', title: '金昌日报', publisher: '某社' });
    expect(issue.sections[0]!.articles.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(issue.date).toBe('2025-02-26'); // of the folder's name
  });

  it.each([
    [
      'issue.yaml',
      'sections:\n  - articles: [a1]\n',
      'issue.yaml:2:16: Unexpected article "a1", expected a file a1.md\n  Did you mean "a"?',
    ],
    ['issue.yaml', 'sections:\n  - articles: [a, a]\n', 'issue.yaml:2:19: Unexpected second "a"'],
    [
      'issue.yaml',
      'sections:\n  - articles: [a]\n  - title: b\n    articles:\n      - b\n      - a # again\n',
      'issue.yaml:6:9: Unexpected second "a", expected each article once\n  Take this one out.',
    ],
    [
      'issue.yaml',
      'sections:\n  - articles: [a]\n    titel: 要闻\n',
      'issue.yaml:3:5: Unexpected key "titel", expected one of title, articles',
    ],
    [
      'issue.yaml',
      'sections:\n  - articles: [../a]\n',
      'issue.yaml:2:16: Unexpected value of "sections.0.articles.0"',
    ],
    [
      'issue.yaml',
      'date: 2025-02-26\ndate: 2025-02-27\n',
      'issue.yaml:2:1: Not valid YAML: Map keys must be unique',
    ],
    ['a.md', '---\nbyline: [\n---\n', 'a.md:2:10: Not valid YAML'],
    ['a.md', Buffer.from([0xff]), 'a.md: Unexpected bytes, expected UTF-8'],
    ['a.ledger.json', '{', 'a.ledger.json: Not valid JSON'],
  ])('names file, line and remedy when %s is %j', (name, content, expected) => {
    write('a.md', '# 一\n');
    write(name, content);
    expect(refusal(() => readIssue(folder, defaults))).toContain(expected);
  });

  it('says when there is nothing', () => {
    expect(refusal(() => readIssue(folder, defaults))).toContain('There is nothing to read');
  });
});
