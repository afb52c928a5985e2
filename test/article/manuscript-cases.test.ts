import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../scripts/article/article.js';
import { parseArticle, writeArticle } from '../../scripts/article/markdown.js';
import { story } from '../../scripts/typeset/parts/story.js';

const folder = join(import.meta.dirname, 'cases');
const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
const [between, below, told] = ['======\n', '------\n', '!!!!!!\n'];

/** HTML without lines of the manuscript, which are for messages: a rewritten article has others. */
const htmlOf = (article: Article) =>
  toHtml(story(article, { section: 's1', rank: 1 }).html).replace(/ data-line="[^"]*"/g, '');

/** The printed text of a manuscript, and the messages about it. */
function read(text: string): string {
  const article = parseArticle('01', '01.md', text);
  const html = htmlOf(article);
  const head = /<header class="story-head">([\s\S]*?)<\/header>/.exec(html)?.[1];
  // The columns of a story are its frame; where a page begins within, they are shown.
  const shown = html
    .slice(html.indexOf('<div class="story-body'), html.lastIndexOf('</div>'))
    .replace(/^<div class="story-body">/, '')
    // 着重号: each stressed character has an element of its own for its dot.
    .replace(/<span class="stressed[^"]*">([^<]*)<\/span>/g, '$1');
  const lines = [...(head ? [head] : []), shown]
    .join('\n')
    .replace(/(<\/(?:p|h\d|ul|ol|table|blockquote|figure|pre)>)(?!\n|$)/g, '$1\n')
    .trim();
  const messages = article.file.messages.map(({ line, reason }) => `${line ?? ''}: ${reason}`);
  return `${lines}\n${messages.length > 0 ? `${told}${messages.join('\n')}\n` : ''}`;
}

describe.each(files)('%s', (file) => {
  const path = join(folder, file);
  const cases = readFileSync(path, 'utf8')
    .split(between)
    .map((one) => one.split(below) as [string, string | undefined]);
  if (process.env.UPDATE)
    writeFileSync(path, cases.map(([text]) => `${text}${below}${read(text)}`).join(between));

  it.each(cases)('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(cases)('%s, read, written and read again', (text) => {
    const once = parseArticle('01', '01.md', text);
    const again = parseArticle('01', '01.md', writeArticle(once));
    expect(htmlOf(again)).toBe(htmlOf(once));
  });
});
