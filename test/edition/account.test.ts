import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { AdaptOptions, Edition } from '../../scripts/article/edition.js';
import type { Issue } from '../../scripts/article/issue.js';
import { parseArticle } from '../../scripts/article/markdown.js';
import { account } from '../../scripts/edition/account/account.js';
import { treeText } from '../../scripts/edition/account/tree-text.js';
import { areVariants } from '../../scripts/edition/account/variants.js';
import { convert } from '../../scripts/edition/convert/convert.js';
import { adapt, editions } from '../../scripts/edition/index.js';
import { chineseRows } from '../../scripts/edition/rows/index.js';

const folder = join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26');
const names = [{ path: 'names.txt', text: '金昌\n龍首山 = 龙首山\n鎳都 = 镍都金昌\n' }];
const of = (id: string) => editions.find((edition) => edition.id === id)!;
const sample = readdirSync(folder)
  .filter((name) => /^\d+\.md$/.test(name))
  .map((name) => issueOf(readFileSync(join(folder, name), 'utf8'), name));

function issueOf(markdown: string, name = '01.md'): Issue {
  return {
    id: 'issue',
    title: '发展日报',
    sections: [{ id: 's1', title: '要闻后版', articles: [parseArticle('01', `issue/${name}`, markdown)] }],
    tally: { edits: {}, open: 0 },
    messages: [],
  };
}

/** The texts of its blocks: no change crosses their borders. */
const blocksOf = ({ sections }: Issue) => treeText(sections[0]!.articles[0]!.tree).text.split('\u0000');

describe('the proof of an edition', () => {
  it.each(
    editions.flatMap(({ id }) => [
      [id, {}] as const,
      [id, { vocabulary: true, names }] as const,
      [id, { houseStyle: false }] as const,
      [id, { houseStyle: { 裏: '裡', 眾: '衆', 计划: '計畫', 公布: '頒布' } }] as const,
    ]),
  )('%s accounts for every character of the sample, with %j', (id, options: AdaptOptions) => {
    for (const issue of sample) adapt(issue, of(id), options);
  });

  it.each(['zh-Hans', 'zh-Hant-TW', 'zh-Hant-MO'])(
    '%s: no character of the sample can be dropped or doubled unseen, at any place',
    (id) => {
      const edition = of(id);
      const known = edition.knownChanges({ names });
      for (const issue of sample) {
        const before = blocksOf(issue);
        const after = blocksOf(adapt(issue, edition, { names }));
        expect(after.length).toBe(before.length);
        const unseen = after.flatMap((block, index) =>
          [...block].flatMap((_, at) => {
            const dropped = block.slice(0, at) + block.slice(at + 1);
            const doubled = block.slice(0, at + 1) + block.slice(at);
            const isSeen = (text: string) => 'adapted' in account(before[index]!, text, known);
            return isSeen(dropped) && isSeen(doubled) ? [] : [`${at} of ${block}`];
          }),
        );
        expect(unseen).toEqual([]);
      }
    },
  );

  it('accounts for any text at all that conversion gives back', () => {
    const han = fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    const rare = fc.integer({ min: 0x20000, max: 0x323af }).map((code) => String.fromCodePoint(code));
    const text = fc.array(
      fc.oneof({ weight: 9, arbitrary: han }, rare, fc.constantFrom(...'“”‘’「」《》〈〉·．a1。')),
    );
    const id = fc.constantFrom(...chineseRows.map((row) => row.id));
    fc.assert(
      fc.property(text, id, fc.boolean(), (characters, edition, vocabulary) => {
        const source = characters.join('');
        const known = of(edition).knownChanges({ vocabulary });
        expect(account(source, convert(source, edition, { vocabulary }).text, known)).not.toHaveProperty(
          'adapted',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('ends the adaptation when any plugin drops a character, and says where', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom('zh-Hans', 'zh-Hant-HK', 'en'),
        fc.boolean(),
        (n, id, isFirst) => {
          const plugins = [...of(id).plugins];
          plugins.splice(isFirst ? 0 : plugins.length, 0, dropper(n));
          const broken: Edition = { ...of(id), plugins };
          expect(() => adapt(sample[n % sample.length]!, broken)).toThrow('no known change');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names line and column of the manuscript, and what stands there', () => {
    const broken = { ...of('zh-Hant-TW'), plugins: [...of('zh-Hant-TW').plugins, dropper(4)] };
    expect(() => adapt(issueOf('# 题\n\n市长发表讲话\n'), broken)).toThrow(
      expect.objectContaining({
        file: 'issue/01.md',
        line: 3,
        column: 4,
        ruleId: 'account',
        reason: expect.stringContaining('“市长发表讲话'.slice(1)),
      }),
    );
  });

  it('covers titles and front matter', () => {
    const broken = (adaptText: Edition['adaptText']) => ({ ...of('zh-Hant-TW'), adaptText });
    expect(() =>
      adapt(
        issueOf('正文\n'),
        broken((text) => text.slice(1)),
      ),
    ).toThrow('no known change');
    const issue = issueOf('---\nkicker: 后来\n---\n\n正文\n');
    const onlyKicker = broken((text) => (text === '后来' ? '後' : of('zh-Hant-TW').adaptText(text)));
    expect(() => adapt(issue, onlyKicker)).toThrow('expected the manuscript’s “后来”');
  });

  it('lets a name change its length, and nothing else beside it', () => {
    const options = { names: [{ path: 'names.txt', text: '歐巴馬總統 = 奥巴马\n' }] };
    const known = of('zh-Hant-TW').knownChanges(options);
    expect(account('见奥巴马后', '見歐巴馬總統後', known)).toEqual({ conversion: 2, names: 1 });
    expect(account('见奥巴马后', '見歐巴馬總後', known)).toMatchObject({ source: 1 });
  });

  it('tells each change by its name', () => {
    const known = of('zh-Hant-TW').knownChanges({ vocabulary: true, houseStyle: { 甲: '乙' } });
    expect(account('他说“软件·甲”', '他說「軟體．乙」', known)).toEqual({
      conversion: 1,
      quotes: 2,
      vocabulary: 1,
      marks: 1,
      'house style': 1,
    });
    expect(account('发展', '展發', known)).toEqual({ source: 0, adapted: 0 });
  });
});

describe('variants', () => {
  it.each(['发發', '发髮', '里裡', '着著', '台臺', '为爲', '说説'])(
    '%s are forms of one character',
    (pair) => {
      const [one = '', other = ''] = pair;
      expect(areVariants(one, other)).toBe(true);
    },
  );

  it.each(['发展', '人入', '未末', '日曰', '己已', '大太'])('%s are two', (pair) => {
    expect(areVariants(pair[0]!, pair[1]!)).toBe(false);
  });
});

/** A plugin that loses the n-th character of the prose, counted around. */
function dropper(n: number) {
  return () => (tree: Root) => {
    const texts: Text[] = [];
    visit(tree, 'text', (node) => void texts.push(node));
    let left = n % texts.map(({ value }) => value).join('').length;
    for (const node of texts) {
      const { length } = node.value;
      if (left >= 0 && left < length) node.value = node.value.slice(0, left) + node.value.slice(left + 1);
      left -= length;
    }
  };
}
