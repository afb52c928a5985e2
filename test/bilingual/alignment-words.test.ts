import { expect, it } from 'vitest';
import { parseArticle } from '../../scripts/article/markdown.js';
import { formatMessage } from '../../scripts/article/problem.js';
import { alignmentMessages } from '../../scripts/translate/alignment-messages.js';

it('a translation that lacks a paragraph, or has one too many, is told in each language', () => {
  const source = parseArticle('01', '01.md', '---\nkicker: 眉题\n---\n\n# 标题\n\n第一段。\n\n第二段。\n');
  const article = parseArticle('01', 'en/01.md', '# Title\n\nFirst.\n\n- more\n');
  const aligned = [{ source: 0, target: 0 }, { source: 1, target: 1 }, { source: 2 }, { target: 2 }];
  const messages = alignmentMessages({ source, article, aligned, memory: { segments: [], orphans: [] } });
  const told = (language: 'zh-Hans' | 'zh-Hant' | 'en') =>
    messages.map((one) => formatMessage(one, language));
  expect(told('zh-Hans')).toEqual([
    'en/01.md:1:1: 眉题“眉题”没有译文',
    'en/01.md:3:1: 一段“第二段。”没有译文（01.md:9）\n  译文应接在这一段之后，自成一段。',
    'en/01.md:5:1: 列表“more”在 01.md 里没有原文\n  并入它所属的一段：原文一段，译文也一段。',
  ]);
  expect(told('zh-Hant')[0]).toBe('en/01.md:1:1: 眉題「眉题」沒有譯文');
  expect(told('en')[1]).toContain('Missing translation of the paragraph “第二段。” (01.md:9)');
});
