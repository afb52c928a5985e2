import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { restoreParse, restoreStories } from '../../scripts/restore/index.js';

const sample = readFileSync(
  join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26/source.txt'),
  'utf8',
);

describe('restoreParse', () => {
  it('gives mdast whose positions point into the source, the ledger and the messages', () => {
    const processor = unified().use(restoreParse);
    const file = { value: sample, path: 'source.txt' };
    const tree = processor.parse(file as never);
    const first = tree.children[0]!;
    expect(first.type).toBe('paragraph');
    expect(first.position?.start.offset).toBe(1);
    expect(tree.children.filter(({ type }) => type === 'heading')).toHaveLength(7);
  });
});

describe('restoreStories', () => {
  it('gives each story its own tree and front matter, and keeps what left the text in the ledger', () => {
    const text = `${sample}\n03\n`;
    const { restoration, stories } = restoreStories({ path: 'source.txt', text });
    expect(stories).toHaveLength(restoration.articles.length);
    restoration.articles.forEach(({ headline, kicker, deck, byline, blocks }, index) => {
      const { matter, tree } = stories[index]!;
      expect(matter).toEqual({
        ...(kicker && { kicker: kicker.text }),
        ...(deck && { deck: deck.text }),
        ...(byline && { byline: byline.text }),
      });
      const texts = [...(headline ? [headline.text] : []), ...blocks.map((block) => block.text)];
      expect(tree.children.map((node) => textOf(node))).toEqual(texts.map((one) => one.replaceAll('\n', '')));
    });
  });

  it('gives no story of a text that is furniture alone', () => {
    const { restoration, stories } = restoreStories({ path: 'source.txt', text: '第3版\n' });
    expect(restoration.articles).toEqual([]);
    expect(stories).toEqual([]);
  });
});
